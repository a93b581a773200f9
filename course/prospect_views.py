"""What lessons 4 and 5 show beside their widgets: a worked example, estimates of λ, twins.

Every number is worked out by `course.prospect` or read from a table; none is typed.
"""

from __future__ import annotations

from typing import Any

from course import charts, prospect, tables
from course.errors import listed
from course.files import quick_jsonschema
from course.lesson import Panel, table
from course.prospect import MEDIANS_1992


def worked_prospect(win: float = 100, chance: float = 0.5) -> Panel:
    """Value one prospect step by step, as an example before one's own.

    Raises
    ------
    CourseError
        If the chance is no probability.
    """
    weight = prospect.weighting(chance, MEDIANS_1992.gamma)
    worth = prospect.value(win)
    total = prospect.prospect_value([(win, chance)])
    sure = prospect.certainty_equivalent([(win, chance)])
    rows = [
        ("1. Value of the gain", f"{win:g}^0.88, for α = 0.88", f"{worth:.1f}"),
        ("2. Weight of the chance", f"w({chance:g}), for γ = 0.61", f"{weight:.3f}"),
        ("3. Value of the prospect", f"V = {weight:.3f} × {worth:.1f}", f"{total:.1f}"),
        ("4. The sure sum worth as much", f"which x has x^0.88 = {total:.1f}?", f"{sure:.1f}"),
        ("For comparison: the average", f"{chance:g} × {win:g}", f"{win * chance:.1f}"),
    ]
    title = f"A chance of {100 * chance:g} % to win {win:g}, else nothing (parameters of 1992)"
    return table(("Step", "How", "Result"), rows, title)


def chance_weights() -> Panel:
    """Show what some chances weigh in a decision, for gains and for losses.

    **Source:** the weighting functions and medians of Tversky & Kahneman 1992.
    """
    rows = [
        (
            f"{100 * chance:g} %",
            *(
                f"{prospect.weighting(chance, x):.3f}"
                for x in (MEDIANS_1992.gamma, MEDIANS_1992.delta)
            ),
        )
        for chance in (0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0)
    ]
    head = ("Chance", "Weight w, for a gain", "Weight w, for a loss")
    return table(head, rows, "What a chance weighs (γ = 0.61, δ = 0.69)")


def frames() -> Panel:
    """Show one choice seen from three reference points: the demonstration of document B's author.

    20 for sure, or a coin for 50 or nothing. **Source:** Robinson 2015, "Prospect theory and
    Crimea" (blog post of 9 February 2015); the numbers are ours, with the medians of 1992.
    """
    rows = []
    for reference, said in (
        (0, "I have nothing yet"),
        (20, "the 20 are mine already"),
        (50, "the 50 were as good as mine"),
    ):
        sure = prospect.value(20 - reference)
        gamble = prospect.prospect_value([(50 - reference, 0.5), (0 - reference, 0.5)])
        better = "the sure 20" if sure > gamble else "the coin"
        rows.append((f"{reference}: {said}", _signed(sure), _signed(gamble), better))
    head = ("Seen from", "The sure 20", "The coin", "Better")
    title = "What 20 for sure, and a coin for 50 or nothing, are worth (parameters of 1992)"
    return table(head, rows, title)


def loss_aversion_chart() -> charts.Figure:
    """Draw the published estimates of λ side by side, with their intervals where there are any."""
    found = tables.loss_aversion()
    rows = [
        {
            "said": f"{_short(row)}: {row.estimate:g}",
            "estimate": row.estimate,
            "low": row.low if row.low is not None else row.estimate,
            "high": row.high if row.high is not None else row.estimate,
        }
        for row in found
    ]
    with quick_jsonschema():
        import altair
    alt: Any = altair  # whose own type hints have gaps
    scale = alt.Scale(domain=[1, 2.5], nice=False)
    axis = alt.Axis(values=[1, 1.5, 2, 2.5], format=".1f")
    order = [row["said"] for row in rows]
    # The names stand above the marks, not beside them, so that the figure fits a phone.
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("said:N", sort=order, axis=None))
    bars = base.mark_rule(strokeWidth=3, color=charts.FIRST).encode(
        x=alt.X("low:Q", scale=scale, title="loss aversion λ (1: none)", axis=axis), x2="high:Q"
    )
    points = base.mark_point(size=110, filled=True, opacity=1, color=charts.FIRST).encode(
        x=alt.X("estimate:Q", scale=scale)
    )
    names = base.mark_text(align="left", dy=-15).encode(x=alt.datum(1), text="said:N")
    said = listed([f"{row.estimate:g} ({row.year})" for row in found])
    text = f"Three published estimates: {said}. The lines are 95 % intervals, where one was given."
    chart = (bars + points + names).properties(width=210, height=160)
    return charts.figure(chart, "How large is loss aversion?", text, charts.PHONE)


def loss_aversion_table() -> Panel:
    """Say what each published estimate of λ rests on."""
    rows = [
        (
            f"{row.study} ({row.year})",
            f"{row.estimate:g}" + ("" if row.low is None else f" ({row.low:g} to {row.high:g})"),
            row.basis,
        )
        for row in tables.loss_aversion()
    ]
    head = ("Study", "λ (95 % interval)", "It rests on")
    return table(head, rows, "What the three estimates rest on")


ACCOUNTS = ("preventive war", "defensive realism", "prospect theory", "imperial nationalism")
OPEN = "left open"
TWINS = (
    ("Force follows a shock that threatens influence", "yes", "yes", "yes", "yes"),
    (
        "War is chosen although, by one's own reckoning, waiting was worth more",
        "no",
        "no",
        "while what was lost still counts as one's own",
        "yes",
    ),
    ("It stops when the loss is averted", "yes", "yes", "at first", "no"),
    (
        "An offer of neutrality is refused",
        "if it is not believed",
        "if it is not believed",
        OPEN,
        "yes",
    ),
    (
        "What was won counts as one's own at once; what was lost is not given up",
        "no",
        "no",
        "yes",
        "in part",
    ),
    ("Land is annexed and its people are to change who they are", "no", "no", "no", "yes"),
)


def twins() -> Panel:
    """Show which of four accounts expects what, row by row; our judgement, and said to be."""
    rows = []
    for observed, *expected in TWINS:
        said = dict(zip(ACCOUNTS, expected, strict=True))
        for_it = [name for name, word in said.items() if word == "yes"]
        plain = ("yes", "no", OPEN)
        partly = [f"{name} ({word})" for name, word in said.items() if word not in plain]
        against = [name for name, word in said.items() if word == "no"]
        against += [f"{name} ({word})" for name, word in said.items() if word == OPEN]
        everybody = ["all four"] if len(for_it) == len(ACCOUNTS) else [*for_it, *partly]
        rows.append((observed, "; ".join(everybody), "; ".join(against) or "none"))
    head = ("What is observed", "Expected by", "Not expected by, or left open")
    return table(head, rows, "What four accounts expect: our own judgement, to be argued with")


def _short(row: Any) -> str:
    first, *others = row.study.split(",")
    return f"{first}{' and others' * bool(others)} {row.year}".replace("Tversky and", "Tversky &")


def _signed(number: float) -> str:
    return f"{number:.1f}".replace("-", "−")
