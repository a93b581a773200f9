"""The key of P4: whether what was handed in hangs together, never which account it favours.

Nobody can say whether a likelihood is right. What can be said is whether ratings could have gone
against their author, and whether the posteriors follow from them; both are worked out from the
ratings handed in. The rule is Bayes', the kinds of tests those of `course.evidence` (Van Evera
1997, Collier 2011). What counts as fair, and how many cards have to divide, is our judgement.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from course import evidence
from course.errors import CourseError
from course.grading.marks import Case, Mark, Slip, table
from course.homework import public
from course.homework.items import Variant
from course.homework.plain import Plain, read_choice, read_number, read_table, read_whole

BALANCE = "Go back to lesson 6, the Evidence Balance."
ODDS = 'Go back to lesson 6, "From surprise to odds".'
SQUARE = "Go back to lesson 6, the square of tests."
OPPONENT = "Choose two cards that your opponent would choose, and rate them as a judge would."
DIVIDING = 3
"""How many cards must tell something between the accounts."""
EIGHT = 0.01  # rounding of products of eight numbers
TWO = 0.006  # rounding to two decimals
PROPORTION = 0.03  # products that were rounded to two digits
SUM = 0.02  # how far from 1 four rounded shares may add up

Rows = Sequence[Mapping[str, float]]
"""Cards, each with a chance by account."""


def favourite(answer: Plain, case: Case) -> Mark:
    """Give the point for committing to any of the four."""
    read_choice(answer, tuple(option.id for option in case.item.options))
    return Mark(case.item.points, case.item.points, "You committed to one before you rated.")


def ratings(answer: Plain, case: Case) -> Mark:
    """Mark whether the ratings are chances, tell something, and could have gone against you."""
    points = case.item.points
    rows, faults = rated(answer, case.variant)
    if not rows:
        return Mark(0, points, faults[0], "P4.no-chances")
    done = len(rows) / len(case.variant["cards"])
    credit, message, slip = fairness(list(rows.values()), _favourite(case))
    counted = "" if done == 1 else f"{len(rows)} of {len(case.variant['cards'])} cards count. "
    more = f" {faults[0]}" if faults else ""
    return Mark(round(points * done * credit, 4), points, f"{counted}{message}{more}", slip)


def fairness(rows: Rows, favoured: str | None) -> tuple[float, str, str | None]:
    """Say what a set of ratings earns (0 to 1), why, and which misconception shows in it."""
    dividing = sum(tells(row) for row in rows)
    if not dividing:
        text = "You rated each card the same under all accounts: each fits, and none tells. Ask "
        return 0, f"{text}under which account a card would surprise you most. {BALANCE}", "M15"
    if evidence.one_sided(rows):
        text = "Every card speaks for one and the same account, so it could not have lost."
        return 0.5, f"{text} {OPPONENT} {BALANCE}", "M15"
    against = {name: any(speaks_against(row, name) for row in rows) for name in rows[0]}
    if favoured is None and not all(against.values()):
        text = "Commit to one of the four accounts first, in the question before this one; then "
        return 0.5, f"{text}it can be seen whether any card speaks against it.", None
    if favoured and not against[favoured]:
        text = "No card is less likely under your favourite than under the others on average, so "
        return 0.5, f"{text}it could not have lost. {OPPONENT} {BALANCE}", "M15"
    if dividing < min(DIVIDING, len(rows)):
        text = "Hardly any card tells something between your accounts; the others fit all alike."
        return 0.5, f"{text} {BALANCE}", "M15"
    text = "Your ratings are chances, and at least one card speaks against your favourite. "
    return 1, f"{text}Nobody can measure whether they are right: say what hangs on them.", None


def tells(row: Mapping[str, float]) -> bool:
    """Whether a card divides the accounts at all."""
    return evidence.diagnosticity(row) > evidence.NEAR


def speaks_against(row: Mapping[str, float], name: str) -> bool:
    """Whether a card is less likely under one account than under the others on average."""
    others = [p for other, p in row.items() if other != name]
    return row[name] < math.fsum(others) / len(others) - evidence.NEAR


def rated(answer: Plain, variant: Variant) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Read the ratings: the cards that are complete, and what is wrong with the others."""
    rows, faults = {}, []
    names = tuple(variant["accounts"])
    for card, said in read_table(answer, tuple(variant["cards"])).items():
        try:
            if public.unanswered(said):
                raise CourseError("it is left open.")
            row = read_table(said, names)
            if any(public.unanswered(part) for part in row.values()):
                raise CourseError("an account is left open.")
            rows[card] = _chances({name: read_number(part) for name, part in row.items()})
        except CourseError as error:
            faults.append(f"Card {card}: {error}")
    return rows, faults


def _chances(row: dict[str, float]) -> dict[str, float]:
    """See that numbers are chances; a row with numbers above 5 is taken as percentages."""
    top = max(row.values())
    if top > 5:
        row = {name: number / 100 for name, number in row.items()}
    elif top > 1:
        raise CourseError(
            "a chance lies between 0 and 1; the steps from 1 to 5 of lesson 6 are something else."
        )
    if not all(0 < number < 1 for number in row.values()):
        raise CourseError(
            "a chance of exactly 0 or 1 would let no later evidence count; choose one in between."
        )
    return row


def _favourite(case: Case) -> str | None:
    try:
        return read_choice(case.answers.get("favourite"), tuple(case.variant["accounts"]))
    except CourseError:
        return None


def posterior(cards: int, within: float) -> Callable[[Plain, Case], Mark]:
    """Mark posteriors after the first `cards` cards against the ratings handed in."""

    def marker(answer: Plain, case: Case) -> Mark:
        points = case.item.points
        names = tuple(case.variant["accounts"])
        said = shares(answer, names)
        try:
            rows, _ = rated(case.answers.get("likelihoods"), case.variant)
        except CourseError:
            rows = {}
        used = [rows[card] for card in list(case.variant["cards"])[:cards] if card in rows]
        if len(used) < cards:
            text = "This has to follow from your own ratings, and some of those it needs are "
            return Mark(0, points, f"{text}missing or are no chances; rate the cards first.")
        if not any(tells(row) for row in rows.values()):
            text = "From ratings that are the same under all accounts nothing follows; rate the "
            return Mark(0, points, f"{text}cards anew, then work it out. {BALANCE}", "M15")
        after = updated(used)
        found = nearest(said, after, posterior_slips(used), within)
        if found is None:
            text = "This does not follow from your ratings. Multiply all ratings of one account,"
            return Mark(0, points, f"{text} do so for each, then divide each by the sum. {ODDS}")
        text = found.message
        if found.credit == 1:
            leaders, mine = evidence.leaders(after), _favourite(case)
            if cards == len(rows) and mine and mine not in leaders:
                text += " Your own ratings put another account first than the one you favour: "
                text += "say in the essay what you make of it."
        return Mark(found.credit * points, points, text, found.misconception)

    return marker


def updated(rows: Rows) -> dict[str, float]:
    """Bayes' rule from equal priors: the products of the chances, shared out."""
    return normal(products(rows))


def products(rows: Rows) -> dict[str, float]:
    """Multiply the chances of each account."""
    return {name: math.prod(row[name] for row in rows) for name in rows[0]}


def normal(parts: Mapping[str, float]) -> dict[str, float]:
    """Share out: divide by the sum."""
    total = math.fsum(parts.values())
    return {name: part / total for name, part in parts.items()}


def means(rows: Rows) -> dict[str, float]:
    """Average the chances of each account."""
    return {name: math.fsum(row[name] for row in rows) / len(rows) for name in rows[0]}


def posterior_slips(rows: Rows) -> list[Slip]:
    """Know the ways to go wrong with the ratings of some cards, from equal priors."""
    last = f"Only the last card is in; what the ones before told does not go away. {ODDS}"
    first = f"Only the first card is in; the others have to be multiplied in as well. {ODDS}"
    slips = [
        Slip(
            normal(means(rows)),
            0.5,
            "You averaged the chances. An account has to live with all cards at once: multiply. "
            f"{ODDS}",
            "P4.averaged",
        ),
        Slip(normal(rows[-1]), 0.25, last, "P4.last-card-only"),
        Slip(normal(rows[0]), 0.25, first, "P4.first-card-only"),
    ]
    if len(rows) > 2:
        text = f"That is where you were after two cards; the others have to come in. {ODDS}"
        slips.append(Slip(updated(rows[:2]), 0.25, text, "P4.two-cards-only"))
    chances = f"These are chances of the card under each account, not of the accounts. {ODDS}"
    before = f"That is where all began. The cards move it, unless they tell nothing. {ODDS}"
    return [
        *slips,
        Slip(rows[0], 0, chances, "M15"),
        Slip(rows[-1], 0, chances, "M15"),
        Slip(dict.fromkeys(rows[0], 1 / len(rows[0])), 0, before, "M24"),
    ]


def nearest(
    said: Mapping[str, float], right: Mapping[str, float], slips: Sequence[Slip], within: float
) -> Slip | None:
    """Find what an answer is: right, a known slip, one of them not shared out, or none (None).

    If it is several at once, the one that earns most counts.
    """
    if off(said, right) <= within:
        return Slip(right, 1, "It follows from the numbers by Bayes' rule.")
    hits = [slip for slip in slips if off(said, slip.answer) <= within]
    total = math.fsum(said.values())
    if total <= 0 or min(said.values()) < 0:
        return max(hits, key=lambda slip: slip.credit, default=None)
    shared = abs(total - 1) <= SUM
    if off(normal(said), right) <= PROPORTION and shared:
        text = "The way is right. Somewhere numbers were rounded too early: keep three digits that "
        hits.append(Slip(said, 0.75, f"{text}are not zero until the end.", "P4.rounded-early"))
    elif off(normal(said), right) <= PROPORTION:
        text = "The products are right; they still have to be divided by their sum, so that they "
        hits.append(Slip(said, 0.5, f"{text}add up to 1. {ODDS}", "P4.not-shared-out"))
    if not shared and any(
        slip.misconception == "P4.averaged" and off(normal(said), slip.answer) <= within
        for slip in slips
    ):
        text = "You added or averaged the chances. Multiply, then divide by the sum."
        hits.append(Slip(said, 0.25, f"{text} {ODDS}", "P4.averaged"))
    return max(hits, key=lambda slip: slip.credit, default=None)


def off(said: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Give the largest difference between two sets of shares."""
    return max(abs(said[name] - share) for name, share in other.items())


def shares(answer: Plain, names: tuple[str, ...]) -> dict[str, float]:
    """Read four shares; numbers that add up to about 100 are percentages."""
    said = read_table(answer, names)
    empty = [name for name in names if public.unanswered(said[name])]
    if empty:
        raise CourseError(f"Still open: {', '.join(empty)}; all four are needed, for they add up.")
    found = {name: read_number(part) for name, part in said.items()}
    if 95 < math.fsum(found.values()) < 105:
        return {name: number / 100 for name, number in found.items()}
    return found


def both(v: Variant) -> list[dict[str, float]]:
    """Give the chances of the two cards of the vase."""
    return [{name: pair[n] for name, pair in v["chances"].items()} for n in (0, 1)]


def two_step(answer: Plain, case: Case) -> Mark:
    """Mark the update with drawn numbers."""
    points, rows = case.item.points, both(case.variant)
    said = shares(answer, tuple(case.variant["explanations"]))
    found = nearest(said, updated(rows), posterior_slips(rows), TWO)
    if found is None:
        text = "These numbers follow neither from the rule nor from a slip that we know. For each "
        text += "explanation, multiply .25 by both chances; then divide each product by the sum of "
        return Mark(0, points, f"{text}the four. {ODDS}")
    return Mark(found.credit * points, points, found.message, found.misconception)


KINDS = {"hoop": "hoop", "smoking_gun": "smoking gun", "doubly": "doubly decisive"}
HOW = "Work out both outcomes: by how much does the finding change the odds, and its absence?"
NOT_BOTH = "Not both outcomes change the odds by the factor of 5 that was agreed on."
WRONG = {
    ("hoop", "smoking gun"): (
        "To find this tells less than you say: it is not rare without the claim either.",
        "M15",
    ),
    ("hoop", "straw in the wind"): (
        "To find it tells little; that is right. But how likely was it to be missing, if the "
        "claim is true?",
        "M16",
    ),
    ("hoop", "doubly decisive"): (
        NOT_BOTH,
        "M15",
    ),
    ("smoking gun", "hoop"): (
        "Its absence tells less than you say: it is often missing even if the claim is true.",
        "M16",
    ),
    ("smoking gun", "straw in the wind"): (
        "Its absence tells little; that is right. But how rare is the finding without the claim?",
        "P4.rare-finding",
    ),
    ("smoking gun", "doubly decisive"): (
        NOT_BOTH,
        "M16",
    ),
    ("doubly decisive", "hoop"): (
        "What its absence tells is read right. How rare is the finding without the claim?",
        "P4.one-of-two",
    ),
    ("doubly decisive", "smoking gun"): (
        "What it tells to find this is read right. How surprising would its absence be?",
        "P4.one-of-two",
    ),
    ("doubly decisive", "straw in the wind"): (
        "Of a straw neither outcome is strong. How rare is this finding without the claim?",
        "P4.rare-finding",
    ),
    ("straw in the wind", "hoop"): (
        "It is missing too often even with the claim true for its absence to sink anything.",
        "M16",
    ),
    ("straw in the wind", "smoking gun"): (
        "It fits the claim; but it is found nearly as often without it.",
        "M15",
    ),
    ("straw in the wind", "doubly decisive"): (
        NOT_BOTH,
        "M15",
    ),
}


def kind(v: Variant, entry: str) -> str:
    """Name the kind of a case, from its two chances."""
    return KINDS.get(evidence.kind(*v["found"][entry]), "straw in the wind")


def one_test(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one case; who saw one of the two strong outcomes gets half."""
    options = tuple(option.id for option in case.item.options)
    chosen, right = read_choice(said, options), kind(case.variant, entry)
    if chosen == right:
        return Mark(1, 1, "right.")
    text, slip = WRONG[right, chosen]
    return Mark(0.5 if slip == "P4.one-of-two" else 0, 1, f"{text} {HOW} {SQUARE}", slip)


def carrying(v: Variant) -> Iterator[str]:
    """Find the cards without which another account leads."""
    rows = carried_rows(v)
    for card in rows:
        left = [row for other, row in rows.items() if other != card]
        if evidence.leaders(updated(left)) != evidence.leaders(updated(list(rows.values()))):
            yield card


def carried_rows(v: Variant) -> dict[str, dict[str, float]]:
    """Give the table of the last question, with a name for each column."""
    return {card: dict(zip("XYZ", row, strict=True)) for card, row in v["carried"].items()}


def widest(v: Variant) -> str:
    """Find the card with the widest spread between its best and its worst account."""
    rows = carried_rows(v)
    return max(rows, key=lambda card: evidence.diagnosticity(rows[card]))


def fits_best(v: Variant) -> str:
    """Find the card that is likeliest under the account that leads."""
    rows = carried_rows(v)
    (leader,) = evidence.leaders(updated(list(rows.values())))
    return max(rows, key=lambda card: rows[card][leader])


def flip(answer: Plain, case: Case) -> Mark:
    """Mark which card carries the lead."""
    points, said = case.item.points, read_whole(answer)
    card = str(said)
    if card not in case.variant["carried"]:
        raise CourseError(f"There is no card {card}; write a whole number from 1 to 4.")
    (right,) = carrying(case.variant)
    if card == right:
        return Mark(points, points, "Without this card another account leads: it carries it all.")
    if card == widest(case.variant):
        text = "This card has the widest spread, but not between the account that leads and the "
        text += f"one that would take its place. {BALANCE}"
        return Mark(round(points / 3, 4), points, text, "P4.widest-spread")
    if card == fits_best(case.variant):
        text = "This card fits the leader best; but look how well it fits its rival too. What "
        return Mark(0, points, f"{text}counts is the ratio. {BALANCE}", "M15")
    text = "Leave this card out, multiply the other three for each account, and see who leads. "
    return Mark(0, points, f"{text}{BALANCE}")


KEY = {
    "favourite": favourite,
    "likelihoods": ratings,
    "posterior_two": posterior(2, TWO),
    "posterior_all": posterior(8, EIGHT),
    "two_step": two_step,
    "test_types": table(one_test, well_done="All four are named rightly."),
    "flip": flip,
}


def _after(cards: int, case: Case) -> dict[str, str]:
    """Work out what follows from a student's own ratings of the first cards."""
    rows, _ = rated(case.answers.get("likelihoods"), case.variant)
    used = [rows[card] for card in list(case.variant["cards"])[:cards] if card in rows]
    if len(used) < cards:
        raise CourseError("Some of the ratings are missing.")
    return {name: f"{chance:.3f}" for name, chance in updated(used).items()}


FOLLOWS = {
    "posterior_two": lambda case: _after(2, case),
    "posterior_all": lambda case: _after(8, case),
    "two_step": lambda case: {
        name: f"{chance:.3f}" for name, chance in updated(both(case.variant)).items()
    },
}
"""For whoever marks: what is right where it follows from other answers or from drawn numbers."""
