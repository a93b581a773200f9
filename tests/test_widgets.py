from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from course import checks, seeds
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import MESSAGES, STATIC, CourseWidget, figure_html, messages
from course.widgets.questions import Check, Estimate, Note
from course.widgets.sorter import ClaimSorter, chosen, compare

QUESTION = checks.Check(
    id="T.1",
    prompt="Is this <a> question?",
    options=(
        checks.Option("A", "No.", "It ends in a question mark.", misconception="M01"),
        checks.Option("B", "Yes.", "So it is.", correct=True),
        checks.Option("C", "Perhaps.", "It surely is.", misconception="M02"),
    ),
    hints=("Look at its end.",),
    sources=("A15",),
)
SCALE = checks.Estimate("T.2", "How likely?", 0, 100, 5, "%")
TEXT = checks.Note("T.3", "Write.", (5, 50), "I think that")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def sorting(type: str = "causal", layer: str = "own") -> dict[str, Any]:
    return {"claims": {id: {"type": type, "layer": layer} for id in chosen()}}


def every_kind(journal: Journal) -> list[CourseWidget]:
    return [
        Check(QUESTION, journal),
        Estimate(SCALE, journal),
        Note(TEXT, journal),
        ClaimSorter(journal=journal),
    ]


def commits(journal: Journal) -> None:
    check, estimate, note, sorter = every_kind(journal)
    check.commit("answer", {"choice": "A"})
    estimate.commit("estimate", {"number": 60})
    note.commit("text", {"text": "Something quite different."})
    sorter.commit("predict", {"causal": 5})
    sorter.commit("sort", sorting())


def browser(widget: CourseWidget, content: Any) -> list[dict[str, Any]]:
    """Send what the browser sends; return what it is sent back."""
    sent: list[dict[str, Any]] = []
    widget.send = lambda content, buffers=None: sent.append(content)
    widget._handle_custom_msg(content, [])
    return sent


# Commit, then reveal -------------------------------------------------------------------------


def test_nothing_is_revealed_before_a_commit(journal: Journal) -> None:
    for widget in every_kind(journal):
        assert widget._record == {}
        told = json.dumps([widget._config, widget.start()])
        assert "So it is." not in told
        assert '"correct"' not in told
        assert "misconception" not in {*widget._config, *widget.start()}


def test_the_key_of_the_sorter_stays_in_python_until_the_sorting_is_committed(
    journal: Journal,
) -> None:
    sorter = ClaimSorter(journal=journal)
    shown = sorter._config["claims"]
    assert [sorted(claim) for claim in shown] == [["id", "paragraph", "paraphrase", "text"]] * 12
    sorter.commit("predict", {"causal": 5})
    assert sorter._record["reveal"] is None
    sorter.commit("sort", sorting())
    assert set(sorter._record["reveal"]["claims"]) == set(chosen())


def test_a_commit_is_in_the_journal_before_it_is_shown(journal: Journal) -> None:
    check = Check(QUESTION, journal)
    seen: list[int] = []
    check.observe(lambda _: seen.append(len(journal.entries())), "_record")
    check.commit("answer", {"choice": "B", "sure": "certain", "hints": 1})
    assert seen == [1]
    entry = journal.latest("T.1.answer")
    assert entry is not None
    assert entry.value == {"choice": "B", "sure": "certain", "hints": 1}
    assert check._record["reveal"]["correct"] is True


def test_the_journal_leaves_out_what_was_not_said(journal: Journal) -> None:
    check = Check(QUESTION, journal)
    check.commit("answer", {"choice": "B", "sure": None, "hints": 0})
    entry = journal.latest("T.1.answer")
    assert entry is not None
    assert entry.value == {"choice": "B"}
    assert Check(QUESTION, journal).value == {"choice": "B"}


def test_a_second_commit_is_a_revision_and_the_first_stays(journal: Journal) -> None:
    check = Check(QUESTION, journal)
    check.commit("answer", {"choice": "A"})
    check.commit("answer", {"choice": "B"})
    stage = check._record["stages"]["answer"]
    assert (stage["revision"], stage["first"]["choice"], stage["last"]["choice"]) == (2, "A", "B")


def test_repeating_one_wrong_answer_does_not_open_the_others(journal: Journal) -> None:
    check = Check(QUESTION, journal)
    for _ in range(3):
        check.commit("answer", {"choice": "A"})
    assert check._record["reveal"]["all"] is None
    check.commit("answer", {"choice": "C"})
    assert {one["id"] for one in check._record["reveal"]["all"]} == {"A", "B"}


def test_a_journal_that_cannot_be_written_reveals_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    check = Check(QUESTION, Journal(tmp_path / "file" / "journal.jsonl"))
    browser(check, {"do": "commit", "stage": "answer", "value": {"choice": "B"}})
    assert check._record == {}
    assert "could not be" in check._message


# What the learner did comes back ---------------------------------------------------------------


def test_a_new_kernel_finds_the_commits_again(journal: Journal) -> None:
    commits(journal)
    check, estimate, note, sorter = every_kind(journal)
    assert check.value["choice"] == "A"
    assert check._record["reveal"]["feedback"] == "It ends in a question mark."
    assert estimate.value == {"number": 60}
    assert note.value == {"text": "Something quite different."}
    assert sorter.value == {"guess": 5, "sorted": sorting()["claims"]}
    assert sorter._record["reveal"]["causal"]["predicted"] == 5


def test_restoring_writes_nothing(journal: Journal) -> None:
    commits(journal)
    before = journal.path.read_bytes()
    every_kind(journal)
    assert journal.path.read_bytes() == before


def test_a_damaged_journal_is_said_and_kept(journal: Journal) -> None:
    commits(journal)
    lines = journal.path.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.path.write_text("".join(lines[:2]) + "nonsense\n", encoding="utf-8")
    check = Check(QUESTION, journal)
    assert "damaged" in check._message
    assert check._record == {}


@pytest.mark.parametrize("old", [{"choice": "Z"}, {"other": 1}, "B", None])
def test_a_commit_that_no_longer_fits_does_not_stop_the_cell(journal: Journal, old: Any) -> None:
    journal.commit("T.1.answer", old)
    check = Check(QUESTION, journal)
    assert "does not fit" in check._message
    assert (check.value, check._record) == ({}, {})
    check.commit("answer", {"choice": "B"})
    assert check._record["revision"] == 1
    assert len(journal.entries()) == 2


# What the browser sends ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        {"do": "commit", "stage": "answer", "value": {"choice": "Z"}},
        {"do": "commit", "stage": "answer", "value": {}},
        {"do": "commit", "stage": "answer", "value": None},
        {"do": "commit", "stage": "answer", "value": {"choice": "A", "sure": "very"}},
        {"do": "commit", "stage": "answer", "value": {"choice": "A", "hints": "many"}},
        {"do": "commit", "stage": "elsewhere", "value": {"choice": "A"}},
        {"do": "commit"},
        {"do": "ask", "id": "share", "question": {}},
        "nonsense",
    ],
)
def test_bad_messages_become_a_sentence_and_leave_no_trace(journal: Journal, content: Any) -> None:
    check = Check(QUESTION, journal)
    browser(check, content)
    assert check._message.endswith((".", "again."))
    assert journal.entries() == ()
    browser(check, {"do": "commit", "stage": "answer", "value": {"choice": "B"}})
    assert check._message == ""
    assert check._record["revision"] == 1


def test_a_question_is_answered_with_its_id_and_question(journal: Journal) -> None:
    class Asked(Check):
        def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
            return {"share": question["x"] / 2}

    sent = browser(Asked(QUESTION, journal), {"do": "ask", "id": "share", "question": {"x": 1}})
    assert sent == [{"answer": "share", "question": {"x": 1}, "result": {"share": 0.5}}]


@pytest.mark.parametrize("number", [-1, 101, "60", None, True, float("nan")])
def test_an_estimate_is_a_number_on_its_scale(journal: Journal, number: Any) -> None:
    with pytest.raises(CourseError, match="from 0 to 100"):
        Estimate(SCALE, journal).commit("estimate", {"number": number})


@pytest.mark.parametrize("text", ["", "   ", "I think that", None, "x" * 20_001])
def test_a_note_is_a_text_of_ones_own(journal: Journal, text: Any) -> None:
    with pytest.raises(CourseError, match=r"write something|keeps up to"):
        Note(TEXT, journal).commit("text", {"text": text})


@pytest.mark.parametrize("causal", [-1, 13, 2.5, "5", None, True, float("nan")])
def test_a_prediction_is_a_number_of_claims(journal: Journal, causal: Any) -> None:
    with pytest.raises(CourseError, match="whole number from 0 to 12"):
        ClaimSorter(journal=journal).commit("predict", {"causal": causal})


def test_sorting_follows_a_prediction_and_must_be_complete(journal: Journal) -> None:
    sorter = ClaimSorter(journal=journal)
    with pytest.raises(CourseError, match="prediction first"):
        sorter.commit("sort", sorting())
    sorter.commit("predict", {"causal": 5})
    half = sorting()
    del half["claims"][chosen()[3]]
    for value in (half, sorting(type="moral"), sorting(layer="nobody"), {}):
        with pytest.raises(CourseError, match="needs a type and a speaker"):
            sorter.commit("sort", value)


# The sorter --------------------------------------------------------------------------------------


def test_twelve_claims_balanced_over_documents_and_types() -> None:
    claims = [seeds.claim(id) for id in chosen()]
    assert len({claim.id for claim in claims}) == 12
    assert sum(claim.id.startswith("A") for claim in claims) == 6
    assert {claim.type for claim in claims} == {term.id for term in seeds.terms("type")}
    assert {claim.layer for claim in claims} == {term.id for term in seeds.terms("layer")}
    counts = [sum(c.type == term.id for c in claims) for term in seeds.terms("type")]
    assert max(counts) <= 4


def test_a_sorting_is_held_against_both_coders() -> None:
    from dataclasses import replace

    ids = chosen()[:4]
    first = ["factual", "causal", "causal", "normative"]
    second = ["factual", "causal", "factual", "causal"]
    mine = ["factual", "factual", "factual", "factual"]
    claims = [
        replace(seeds.claim(id), type=one, second_type=two, layer="own")
        for id, one, two in zip(ids, first, second, strict=True)
    ]
    picked = {
        id: {"type": type, "layer": "own" if id == ids[0] else "quoted"}
        for id, type in zip(ids, mine, strict=True)
    }
    found = compare(claims, picked, predicted=3)
    assert found["agreement"]["first"] == {"share": 0.25, "kappa": 0.0}
    # Two of four alike; by chance 1*2 + 2*2 + 1*0 of 16.
    assert found["agreement"]["coders"]["kappa"] == pytest.approx((8 / 16 - 6 / 16) / (10 / 16))
    assert found["causal"] == {"predicted": 3, "mine": 0, "first": 2, "second": 2}
    assert found["factual"] == {"mine": 4, "both": 2, "either": 3}
    assert found["layers"] == {"same": 1}
    alone = compare([replace(c, second_type="") for c in claims[:1]] + claims[1:], picked, 3)
    assert set(alone["agreement"]) == {"first"}
    assert alone["causal"]["second"] is None
    assert alone["factual"] == {"mine": 4, "both": 3, "either": 3}
    assert {claim["second"] for claim in alone["claims"].values()} == {None}


def test_a_browser_knows_a_widget_by_its_key_in_every_kernel(journal: Journal) -> None:
    keys = [widget._key for widget in every_kind(journal)]
    assert keys == [widget._key for widget in every_kind(journal)]
    assert len(set(keys)) == len(keys)
    assert keys[:3] == ["T.1", "T.2", "T.3"]


# Copies without Python ---------------------------------------------------------------------------


def bundle(widget: CourseWidget) -> dict[str, Any]:
    data, _ = widget._repr_mimebundle_()
    return {name: part for name, part in data.items() if "widget-view" not in name}


def test_saved_outputs_do_not_depend_on_the_journal(journal: Journal) -> None:
    before = [bundle(widget) for widget in every_kind(journal)]
    commits(journal)
    after = [bundle(widget) for widget in every_kind(journal)]
    assert before == after
    for widget, data in zip(every_kind(journal), after, strict=True):
        assert repr(widget) == data["text/plain"]
        assert "0x" not in repr(widget)
        assert "So it is." not in data["text/html"]


def test_the_still_sorter_shows_no_claim_before_the_prediction(journal: Journal) -> None:
    saved = bundle(ClaimSorter(journal=journal))
    for id in chosen():
        claim = seeds.claim(id)
        for text in (claim.text, seeds.paragraph(claim.paragraph).paraphrase):
            assert text not in json.dumps(saved, ensure_ascii=False)
            assert text not in ClaimSorter(journal=journal).still()


def test_the_widget_itself_comes_with_its_copies(journal: Journal) -> None:
    data, _ = Check(QUESTION, journal)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "<script" not in data["text/html"]  # without Python there is nothing it could do
    assert "Is this &lt;a&gt; question?" in data["text/html"]
    for option in QUESTION.options:
        assert f"<li>{option.text}</li>" in data["text/html"]


def test_a_page_gets_the_key_only_when_asked_for(journal: Journal) -> None:
    check = Check(QUESTION, journal)
    assert "So it is." not in check.to_html()
    assert "So it is." in check.to_html(with_feedback=True)


def test_a_figure_cannot_break_out_of_its_script() -> None:
    start = {"kind": "check", "config": {"text": "</script><b>", "plain": "ü"}}
    page = figure_html(start, "<p>still</p>", live=True)
    assert page.count("</script>") == 2
    held = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert held is not None
    assert json.loads(held[1]) == start


def test_figures_are_found_by_their_content(journal: Journal) -> None:
    def fingerprints(page: str) -> list[str]:
        return re.findall(r'data-content="(\w+)"|tplAdopt\("(\w+)"\)', page)

    one, other = Check(QUESTION, journal).to_html(), Note(TEXT, journal).to_html()
    [(figure, _), (_, script)] = fingerprints(one)
    assert figure == script
    assert fingerprints(other) != fingerprints(one)
    assert one == Check(QUESTION, journal).to_html()


# The catalogue -----------------------------------------------------------------------------------


def test_every_message_a_kind_asks_for_is_there() -> None:
    index = (KINDS / "index.js").read_text(encoding="utf-8")
    kinds = re.findall(r'^import \* as (\w+) from "\./\1\.js"', index, re.MULTILINE)
    assert {"check", "claim_sorter", "estimate", "note"} <= set(kinds)
    for kind in kinds:
        asked = set(re.findall(r"\b(?:words|messages)\??\.(\w+)", whole(KINDS / f"{kind}.js")))
        assert len(asked) > 5, kind
        assert asked <= set(messages(kind)), kind


KINDS = STATIC.parent.parent / "js" / "src" / "kinds"


def whole(path: Path) -> str:
    """Read a kind's module with the other parts of that kind and the parts that all share."""
    seen: dict[Path, str] = {}
    todo = [path.resolve()]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen[here] = here.read_text(encoding="utf-8")
            found = re.findall(r'from "(\.[^"]+)"', seen[here])
            # figures.js serves some kinds only, and not each of them uses all its words.
            todo += [(here.parent / name).resolve() for name in found if "figures" not in name]
    return "".join(seen.values())


def test_no_message_is_left_over() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("js/src", "js/src/kinds", "course/widgets")
        for path in (STATIC.parent.parent / folder).glob("*.[jp][sy]")
    )
    for kind in ("common", "check", "claim_sorter", "estimate", "note"):
        said = tomllib.loads((MESSAGES / "widgets" / f"{kind}.toml").read_text(encoding="utf-8"))
        for name in {name for name in said if not name.startswith("layer_")}:
            assert re.search(rf"\b{name}\b", source), f"{kind}.toml: {name}"


def test_python_fills_in_every_name_of_a_sentence(journal: Journal) -> None:
    for widget in every_kind(journal):
        assert "{" not in widget.sentence()
