"""The key of P2: what is right, and what each known slip earns and is told.

Right answers come from `course.dilemma`, `course.power`, `course.threat` and `course.weights`. That
the slips are the frequent ones is our judgement, and so is the world of each pair of neighbours:
which of the two conditions its description gives is held in `CONDITIONS`.
"""

from __future__ import annotations

from math import fsum, prod

from course import power, threat, weights
from course.dilemma import FOUR, Game
from course.errors import listed
from course.grading.marks import Case, Mark, Slip, number, table
from course.homework.items import Variant
from course.homework.p2 import NEIGHBOURS, SHORT
from course.homework.plain import Plain, read_choice, read_number, read_table
from course.homework.public import unanswered

GAME = "Go back to lesson 2, the section on how sure one must be."
WORLDS = "Go back to lesson 2, the Four Worlds."
INDEX = "Go back to lesson 2, the section on counting power."
WEIGHER = "Go back to lesson 3, the Threat Weigher."
ROUNDING = 0.00501
"""Two decimals, however the last one was rounded."""


def threshold_right(v: Variant) -> float:
    """q* = (P - S) / [(R - T) + (P - S)]."""
    return Game(v["temptation"], v["reward"], v["punishment"], v["sucker"]).critical_belief or 0.0


def threshold_slips(v: Variant) -> list[Slip]:
    """Know the fractions that have the wrong thing on top, or below, or no brackets."""
    trust, fear = v["reward"] - v["temptation"], v["punishment"] - v["sucker"]
    open_top = v["punishment"] - v["sucker"] / trust + fear
    return [
        Slip(
            trust / (trust + fear),
            0.5,
            "On top stands what well-placed trust earns, R − T; there belongs what misplaced trust "
            f"costs. {GAME}",
            "P2.trust-on-top",
        ),
        Slip(
            0.5,
            0.0,
            "Even odds are no answer that comes from these payoffs: one half would be right only "
            f"if trust earned as much as misplaced trust costs. {GAME}",
            "P2.even-odds",
        ),
        Slip(
            _read(fear / trust),
            0.25,
            "You divided the cost of misplaced trust by the gain of well-placed trust. The "
            f"threshold is the cost as a part of the two together. {GAME}",
            "P2.ratio",
        ),
        Slip(
            _read(trust / fear),
            0.25,
            "You divided the gain of well-placed trust by the cost of misplaced trust. The "
            f"threshold is the cost as a part of the two together. {GAME}",
            "P2.ratio",
        ),
        *(
            Slip(
                _read(without),
                0.75,
                "The formula is there, the brackets are not: a division comes before a sum, so "
                f"what stands above and below the line each needs brackets. {GAME}",
                "P2.brackets",
            )
            for without in (fear / trust + fear, open_top)
        ),
    ]


def _read(value: float) -> float:
    """Give a number as `number` reads it where it asks for one up to 1: above 1, as percent."""
    return value / 100 if value > 1 else value


def world(attack: bool, apart: bool) -> str:
    """Name the world of two conditions, as `course.dilemma.FOUR` numbers them."""
    offences = {offence for _, _, offence, _ in FOUR}
    return next(
        f"World {n}"
        for n, _, offence, distinct in FOUR
        if (offence == max(offences)) is attack and (distinct > 0) is apart
    )


CONDITIONS = {
    "batteries": (False, True),
    "dawn": (True, False),
    "desert": (True, True),
    "forts": (False, True),
    "islands": (True, True),
    "mines": (False, True),
    "pass": (False, False),
    "plain": (True, False),
    "river": (True, False),
    "rockets": (True, True),
    "ships": (False, False),
    "trenches": (False, False),
}
"""For each description: whether attacking has the advantage, whether postures can be told apart."""
ALL_WORLDS = {
    world(attack, apart): (attack, apart) for attack in (False, True) for apart in (False, True)
}


ONE_CONDITION = 0.25
"""Not a half: then the same word for all five would earn half of the points."""


def one_world(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one pair of neighbours; one condition of the two read right is a quarter."""
    text = case.variant["neighbours"][entry]
    attack, apart = CONDITIONS[next(name for name, it in NEIGHBOURS.items() if it == text)]
    named = read_choice(said, tuple(option.id for option in case.item.options))
    if named == world(attack, apart):
        return Mark(1, 1, "right.")
    said_attack, said_apart = ALL_WORLDS[named]
    if said_apart == apart:
        return Mark(
            ONE_CONDITION,
            1,
            "what the postures show is read right, whether attacking or defending has the "
            "advantage is not. Ask which is easier, to take or to hold, for whoever tries; who is "
            f"stronger does not come into it. {WORLDS}",
            "M06",
        )
    if said_attack == attack:
        return Mark(
            ONE_CONDITION,
            1,
            "whether attacking or defending has the advantage is read right, what the postures "
            "show is not. Ask whether an outsider could see that a force is meant for defence "
            f"only. {WORLDS}",
            "P2.postures",
        )
    return Mark(0, 1, f"neither of the two conditions is as the text has it. {WORLDS}", "P2.worlds")


def cinc_right(v: Variant) -> float:
    """The mean of the six shares."""
    return power.weighted_index(_components(v), power.EQUAL)


def cinc_slips(v: Variant) -> list[Slip]:
    """Know the sum, and the other mean."""
    found = v["shares"]
    return [
        Slip(
            fsum(found),
            0.5,
            f"You added the six shares up; the index is their average. {INDEX}",
            "P2.summed",
        ),
        Slip(
            prod(found) ** (1 / len(found)),
            0.5,
            "That is the geometric mean, in which one small share pulls the whole down. COW uses "
            f"the arithmetic mean. {INDEX}",
            "P2.geometric-mean",
        ),
    ]


def _components(v: Variant) -> dict[str, float | None]:
    return dict(zip(power.COMPONENTS, v["shares"], strict=True))


def index_slips(v: Variant, given: dict[str, float]) -> list[Slip]:
    """Know the right index for these weights first, then the ways to another one."""
    first, second = v["scores"]
    mine = list(given.values())
    total = fsum(mine)
    plain = fsum(w * x for w, x in zip(mine, first, strict=True))
    return [
        Slip(
            threat.index(first, mine, "additive"),
            1.0,
            f"T follows from your weights.{_remark(given)}",
        ),
        Slip(
            plain,
            1.0 if abs(total - 1) < 0.02 else 0.5,
            "The sum is there, but your weights do not add up to 1: divide by what they add up to. "
            f"{WEIGHER}",
            "P2.not-normalised",
        ),
        Slip(
            plain / len(mine),
            0.5,
            "You divided by the number of sources; to make shares of your weights, divide by what "
            f"they add up to. {WEIGHER}",
            "P2.divided-by-four",
        ),
        Slip(
            threat.index(second, mine, "additive"),
            0.75,
            "That is the index of the other state in the table, with your weights. Look again at "
            "which one was asked for.",
            "P2.other-state",
        ),
        Slip(
            threat.index(first, mine, "geometric"),
            0.5,
            "You multiplied the sources; the question adds them up. Walt names neither, so say "
            f"which you use. {WEIGHER}",
            "P2.product",
        ),
        Slip(
            fsum(first) / len(first),
            0.25,
            "That is the index with equal weights, and yours are not equal. Leaving weights out is "
            f"a choice of weights too. {WEIGHER}",
            "M24",
        ),
    ]


def _remark(given: dict[str, float]) -> str:
    """Say what full points should not leave unsaid."""
    if given["perceived intentions"] == 0:
        return (
            " But perceived intentions have no weight in it. They are what sets Walt's theory "
            "apart from counting power; if you mean to leave them out, say why where you use this "
            "index (lesson 3, the Threat Weigher)."
        )
    if len(set(given.values())) == 1:
        return " Equal weights are a choice like any other, so be ready to say why."
    return ""


def threat_index(answer: Plain, case: Case) -> Mark:
    """Mark the index by the learner's own weights: any weights will do, T has to follow."""
    points = case.item.points
    said = read_table(answer, tuple(case.variant["parts"]))
    given = {
        source: None if unanswered(said[short]) else read_number(said[short])
        for short, source in SHORT.items()
    }
    weights.normalise(given)
    sound = {source: weight for source, weight in given.items() if weight is not None}
    if unanswered(said["index"]):
        return Mark(0, points, "Your weights are there; T is still open.")
    index = read_number(said["index"])
    slips = index_slips(case.variant, sound)
    near = [slip for slip in slips if abs(index - slip.answer) <= _rounding(slip.answer)]
    if index > 1 and abs(index / 100 - slips[0].answer) <= ROUNDING:  # written in percent
        near.append(slips[0])
    if not near:
        return Mark(
            0,
            points,
            "This T does not follow from your weights and the scores, nor from a known slip. Take "
            "it in steps: each weight as a part of all four together, times the score, then add. "
            f"{WEIGHER}",
        )
    best = max(near, key=lambda slip: slip.credit)
    if best.credit == 1:
        best = slips[0]
    return Mark(best.credit * points, points, best.message, best.misconception)


def _rounding(value: float) -> float:
    return max(ROUNDING, value / 1000)


def contrasts(pair: list[list[float]]) -> list[float]:
    """Take Y's scores from X's, source by source."""
    return [x - y for x, y in zip(*pair, strict=True)]


def decided(v: Variant) -> str:
    """Find the pair in which no weighting can turn the verdict."""
    return next(
        letter
        for letter, pair in v["pairs"].items()
        if weights.dominance(contrasts(pair)) != "depends"
    )


def dominance(answer: Plain, case: Case) -> Mark:
    """Mark the choice of a pair; for a wrong one, say what speaks against it."""
    points = case.item.points
    said = read_choice(answer, tuple(option.id for option in case.item.options))
    if said == decided(case.variant):
        text = "One state is ahead on every source, so whatever counts, it is ahead."
        return Mark(points, points, text)
    if said not in case.variant["pairs"]:
        text = (
            "Often so, but not always: where every source speaks for the same state, no weights "
            "can turn it. Look for weights under which the other one leads, pair by pair."
        )
        return Mark(0, points, f"{text} {WEIGHER}", "P2.no-dominance")
    four = contrasts(case.variant["pairs"][said])
    ahead = "X" if fsum(four) > 0 else "Y"
    against = [
        source for source, d in zip(threat.SOURCES, four, strict=True) if (d < 0) is (ahead == "X")
    ]
    nearest = max(range(len(four)), key=lambda k: abs(four[k]))
    proximity = threat.SOURCES[nearest] == "geographic proximity"
    why = (
        "The gap in proximity is wide, and still no single source decides under every weighting"
        if proximity
        else f"With equal weights {ahead} leads there, and equal weights are only one choice"
    )
    speaks = "speaks" if len(against) == 1 else "speak"
    text = f"{why}: {listed(against)} {speaks} for the other state, and could have all the weight."
    return Mark(0, points, f"{text} {WEIGHER}", "M03" if proximity else "M24")


def share_right(v: Variant) -> float:
    """The share of all weightings of two sources in which X has the greater index."""
    return weights.share_holding(contrasts(v["two"]))


def share_slips(v: Variant) -> list[Slip]:
    """Know the other side's share, and the answers that are no share of weightings."""
    x, y = v["two"]
    right = share_right(v)
    rows = [
        sum(turn / 20 * d + (1 - turn / 20) * e > edge for turn in range(21))
        for d, e in [contrasts(v["two"])]
        for edge in (1e-9, -1e-9)
    ]
    gain, loss = sorted(contrasts(v["two"]), reverse=True)
    return [
        Slip(
            1 - right,
            0.5,
            "That is the share in which Y leads. Look again on which side of the weight at which "
            f"the lead changes X is ahead, and how long that side is. {WEIGHER}",
            "P2.other-side",
        ),
        *(
            Slip(
                count / 21,
                0.75,
                "You counted rows. Rows are points; the share is the length of the stretch between "
                f"them, from the weight at which the lead changes to the end. {WEIGHER}",
                "P2.counted-rows",
            )
            for count in rows
        ),
        *(
            Slip(
                verdict,
                0.0,
                "That is a verdict, not a share: with some weights X leads and with others Y. In "
                f"what part of all weightings does X? {WEIGHER}",
                "M24",
            )
            for verdict in (0.0, 1.0)
        ),
        Slip(
            fsum(x) / 2,
            0.0,
            "That is the index of X with equal weights, which are one weighting of many. Asked for "
            f"is the share of all weightings in which X leads. {WEIGHER}",
            "M24",
        ),
        Slip(
            fsum(x) / fsum([*x, *y]),
            0.25,
            "You divided X's scores by all scores. What matters is by how much X leads on the one "
            f"source and trails on the other. {WEIGHER}",
            "P2.share-of-scores",
        ),
        Slip(
            _read(gain / -loss),
            0.25,
            "You divided the lead on one source by the lag on the other. The share is the lead as "
            f"a part of the two together. {WEIGHER}",
            "P2.ratio",
        ),
    ]


KEY = {
    "threshold": number(
        threshold_right,
        threshold_slips,
        within=lambda right: ROUNDING,
        well_done="The cost of misplaced trust, as a part of cost and gain together.",
        otherwise="This does not follow from these payoffs, nor from a known slip; work out P − S "
        f"and R − T first. {GAME}",
    ),
    "worlds": table(one_world, well_done="All five worlds are told apart."),
    "cinc": number(
        cinc_right,
        cinc_slips,
        within=lambda right: ROUNDING / 10,
        well_done="The arithmetic mean: each component counts one sixth, by convention.",
        otherwise="This is neither the average of the six shares nor what comes of a known slip. "
        f"{INDEX}",
    ),
    "threat_index": threat_index,
    "dominance": dominance,
    "robust_share": number(
        share_right,
        share_slips,
        within=lambda right: ROUNDING,
        well_done="That is the part of all weightings in which X leads; it is not the probability "
        "that X is the greater threat.",
        otherwise="This is not the share, nor what comes of a known slip. Find in the table the "
        f"weight at which the lead changes, and on which side of it X leads. {WEIGHER}",
    ),
}


def own_index(case: Case) -> dict[str, str]:
    """Work out the index that follows from the weights a student chose."""
    said = read_table(case.answers.get("threat_index"), tuple(case.variant["parts"]))
    given = {s: read_number(said[n]) for n, s in SHORT.items() if not unanswered(said[n])}
    weights.normalise(given)
    return {"index": f"{index_slips(case.variant, given)[0].answer:.4f}"}


FOLLOWS = {"threat_index": own_index}
"""For whoever marks: what is right where it follows from other answers."""
