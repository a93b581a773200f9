"""One class at a hub, from giving out to reading feedback, by real accounts in a real browser.

The tests tell one story in their order: each does its own part of it and needs those before.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, expect

from browser import hub as hubs
from browser.hands import Mouse
from browser.hub import Hub, Person, Seat
from course import journal, seeds
from course.homework import items
from course.homework.draws import COURSE, Draw
from course.hub import rights, settings
from course.widgets.bridge import messages

P1, P5 = "P1_reading_for_claims", "P5_capstone"
ASK = """
import sys, urllib.error, urllib.request
try:
    print(urllib.request.urlopen(sys.argv[1], timeout=10).status)
except urllib.error.HTTPError as error:
    print(error.code)
"""
SECRET = "I think that nobody but my teacher should read this."


@pytest.fixture(scope="module")
def hub(chromium: Browser) -> Iterator[Hub]:
    """A hub with a teacher and two students."""
    why = hubs.why_not()
    if why and os.environ.get("CI"):
        pytest.fail(why)
    if why:
        pytest.skip(why)
    with hubs.running() as hub:
        yield hub


@dataclass
class Room:
    """Three people, each in front of a browser of their own."""

    teacher: Seat
    one: Seat
    two: Seat


@pytest.fixture(scope="module")
def room(hub: Hub, chromium: Browser) -> Iterator[Room]:
    """A window for each of the three."""
    windows: list[BrowserContext] = []

    def seat(person: Person) -> Seat:
        windows.append(chromium.new_context(viewport={"width": 1200, "height": 900}))
        return Seat(windows[-1].new_page(), hub, person)

    yield Room(seat(hub.teacher), seat(hub.one), seat(hub.two))
    for window in windows:
        window.close()


def done(hub: Hub, person: Person, *command: str) -> str:
    """Run a command of the course that has to succeed; give what it says."""
    result = hub.course(person, *command)
    assert result.returncode == 0, (command, result.stdout[-500:], result.stderr[-1500:])
    return result.stdout


def asked(seat: Seat, path: str) -> APIResponse:
    """Ask the hub for a page with the cookies of whoever sits there."""
    return seat.page.context.request.get(f"{seat.hub.address}{path}", max_redirects=5)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# The story ----------------------------------------------------------------------------------------


def test_the_teacher_releases_while_students_come_in(hub: Hub, room: Room) -> None:
    assert rights.owner(hub.exchange / COURSE) == hub.teacher.name  # before anybody else could
    room.one.sign_in()
    room.two.sign_in()
    said = done(hub, hub.teacher, "exchange", "release", "P1")
    assert "P1 · Reading for claims is in the exchange" in said
    done(hub, hub.teacher, "exchange", "release", "P5")
    again = hub.course(hub.teacher, "exchange", "release", "P1")
    assert again.returncode == 1 and "P1 is released already" in again.stderr
    for seat in (room.one, room.two):
        seat.arrive()
        home = seat.person.home
        assert seat.page.url.endswith(
            f"/user/{seat.person.name}/lab/tree/lessons/00_start_here.ipynb"
        )
        assert sorted(path.name for path in home.glob("lessons/*.ipynb")) == sorted(
            path.name for path in hub.kit.glob("notebooks/*.ipynb")
        )
        assert mode(home) == 0o700  # the system had made it 0755
    assert f"{hub.one.name}: {hub.one.home} was open to others (mode 0755)" in hub.said()


def test_a_student_commits_in_a_lesson(hub: Hub, room: Room) -> None:
    seat, hand = room.one, Mouse()
    seat.run_cell("first-cell")
    seat.run_cell("exit")
    widget = seat.widgets("note")
    hand.type(widget.get_by_role("textbox"), SECRET)
    hand.press(widget.get_by_role("button", name=messages("note")["save"], exact=True))
    expect(widget.locator(".tpl-commit button").first).to_have_attribute("aria-disabled", "true")
    kept = hub.one.home / "my_work" / "journal.jsonl"
    for _ in range(300):  # the button shows that saving has begun, not that it has ended
        if kept.is_file() and SECRET in kept.read_text(encoding="utf-8"):
            break
        seat.page.wait_for_timeout(100)
    assert SECRET in str(journal.read_file(kept)[1])
    assert not (hub.kit / "my_work").exists()
    seat.save()


def test_two_students_fetch_work_and_validate(hub: Hub, room: Room) -> None:
    for seat in (room.one, room.two):
        name = seat.person.name
        seat.fetch("P1")
        seat.open_fetched("P1", P1)
        seat.write("student-id", f'student_id = "{name}"')
        expect(seat.run_cell("sheet")).to_contain_text(f"for student {name}")
        drawn = items.variant(Draw(COURSE, "P1", name))["claims_are"]
        types = {entry: seeds.claim(id).type for entry, id in drawn.items()}
        if seat is room.one:
            seat.write_essay("The two documents do not mean the same by a threat, I claim.")
        else:
            del types["10"]
        seat.write("types", f"types = {types}")
        check = seat.run_cell("check-types")
        expect(check).to_contain_text(
            "That is the form" if seat is room.one else "types is still empty for 10"
        )
        seat.save()
        seat.page.get_by_role("button", name="Validate").click()
        dialog = seat.page.get_by_role("dialog")
        expect(dialog.get_by_text("Validation Results")).to_be_visible(timeout=90_000)
        expect(dialog).to_contain_text("layers is still empty")
        shown = dialog.inner_text()
        assert ("types is still empty" in shown) == (seat is room.two)
        dialog.get_by_role("button", name="Ok").click()


def test_students_hand_in(hub: Hub, room: Room) -> None:
    for seat in (room.one, room.two):
        seat.submit("P1")
    inbound = hub.exchange / COURSE / "inbound"
    owners = {path.name.split("+")[0]: path.stat().st_uid for path in inbound.iterdir()}
    assert owners == {person.name: person.number for person in (hub.one, hub.two)}


def test_the_journal_goes_with_the_capstone(hub: Hub, room: Room) -> None:
    seat = room.one
    seat.fetch("P5")
    seat.open_fetched("P5", P5)
    seat.write("student-id", f'student_id = "{seat.person.name}"')
    seat.run_cell("sheet")
    expect(seat.run_cell("bring-journal")).to_contain_text("Whoever marks can read all of it")
    seat.save()
    seat.submit("P5")
    assert "1 students" in done(hub, hub.teacher, "exchange", "collect", "P5")
    brought = hub.teacher.home / "handed in" / "P5" / hub.one.name / "journal.jsonl"
    assert brought.read_bytes() == (hub.one.home / "my_work" / "journal.jsonl").read_bytes()


def test_the_teacher_collects_and_grades(hub: Hub, room: Room) -> None:
    room.teacher.sign_in()
    said = done(hub, hub.teacher, "exchange", "check")
    assert "Released: P1 and P5." in said and "P1: handed in by 2." in said
    said = done(hub, hub.teacher, "exchange", "collect", "P1")
    assert "2 students" in said and "; 2 new" in said
    command = said.splitlines()[-1].removeprefix("Next: course ")
    assert command == 'grade P1 "handed in/P1" --to grading'
    assert "; 0 new" in done(hub, hub.teacher, "exchange", "collect", "P1")
    grading = ("grade", "P1", "handed in/P1", "--to", "grading")
    tried = hub.course(hub.teacher, *grading)
    if "--unsafe" in tried.stderr:  # no box for ordinary accounts here; tests/test_engine.py has it
        done(hub, hub.teacher, *grading, "--unsafe")
    else:
        assert tried.returncode == 0, tried.stderr
    stamps = hub.teacher.home.glob("grading/submitted/*/P1/timestamp.txt")
    assert len([stamp for stamp in stamps if "UTC" in stamp.read_text()]) == 2


def test_the_teacher_marks_an_essay_in_the_formgrader(hub: Hub, room: Room) -> None:
    teacher = room.teacher
    teacher.page.wait_for_selector(".jp-Launcher, .jp-NotebookPanel")
    teacher.mark_essay("P1", P1, hub.one, 7)
    done(hub, hub.teacher, "marks", "P1", "grading", "marks.csv", "--unfinished")
    rows = (hub.teacher.home / "marks.csv").read_text(encoding="utf-8").splitlines()
    assert {row.split(",")[0] for row in rows[1:]} == {hub.one.name, hub.two.name}


def test_the_teacher_gives_back(hub: Hub) -> None:
    assert "Feedback for 2 of 2" in done(hub, hub.teacher, "exchange", "return", "P1", "grading")


def test_students_read_their_feedback(hub: Hub, room: Room) -> None:
    for seat, points, essay in ((room.one, "5 / 5", "7 / 10"), (room.two, "4.5 / 5", "0 / 10")):
        seat.fetch_feedback("P1")
        seat.open_feedback(f"{P1}.html")
        page = seat.page.frame_locator("iframe")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Reading for claims")
        expect(page.locator("body")).to_contain_text(seat.person.name)
        for said in (points, essay):
            expected = re.compile(said.replace(" ", r"\s"))
            expect(page.get_by_role("table").first).to_contain_text(expected)
        other = hub.two if seat is room.one else hub.one
        expect(page.locator("body")).not_to_contain_text(other.name)


# What stays one's own -----------------------------------------------------------------------------


def test_one_student_cannot_read_anothers_files(hub: Hub) -> None:
    one, two, teacher = hub.one, hub.two, hub.teacher
    course = hub.exchange / COURSE
    private = [
        one.home,
        one.home / "my_work" / "journal.jsonl",
        one.home / "P1" / f"{P1}.ipynb",
        *one.home.glob("P1/feedback/*/*.html"),
        *one.home.glob(".local/share/jupyter/nbgrader_cache/*/*/submission_secret.txt"),
        course / "inbound",
        course / "feedback",
        teacher.home / "grading" / "gradebook.db",
        teacher.home / "handed in" / "P1" / one.name / f"{P1}.ipynb",
        hub.log.parent / "state",
    ]
    assert len(private) >= 11
    for path in private:
        assert path.exists(), path
        assert not two.reads(path), path
    assert two.reads(two.home) and two.reads(course / "outbound" / "P1")
    for path in (hub.kit / "notebooks", hub.kit / "assignments" / "release"):
        assert two.run(["touch", path / "mine"]).returncode


def test_one_student_cannot_take_away_anothers(hub: Hub) -> None:
    course = hub.exchange / COURSE
    handed_in = next(course.glob(f"inbound/{hub.one.name}+P1+*"))
    for path in (course, handed_in):
        assert hub.two.run(["mv", path, f"{path}.gone"]).returncode
        assert path.exists()


def test_one_student_cannot_use_anothers_server(hub: Hub, room: Room) -> None:
    one = hub.one.name
    path = f"/user/{one}/api/contents/my_work/journal.jsonl"
    assert SECRET in asked(room.one, path).json()["content"]
    refused = asked(room.two, path)
    assert refused.status in (403, 404) and SECRET not in refused.text()
    assert asked(room.two, f"/hub/api/users/{one}").status in (403, 404)
    running = next((hub.one.home / ".jupyter-run").glob("jpserver-*.json"))
    door = json.loads(running.read_text(encoding="utf-8"))["port"]
    said = hub.two.run([hub.python, "-c", ASK, f"http://127.0.0.1:{door}{path}"], **hub.libraries)
    assert said.stdout.strip() == "403", said


def test_nobody_can_listen_to_anothers_kernel(hub: Hub) -> None:
    files = [
        file
        for person in (hub.one, hub.two)
        for file in (person.home / ".jupyter-run").glob("kernel-*.json")
    ]
    assert len(files) >= 2
    for file in files:
        assert json.loads(file.read_text(encoding="utf-8"))["transport"] == "ipc"
        assert not mode(file) & 0o077


def test_only_members_of_the_group_come_in(hub: Hub, chromium: Browser) -> None:
    """The group decides each time: who is added comes in, and who is taken out does not."""

    def sign_in(person: Person, password: str | None, comes_in: bool) -> None:
        with chromium.new_context() as window:
            seat = Seat(window.new_page(), hub, person)
            seat.sign_in(password)
            if comes_in:
                seat.page.wait_for_url(re.compile(r"/hub/spawn|/user/"))
            else:
                expect(seat.page.get_by_text("Invalid username or password")).to_be_visible()

    sign_in(hub.one, "wrong", comes_in=False)
    for change, comes_in in (("", False), ("-a", True), ("-d", False)):
        if change:
            hubs.as_root("gpasswd", change, hub.stranger.name, hub.group)
        sign_in(hub.stranger, None, comes_in)


def test_only_the_teacher_has_the_formgrader(hub: Hub, room: Room) -> None:
    found = asked(room.teacher, f"/user/{hub.teacher.name}/formgrader/api/assignments")
    assert "P1" in {row["name"] for row in found.json()}
    there = asked(room.two, f"/user/{hub.two.name}/formgrader/api/assignments")
    assert there.status == 404
    room.two.page.get_by_role("menuitem", name="Nbgrader").click()
    shown = room.two.page.locator(".lm-Menu-itemLabel").all_inner_texts()
    assert [label for label in shown if label] == ["Assignment List"]
    room.two.page.keyboard.press("Escape")


# What a student may try ---------------------------------------------------------------------------


def test_a_forged_submission_and_a_link_are_not_taken(hub: Hub) -> None:
    two, inbound = hub.two, hub.exchange / COURSE / "inbound"
    forged = inbound / f"{hub.one.name}+P1+2099-01-01 00:00:00.000000 UTC+abc"
    assert two.run(["cp", "-r", two.home / "P1", forged]).returncode == 0
    linked = inbound / f"{two.name}+P1+2099-01-01 00:00:00.000000 UTC+abc"
    assert two.run(["mkdir", "-m", "755", linked]).returncode == 0
    secret = hub.teacher.home / "handed in" / "P1" / hub.one.name / f"{P1}.ipynb"
    assert two.run(["ln", "-s", secret, linked / f"{P1}.ipynb"]).returncode == 0
    said = done(hub, hub.teacher, "exchange", "collect", "P1", "--to", "second")
    assert f"in the name of {hub.one.name} was put there by {two.name} and was not taken" in said
    assert f"{two.name}: {P1}.ipynb is a link" in said
    second = hub.teacher.home / "second"
    kept = second / hub.one.name / f"{P1}.ipynb"
    assert kept.read_bytes() == secret.read_bytes()
    assert not list(second.glob(f"{two.name}/*.ipynb"))


# A hub that cannot start --------------------------------------------------------------------------


def test_a_hub_without_rights_on_the_exchange_says_so(hub: Hub, tmp_path: Path) -> None:
    closed = hub.kit.parent / "closed"
    closed.mkdir(mode=0o755, exist_ok=True)
    group = hub.group
    written = hubs.settings_for(tmp_path, hub.teacher.name, group, closed, 1)
    log = tmp_path / "log"
    process = hubs.begin(hub.python, hub.kit, written, log)
    assert process.wait(90) == 1
    said = log.read_text(encoding="utf-8").strip().splitlines()
    assert said == [
        f"Not everybody may write into the exchange folder {closed} (its mode is 0755), so "
        f"students could not hand in; change it: sudo chmod 1777 {closed}"
    ]
    there = hub.course(hub.teacher, "exchange", "release", "P2", "--exchange", str(closed))
    assert there.returncode == 1 and there.stderr.strip() == said[0]


def test_the_settings_were_never_those_of_this_computer(hub: Hub) -> None:
    assert hub.exchange != Path("/srv/course/exchange") and not settings.USUAL.exists()
