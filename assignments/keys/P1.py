"""The key of P1: what is right, and what each known slip earns and is told.

Types, paragraphs and speakers are those of the claims ledger in ``seeds``; where the second coder
gave another type, either coding is right. Which observation tests a claim is our judgement, after
the tests written in the ledger.
"""

from __future__ import annotations

from course import seeds
from course.grading.marks import Case, Mark, table
from course.homework.p1 import observations
from course.homework.plain import Plain, read_choice, read_paragraph, read_table
from course.homework.public import unanswered
from course.records import Claim

SORT = "Go back to lesson 1, the claim sorter, and its definitions."
SPEAK = "Go back to lesson 1, the three layers."
PROVE = "Go back to lesson 1, what would prove this wrong."

WRONG_TYPE = {
    "causal": (
        "A causal claim says what brings something about, or does not. Look for that because in "
        f"this sentence; what it says may be of another kind. {SORT}"
    ),
    "factual": (
        "The sentence says more than what is or was so, or what somebody believed. Ask what it "
        f"adds: a reason, an outlook, advice, a verdict? {SORT}"
    ),
    "predictive": f"Nothing here is said to be still to come. {SORT}",
    "normative": f"Nobody is told here what to do or to leave. {SORT}",
    "conceptual": f"This does not say what a word or a theory means; it uses the words. {SORT}",
    "evaluative": (
        "No theory, study or book is judged here; ask what this says about the world, or to "
        f"somebody. {SORT}"
    ),
}
"""What is said to a wrong type, by the type that was chosen: what is right stays open."""


def type_of(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one type: the ledger's, or that of its second coder."""
    options = tuple(option.id for option in case.item.options)
    chosen = read_choice(said, options)
    claim = seeds.claim(case.variant["claims_are"][entry])
    accepted = {claim.type, claim.second_type} - {""}
    if chosen in accepted:
        return Mark(1, 1, "right.")
    if chosen == "factual":
        # The same sentence whatever is right: one of its own would name what is.
        text = WRONG_TYPE["factual"]
        if _all_alike(case):
            alike = "The same word for nearly everything sorts nothing, so no slip earns a half."
            return Mark(0, 1, f"{alike} {text}", "P1.all-alike")
        if "causal" in accepted:
            return Mark(0.5, 1, text, "P1.causal-as-factual")
    if claim.type == "factual" and chosen == "causal":
        text = "There is no because in this sentence. That it may have led to something, or that"
        text += " two things do or do not go together, would have to be argued by another claim."
        return Mark(0, 1, f"{text} {SORT}", "P1.factual-as-causal")
    slip = "P1.normative-as-causal" if (claim.type, chosen) == ("normative", "causal") else None
    return Mark(0, 1, WRONG_TYPE[chosen], slip)


def _all_alike(case: Case) -> bool:
    """Whether one word stands in all entries, or in all that are filled in of more than half."""
    said = read_table(case.answers[case.item.name], tuple(case.variant[case.item.entries]))
    words = [str(part).casefold().strip(" .") for part in said.values() if not unanswered(part)]
    return len(set(words)) == 1 and len(words) > len(said) / 2


def place_of(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one paragraph: one that the claim rests on, the next one, or another."""
    ids = tuple(paragraph.id for paragraph in seeds.paragraphs())
    chosen = seeds.paragraph(read_paragraph(said, ids))
    claim = seeds.claim(case.variant["claims_are"][entry])
    places = [seeds.paragraph(id) for id in claim.paragraphs]
    if chosen in places:
        return Mark(1, 1, "right.")
    same = [place for place in places if place.document == chosen.document]
    if any(abs(place.order - chosen.order) == 1 for place in same):
        text = "Close. A paragraph beside this one says it more plainly; read the neighbours again."
        return Mark(0.5, 1, text, "P1.next-paragraph")
    if not same:
        text = "The other document says something near it; ask which of the two says just this."
        return Mark(0, 1, text, "P1.other-document")
    text = "Not in this paragraph: take a rare word of the claim, or one that means the same, and"
    return Mark(0, 1, f"{text} look for it in the table.")


def layer_of(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one speaker; to take quoting for reporting is half right, for both are the study."""
    options = tuple(option.id for option in case.item.options)
    chosen = read_choice(said, options)
    claim = seeds.claim(case.variant["attributed_are"][entry])
    if chosen == claim.layer:
        return Mark(1, 1, "right.")
    if "own" not in (chosen, claim.layer):
        if _all_alike(case):
            text = "The same word for nearly all tells nobody apart, so this slip earns no half."
            return Mark(0, 1, f"{text} {SPEAK}", "P1.all-alike")
        text = "The study speaks, that is right. Look again whether our text says that these are"
        return Mark(0.5, 1, f"{text} its own words, or retells it. {SPEAK}", "P1.quoted-reported")
    text = "Ask who would have to answer for this sentence: the study, or whoever writes about it."
    text += " Look for who is named in the paragraph, and for who adds or sums up."
    return Mark(0, 1, f"{text} {SPEAK}", "M21")


TEST, ONE_SIDED, EITHER_WAY = "test", "one-sided", "either way"
KINDS = {
    "A-c4": (EITHER_WAY, TEST, ONE_SIDED),
    "A-c10": (TEST, EITHER_WAY, ONE_SIDED),
    "A-c23": (ONE_SIDED, EITHER_WAY, TEST),
    "A-c25": (ONE_SIDED, TEST, EITHER_WAY),
    "B-c10": (TEST, ONE_SIDED, EITHER_WAY),
    "B-c25": (ONE_SIDED, EITHER_WAY, TEST),
}
"""What each observation in P1_observations.toml can do for its claim, in the order of the file."""


def test_of(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one choice of a test; an observation that sees one side only bears on the claim."""
    chosen = read_choice(said, tuple(option.id for option in case.item.options))
    kind = kind_of(seeds.claim(case.variant["tested_are"][entry]), case, entry, chosen)
    if kind == TEST:
        return Mark(1, 1, "right.")
    if kind == ONE_SIDED:
        text = "It bears on the claim, but looks only where the claim came true or seems to have;"
        text += " whatever is found there, nothing could count against it."
        return Mark(0.25, 1, f"{text} {PROVE}", "M14")
    text = "One would find the same whether the claim is true or not, so it decides nothing."
    return Mark(0, 1, f"{text} {PROVE}", "M15")


def kind_of(claim: Claim, case: Case, entry: str, letter: str) -> str:
    """Say what the observation under that letter can do for the claim."""
    text = case.variant["observations"][entry][letter]
    return KINDS[claim.id][observations()[claim.id].index(text)]


KEY = {
    "types": table(type_of, well_done="All ten are of the type you say."),
    "paragraphs": table(place_of, well_done="All ten are where you say."),
    "layers": table(layer_of, well_done="You kept the speakers apart in all six."),
    "tests": table(test_of, well_done="Both claims could lose by what you chose."),
}


def why_type(entry: str, case: Case) -> str:
    """Say how the two coders coded a claim."""
    claim = seeds.claim(case.variant["claims_are"][entry])
    second = claim.second_type or claim.type
    return f"{claim.id}: the first coder said {claim.type}, the second {second}."


def why_place(entry: str, case: Case) -> str:
    """Say on which paragraph a claim rests first."""
    claim = seeds.claim(case.variant["claims_are"][entry])
    return f"{claim.id} of the claims ledger rests on {claim.paragraph} first."


def why_layer(entry: str, case: Case) -> str:
    """Say what the ledger notes."""
    claim = seeds.claim(case.variant["attributed_are"][entry])
    return f"{claim.id} stands in {claim.paragraph}; the ledger has {claim.layer}."


def why_test(entry: str, case: Case) -> str:
    """Say what each observation can do."""
    claim = seeds.claim(case.variant["tested_are"][entry])
    letters = case.variant["observations"][entry]
    kinds = "; ".join(f"{letter}: {kind_of(claim, case, entry, letter)}" for letter in letters)
    return f"{claim.id}. {kinds}. By our judgement, after the test in the ledger: {claim.test}"


WHY = {"types": why_type, "paragraphs": why_place, "layers": why_layer, "tests": why_test}
"""For whoever marks: why an answer is right."""
