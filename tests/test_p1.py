"""P1: the claims that may be drawn, and that every answer of everybody can be told apart."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import Any

import nbformat
import pytest

from course import Sheet, seeds
from course.errors import CourseError
from course.grading import guide, keys, marking, release, slips
from course.homework import items, p1, public, writing
from course.homework.draws import COURSE, Draw
from course.homework.plain import read_paragraph
from course.widgets.sorter import chosen

ASKED = items.assignment("P1")
KEY = keys.key("P1")
FIND, ATTRIBUTE = ([seeds.claim(id) for id in ids] for ids in (p1.TO_FIND, p1.TO_ATTRIBUTE))
STUDENTS = [f"student-{n}" for n in range(60)]
PLACES = [paragraph.id for paragraph in seeds.paragraphs()]


def variant(student: str) -> Any:
    return items.variant(Draw(COURSE, "P1", student))


def marks(student: str, **answers: Any) -> Any:
    return keys.mark_answers("P1", student, answers)


@cache
def right(student: str) -> dict[str, dict[str, str]]:
    """Work out a right answer to everything, from the ledger and by trying the letters."""
    v = variant(student)
    tests = {
        n: next(x for x in "ABC" if marks(student, tests={n: x})["tests"].points == 2)
        for n in v["tested"]
    }
    found = {n: seeds.claim(id) for n, id in v["claims_are"].items()}
    return {
        "types": {n: claim.type for n, claim in found.items()},
        "paragraphs": {n: claim.paragraph for n, claim in found.items()},
        "layers": {n: seeds.claim(id).layer for n, id in v["attributed_are"].items()},
        "tests": tests,
    }


def test_the_points_are_those_of_the_design() -> None:
    assert ASKED.points == 20
    assert ASKED.essay.points == 10
    assert [points for _, points in ASKED.essay.rows] == [2] * 5


def test_the_options_are_the_words_of_the_ledger() -> None:
    for name, kind in (("types", "type"), ("layers", "layer")):
        assert {o.id for o in ASKED.item(name).options} == {t.id for t in seeds.terms(kind)}


# Words of the paraphrase by which a reader finds each claim in its paragraph, and nowhere else.
FOUND_BY = {
    "A-c2": ("bold step", "security it had lost"),
    "A-c3": ("reasoned end", "nobody can be sure"),
    "A-c5": ("Nearness, relations and old wrongs", "whom it balances against"),
    "A-c6": ("mortal danger", "coming nearer"),
    "A-c9": ("makes it fit", "land borders"),
    "A-c11": ("China may be a danger one day", "NATO's growth is one now"),
    "A-c12": ("breaks openly with the past", "old partners wonder"),
    "A-c13": ("reads foreign influence in the small states", "a blow at the safety"),
    "A-c14": ("After ties with the West soured", "first armed blow abroad"),
    "A-c15": ("Adjara", "made Moscow expect"),
    "A-c16": ("put NATO off", "warn others"),
    "A-c17": ("showed how badly", "far from home"),
    "A-c19": ("feared that all of Ukraine", "main harbour"),
    "A-c20": ("took each upheaval there for a scheme",),
    "A-c22": ("Putin's kind of rule does not help",),
    "A-c24": ("a big alliance grows", "what it intends is beside the point"),
    "B-c4": ("sees partial support", "RAND report"),
    "B-c11": ("ideology", "next to no support as drivers"),
    "B-c14": ("little to suggest that Putin ever thought", "popularity in real danger"),
    "B-c15": ("no statistical link", "weak support and intervention"),
    "B-c21": ("above all in Ukraine", "can set off force", "favourable balance"),
    "B-c22": ("not for empire",),
    "B-c23": ("whoever rules will want and do the same",),
    "B-c24": ("advises Washington", "expecting a great loss nearby"),
}


def test_every_claim_to_find_stands_in_our_paraphrase_of_its_paragraph_alone() -> None:
    assert list(FOUND_BY) == list(p1.TO_FIND)
    for id, signs in FOUND_BY.items():
        there = [p.id for p in seeds.paragraphs() if all(sign in p.paraphrase for sign in signs)]
        assert there == [seeds.claim(id).paragraph], id


# Words of the paraphrase that say who speaks.
SPOKEN_BY = {
    "A-c4": "Sums up balance of threat",
    "A-c9": "Mott finds it notable",
    "A-c10": "Quotes Maitra that security outranks ideology",
    "A-c18": "Mott finds that its assumption of denial stands",
    "A-c22": "Maitra is said to warn",
    "B-c4": "Robinson sees partial support",
    "B-c7": "RAND is quoted that",
    "B-c8": "Robinson adds, from charts",
    "B-c10": "The report also sets aside",
    "B-c13": "RAND's words",
    "B-c18": "RAND's words",
    "B-c19": "Robinson's summing-up",
    "B-c20": "Three motives remain in the report",
    "B-c24": "The report advises Washington",
}


def test_every_speaker_can_be_told_from_our_paraphrase() -> None:
    assert list(SPOKEN_BY) == list(p1.TO_ATTRIBUTE)
    for claim in ATTRIBUTE:
        paragraph = seeds.paragraph(claim.paragraph)
        assert SPOKEN_BY[claim.id] in paragraph.paraphrase, claim.id
        assert claim.layer in paragraph.layer


def test_two_coders_agree_on_every_claim_but_one_where_either_is_right() -> None:
    apart = [claim for claim in FIND if claim.type != claim.second_type]
    assert [(c.id, c.type, c.second_type) for c in apart] == [("B-c21", "predictive", "causal")]
    assert all(claim.confirmed for claim in (*FIND, *ATTRIBUTE))


def test_of_the_claims_of_the_sorter_only_the_advice_has_to_be_found_again() -> None:
    # The ledger has no other normative claims.
    normative = {claim.id for claim in seeds.claims(type="normative")}
    assert set(p1.TO_FIND) & set(chosen()) == normative


def test_there_are_enough_claims_of_each_type_and_speaker_whatever_is_drawn() -> None:
    per_type = Counter(claim.type for claim in FIND)
    assert set(per_type) == set(p1.TYPES)
    assert all(per_type[type] > size for type, size in p1.TYPES.items())
    # Whatever is found, these are left: claims whose paragraph no claim to find stands in ...
    places = {claim.paragraph for claim in FIND}
    free = Counter(claim.layer for claim in ATTRIBUTE if claim.paragraph not in places)
    # ... and the advice that was not drawn.
    free["reported"] += 1
    assert all(free[layer] >= size for layer, size in p1.LAYERS.items())


def test_no_question_answers_another() -> None:
    for student in STUDENTS:
        v = variant(student)
        found, attributed, tested = (
            set(v[name].values()) for name in ("claims_are", "attributed_are", "tested_are")
        )
        assert len(found) == 10
        assert len(attributed) == 6
        assert len(tested) == 2
        assert not found & (attributed | tested)
        named = {seeds.claim(id).paragraph for id in attributed}
        assert not named & {seeds.claim(id).paragraph for id in found}
        assert "_are" not in str(Sheet("P1", student).ask("types"))
        types = Counter(seeds.claim(id).type for id in found)
        assert types == Counter(p1.TYPES)


def test_the_tables_show_all_paragraphs_and_no_claim() -> None:
    shown = [str(p1.document_a({})), str(p1.document_b({}))]
    for paragraph in seeds.paragraphs():
        assert f"{paragraph.id} | {paragraph.paraphrase}" in shown[paragraph.document == "B"]
    for claim in seeds.claims():
        assert claim.text not in shown[0] + shown[1]
        assert claim.counter not in shown[0] + shown[1]


def test_everybody_can_earn_everything_and_nearly_everybody_needs_other_answers() -> None:
    answers = {student: right(student) for student in STUDENTS}
    for student, mine in answers.items():
        found = keys.mark_answers("P1", student, mine)
        assert sum(mark.points for mark in found.values()) == 20
        for item in ASKED.items:
            said = public.check(item, variant(student), mine[item.name])
            assert f"All {len(mine[item.name])} entries" in said
    assert len({json.dumps(mine) for mine in answers.values()}) == 60
    first = answers[STUDENTS[0]]
    copied = [
        sum(mark.points for mark in keys.mark_answers("P1", student, first).values())
        for student in STUDENTS[1:]
    ]
    assert max(copied) < 12


def one_type(claim: Any, said: str) -> Any:
    """Mark one type of one claim, in a variant that holds only it (and another, right)."""
    v = {"claims": {"1": "", "2": ""}, "claims_are": {"1": claim.id, "2": "B-c4"}}
    case = keys_case("types", v, {"1": said, "2": "evaluative"})
    mark = KEY["types"](case.answers["types"], case)
    return round((mark.points / mark.of) * 2 - 1, 6), mark


def keys_case(name: str, v: Any, answer: Any) -> Any:
    from course.grading.marks import Case

    return Case(ASKED.item(name), v, {name: answer})


@pytest.mark.parametrize("claim", FIND, ids=[claim.id for claim in FIND])
def test_every_type_of_every_claim_earns_what_the_design_says(claim: Any) -> None:
    accepted = {claim.type, claim.second_type}
    for option in ASKED.item("types").options:
        earned, mark = one_type(claim, option.id)
        if option.id in accepted:
            assert earned == 1
        elif option.id == "factual" and "causal" in accepted:
            assert earned == 0.5
            assert "says more than what is or was so" in mark.message
            assert mark.misconception == "P1.causal-as-factual"
        else:
            assert earned == 0
            assert "lesson 1" in mark.message
        if claim.type == "normative" and option.id == "causal":
            assert "brings something about" in mark.message
            assert mark.misconception == "P1.normative-as-causal"
        # No sentence about a wrong answer names the right type.
        if option.id not in accepted:
            told = mark.message.removeprefix("Right: 1 of 2.\n1: ").casefold()
            assert not any(re.search(rf"\b{type}\b", told) for type in accepted), told


def test_what_is_said_to_a_wrong_fact_is_the_same_whatever_is_right() -> None:
    others = [c for c in FIND if "factual" not in {c.type, c.second_type}]
    told = {one_type(claim, "factual")[1].message for claim in others}
    assert len({claim.type for claim in others}) >= 3 and len(told) == 1


def test_the_name_of_a_slip_does_not_name_the_right_type() -> None:
    types = [option.id for option in ASKED.item("types").options]
    for id in ("P1.causal-as-factual", "P1.factual-as-causal", "P1.normative-as-causal"):
        named = slips.named(id)
        assert named is not None
        assert not any(word in named.name.casefold() for word in (*types, "cause of", "advice"))


@pytest.mark.parametrize("claim", FIND, ids=[claim.id for claim in FIND])
def test_every_paragraph_earns_by_how_near_it_is(claim: Any) -> None:
    here = seeds.paragraph(claim.paragraph)
    v = {"claims": {"1": ""}, "claims_are": {"1": claim.id}}
    for place in seeds.paragraphs():
        mark = KEY["paragraphs"]({"1": place.id}, keys_case("paragraphs", v, {"1": place.id}))
        apart = abs(place.order - here.order) if place.document == here.document else 99
        assert mark.points == pytest.approx({0: 5, 1: 2.5}.get(apart, 0)), place.id
        if apart:
            assert here.id not in mark.message


@pytest.mark.parametrize("claim", ATTRIBUTE, ids=[claim.id for claim in ATTRIBUTE])
def test_every_speaker_of_every_claim_earns_what_it_should(claim: Any) -> None:
    v = {
        "attributed": {"1": "", "2": ""},
        "attributed_are": {"1": claim.id, "2": "A-c18" if claim.layer != "own" else "A-c4"},
    }
    other = seeds.claim(v["attributed_are"]["2"]).layer
    for option in ("quoted", "reported", "own"):
        answer = {"1": option, "2": other}
        mark = KEY["layers"](answer, keys_case("layers", v, answer))
        earned = round((mark.points / mark.of) * 2 - 1, 6)
        half = "own" not in (option, claim.layer) and option != other
        assert earned == (1 if option == claim.layer else 0.5 if half else 0)
        if option != claim.layer and not half:
            assert mark.misconception in ("M21", "P1.all-alike")


def test_the_observations_are_told_apart_and_the_test_is_not_the_longest() -> None:
    kinds = _key_module().KINDS
    assert set(kinds) == set(p1.observations())
    for kind in kinds.values():
        assert sorted(kind) == sorted(("test", "one-sided", "either way"))
    assert all("causal" in (seeds.claim(id).type, seeds.claim(id).second_type) for id in kinds)
    assert not set(kinds) & set(p1.TO_FIND)
    longest, places = 0, set()
    for id, texts in p1.observations().items():
        test = kinds[id].index("test")
        places.add(test)
        longest += len(texts[test]) == max(map(len, texts))
        assert max(map(len, texts)) < 1.3 * min(map(len, texts)), id
    assert places == {0, 1, 2}
    assert longest <= len(kinds) / 2


def _key_module() -> Any:
    import importlib.util

    spec = importlib.util.spec_from_file_location("p1_key", keys.FOLDER / "P1.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_same_observations_stand_in_other_columns_for_others() -> None:
    seen: dict[str, set[str]] = {}
    for student in STUDENTS:
        v = variant(student)
        for n, letter in right(student)["tests"].items():
            seen.setdefault(v["tested_are"][n], set()).add(letter)
    assert all(letters == {"A", "B", "C"} for letters in seen.values())
    assert set(seen) == set(p1.observations())


def test_to_guess_the_same_everywhere_earns_little() -> None:
    for student in STUDENTS[:8]:
        for type in ("factual", "causal", "evaluative"):
            assert marks(student, types=[type] * 10)["types"].points <= 2.5
        for layer in ("quoted", "reported", "own"):
            assert marks(student, layers=[layer] * 6)["layers"].points == 2
        for place in PLACES:
            assert marks(student, paragraphs=[place] * 10)["paragraphs"].points <= 2


@pytest.mark.parametrize(
    "form", ["A14", "a14", " A 14 ", "¶A14", "(A14)", "A-14", "A.14", "paragraph A14", "p. a14",
             "Mott 2024, ¶A14", "A014", "\u041014", ["A14"]],
)  # fmt: skip
def test_a_paragraph_is_read_in_every_reasonable_form(form: Any) -> None:
    assert read_paragraph(form, tuple(PLACES)) == "A14"


@pytest.mark.parametrize(
    "form", ["A0", "A18", "C3", "14", 14, None, "A14 B2", "A1-A4", "A", "", True, "A14" * 30, "A١",
             ["A14", "A15"], {"A": 14}],
)  # fmt: skip
def test_what_is_no_paragraph_is_said_in_one_sentence(form: Any) -> None:
    with pytest.raises(CourseError, match=r"^.* is not one paragraph; write .* A1 to B17\.$"):
        read_paragraph(form, tuple(PLACES))


def test_the_solution_earns_everything_and_its_essay_has_every_part() -> None:
    notebook = nbformat.read(release.source("P1"), 4)
    answers, stated = marking.answers_in(notebook, ASKED)
    found = keys.mark_answers("P1", stated, answers)
    assert sum(mark.points for mark in found.values()) == ASKED.points == 20
    essay = next(cell.source for cell in notebook.cells if cell["id"] == "essay")
    report = writing.report(ASKED.essay, essay)
    assert not report.missing
    assert report.asked[0] <= report.words <= report.asked[1]


def test_the_release_untouched_earns_nothing_and_names_no_paragraph_to_find() -> None:
    notebook = nbformat.read(release.release("P1"), 4)
    assert marking.answers_in(notebook, ASKED) == ({}, "")
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert not re.search(r"\b[AB]\d+\b", prose)
    assert not re.search(r"\b[AB]\d+\b", ASKED.essay.prompt)


def test_the_examples_differ_in_thesis_and_in_reasoning_not_in_side_or_length() -> None:
    examples = {example.level: example for example in guide.exemplars("P1")}
    points = {level: example.points(ASKED.essay) for level, example in examples.items()}
    assert points["strong"] > 8 > points["middling"] > 4 > points["weak"]
    assert len({example.thesis for example in examples.values()}) == 3
    # The strong and the weak one both side against B on revolutions, and all are long enough.
    assert all(writing.count(example.text) >= 150 for example in examples.values())


def test_an_essay_for_the_other_side_is_reported_in_the_same_words() -> None:
    for example in guide.exemplars("P1"):
        text = example.text.replace(".** ", "**\n")
        swapped = re.sub(r"\b([AB])(?=\d|\b)", lambda m: "BA"["AB".index(m[1])], text)
        swapped = swapped.replace("What B and A hold", "What A and B hold")
        assert swapped != text
        assert writing.report(ASKED.essay, swapped) == writing.report(ASKED.essay, text)
