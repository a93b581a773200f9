"""The page "Your work": a journal on its way between the browser and the installed course."""

from __future__ import annotations

import base64
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from journals import example
from playwright.sync_api import Browser, BrowserContext, Download, Locator, Page, expect
from test_journal_import import BAD, cut, text

from browser import lab, lite, stories
from browser.hands import Hand, Keys, Mouse
from browser.test_grading_pages import GRAVE
from course import checks
from course.__main__ import main
from course.files import PACKAGE, read_toml
from course.journal import Journal, read_chain
from course.site import reading, serve, steps
from course.widgets.bridge import messages
from course.widgets.questions import Check

WORDS = read_toml(PACKAGE / "messages" / "site.toml", PACKAGE / "messages" / "site.schema.json")
LESSON = "01_what_would_prove_this_wrong.ipynb"
HANDS: list[Callable[[Page], Hand]] = [lambda page: Mouse(), Keys]

# The database as JupyterLite leaves it: a record for each file, as its kernel writes it.
FILL = """async ([name, files]) => {
  const stores = ["files", "local-forage-detect-blob-support", "counters", "checkpoints"];
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open(name, 4);
    request.onupgradeneeded = () => {
      const there = request.result.objectStoreNames;
      for (const store of stores.filter((name) => !there.contains(name)))
        request.result.createObjectStore(store);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const transaction = database.transaction(["files"], "readwrite");
  const store = transaction.objectStore("files");
  const time = new Date().toISOString();
  const common = { last_modified: time, created: time, writable: true };
  store.put({ ...common, name: "my_work", path: "my_work", format: "json", mimetype: "",
    content: null, size: 0, type: "directory" }, "my_work");
  for (const [path, content] of Object.entries(files)) {
    if (content === null) store.delete(path);
    else store.put({ ...common, name: path.split("/").pop(), path, format: "base64",
      mimetype: "octet/stream", content, size: atob(content).length, type: "file" }, path);
  }
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}"""
KEPT = """async (name) => {
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return null;
  const database = await new Promise((done) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
  });
  const store = database.transaction(["files"]).objectStore("files");
  const all = (what) => new Promise((done) => {
    store[what]().onsuccess = (event) => done(event.target.result);
  });
  const [keys, records] = [await all("getAllKeys"), await all("getAll")];
  database.close();
  return keys.map((key, n) => [key, records[n]]);
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages to read, served as they are on the web; "Your work" is one of them."""
    place = tmp_path_factory.mktemp("site")
    steps.run(reading.STEP, place / "work", place / "site", print)
    server = serve.server(place / "site", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{serve.HOST}:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


class Work:
    """The page in a browser of its own, and what that browser keeps."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.database = "Threat, Power, Loss"

    def fill(self, files: dict[str, str | bytes | None], page: Page | None = None) -> None:
        """Put files where a kernel in this browser would; None takes one away."""
        packed = {
            path: None if content is None else base64.b64encode(encoded(content)).decode()
            for path, content in files.items()
        }
        other = page or self.context.new_page()
        other.goto(f"{self.address}_static/favicon.svg")
        other.evaluate(FILL, [self.database, packed])
        if page is None:
            other.close()

    def kept(self) -> dict[str, bytes]:
        """Read the files of this browser."""
        found: list[tuple[str, dict[str, Any]]] | None = self.page.evaluate(KEPT, self.database)
        return {
            path: base64.b64decode(record["content"])
            for path, record in found or []
            if record["type"] != "directory"
        }

    @property
    def journal(self) -> str:
        return self.kept().get("my_work/journal.jsonl", b"").decode()

    def open(self, mine: str | bytes | None = None) -> Work:
        if mine is not None:
            self.fill({"my_work/journal.jsonl": mine})
        self.page.goto(f"{self.address}your_work.html")
        expect(self.page.get_by_text(WORDS["looking"])).to_have_count(0)
        return self

    def choose(self, path: Path) -> None:
        self.page.get_by_label(WORDS["bring"], exact=True).set_input_files(path)

    def press(self, words: str, hand: Hand | None = None, **values: Any) -> None:
        name = WORDS[words].format(**values)
        (hand or Mouse()).press(self.page.get_by_role("button", name=name, exact=True))

    def save(self, words: str, hand: Hand | None = None, **values: Any) -> Download:
        with self.page.expect_download() as waited:
            self.press(words, hand, **values)
        return waited.value

    def says(self, words: str, where: str = "said", **values: Any) -> None:
        """See a sentence: all that is before the first part that is not given."""
        sentence = WORDS[words]
        for name, value in values.items():
            sentence = sentence.replace(f"{{{name}}}", str(value))
        start = sentence.partition("{")[0].strip()
        assert len(start) > 10, start
        place = self.page.locator(f"#your-work-{where}" if where else "#your-work")
        expect(place).to_contain_text(start)
        assert not self.errors


def encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


@pytest.fixture
def work(chromium: Browser, address: str) -> Iterator[Work]:
    context = chromium.new_context(viewport={"width": 900, "height": 900}, accept_downloads=True)
    yield Work(context, address)
    context.close()


@pytest.fixture
def incoming(tmp_path: Path) -> Callable[..., Path]:
    def write(content: str | bytes, name: str = "mine.jsonl") -> Path:
        path = tmp_path / name
        path.write_bytes(encoded(content))
        return path

    return write


# There and back -----------------------------------------------------------------------------------


@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_a_journal_goes_to_the_installed_course_and_comes_back(
    work: Work, home: Path, tmp_path: Path, hand: Callable[[Page], Hand]
) -> None:
    work.open(text("a", "x", "é \u2028 😀"))
    hands = hand(work.page)
    work.says("kept", "", entries="2 entries")
    saved = tmp_path / "mine.jsonl"
    download = work.save("copy", hands)
    assert download.suggested_filename == "journal.jsonl"
    download.save_as(saved)
    work.says("copied", name="journal.jsonl")
    assert main(["journal", "import", str(saved)]) == 0
    Journal().commit("L3.1.answer", {"choice": "B", "sure": None, "share": 1e-7})
    back = tmp_path / "back.jsonl"
    assert main(["journal", "export", str(back)]) == 0
    with work.page.expect_file_chooser() as waited:
        chooser = work.page.get_by_label(WORDS["bring"], exact=True)
        hands.press(chooser)
    waited.value.set_files(back)
    work.says("would_longer", "arrived", name="back.jsonl", more="1 entry")
    assert work.journal == saved.read_text(encoding="utf-8"), "nothing before it is asked for"
    work.press("bring_in", hands)
    work.says("done_longer", more="1 entry", there="3 entries")
    work.says("progress", "", n=3, all=9, lesson=3, title=WORDS["lesson_3"])
    assert work.journal == Journal().path.read_text(encoding="utf-8")
    work.choose(back)
    work.says("is_same", name="back.jsonl")
    work.choose(saved)
    work.says("is_shorter", name="mine.jsonl", ahead="1 entry")
    assert not work.errors


def test_where_nothing_is_kept_a_journal_can_begin(
    work: Work, incoming: Callable[..., Path]
) -> None:
    work.open()
    work.says("nothing", "")
    assert work.page.evaluate(KEPT, work.database) is None, "looking made nothing"
    assert work.page.locator("#your-work button").count() == 0
    work.choose(incoming(text("a", "x", "y")))
    work.says("would_first", "arrived", name="mine.jsonl", there="2 entries")
    work.press("leave")
    work.says("left")
    assert work.page.evaluate(KEPT, work.database) is None
    work.choose(incoming(text("a", "x", "y")))
    work.press("bring_in")
    work.says("done_first", there="2 entries")
    assert work.journal == text("a", "x", "y")
    records = dict(work.page.evaluate(KEPT, work.database))
    assert records["my_work"]["type"] == "directory"
    assert records["my_work/journal.jsonl"]["format"] == "base64"
    work.fill({"lesson.ipynb": "{}"})  # JupyterLite's own stores can still be added
    work.open()
    work.says("kept", "", entries="2 entries")


# Two that differ ----------------------------------------------------------------------------------


HERE, THERE = text("a", "x", "here"), text("a", "x", "there", "more")


def test_two_that_went_apart_are_both_kept(work: Work, incoming: Callable[..., Path]) -> None:
    work.open(HERE)
    work.choose(incoming(THERE))
    work.says("would_apart", "arrived", name="mine.jsonl", common="1 entry")
    work.press("keep_here")
    work.says("done_kept")
    files = work.kept()
    (beside,) = [name for name in files if ".from-" in name]
    assert files == {"my_work/journal.jsonl": encoded(HERE), beside: encoded(THERE)}
    name = beside.removeprefix("my_work/")
    assert work.save("save_file", name=name).path().read_bytes() == encoded(THERE)
    work.choose(incoming(THERE))
    work.press("keep_here")
    work.says("done_kept", aside=name)
    assert work.kept() == files, "a second time nothing is added"
    work.press("use_file", name=name)
    work.press("take_there")
    work.says("done_replaced", name=name)
    files = work.kept()
    assert files["my_work/journal.jsonl"] == encoded(THERE)
    assert sorted(files.values()) == sorted(map(encoded, [HERE, THERE, THERE]))


def test_another_journal_replaces_only_when_asked_and_nothing_is_lost(
    work: Work, incoming: Callable[..., Path]
) -> None:
    other = text("b", "z")
    work.open(HERE)
    work.choose(incoming(other))
    work.says("would_other", "arrived", name="mine.jsonl", there="1 entry")
    work.press("leave")
    assert work.kept() == {"my_work/journal.jsonl": encoded(HERE)}
    work.choose(incoming(other))
    work.press("take_there")
    work.says("done_replaced", name="mine.jsonl", there="1 entry")
    files = work.kept()
    assert work.journal == other
    assert sorted(files.values()) == sorted([encoded(HERE), encoded(other)])
    assert any(".replaced-2026-03-02-" in name for name in files)


def test_a_damaged_journal_here_can_be_saved_and_replaced(
    work: Work, incoming: Callable[..., Path]
) -> None:
    damaged = cut(example())
    work.open(damaged)
    work.says("here_damaged", "", line=14, what=WORDS["what_cut"], entries="12 entries")
    assert work.save("copy").path().read_bytes() == encoded(damaged)
    work.choose(incoming(example()))
    work.says("would_replace", "arrived", name="mine.jsonl")
    work.press("take_there")
    work.says("done_replaced", name="mine.jsonl")
    assert sorted(work.kept().values()) == sorted([encoded(damaged), encoded(example())])
    expect(work.page.get_by_text(WORDS["does_not_verify"], exact=True)).to_be_visible()


# Bad input ----------------------------------------------------------------------------------------


SAYS = {
    "cut short": "bad_damaged",
    "changed": "bad_damaged",
    "a line missing": "bad_damaged",
    "newer": "bad_version",
    "empty": "bad_empty",
    "a heading alone": "bad_empty",
    "a picture": "bad_foreign",
    "a notebook": "bad_foreign",
    "text": "bad_foreign",
    "deep": "bad_damaged",
    "half a character": "bad_damaged",
    "huge": "bad_huge",
}


def test_each_bad_file_gets_its_sentence_and_changes_nothing(
    work: Work, incoming: Callable[..., Path]
) -> None:
    assert set(SAYS) == {name for name, _, _ in BAD}
    work.open(HERE)
    for name, do, _ in BAD:
        work.choose(incoming(do(example())))
        work.says(SAYS[name], "alert", name="mine.jsonl")
        expect(work.page.locator("#your-work-alert")).to_be_focused()
        work.page.evaluate("document.querySelector('#your-work-alert').textContent = ''")
        work.open()
    assert work.kept() == {"my_work/journal.jsonl": encoded(HERE)}


def test_what_goes_on_in_another_tab_is_not_overwritten(
    work: Work, incoming: Callable[..., Path]
) -> None:
    work.open(text("a", "x"))
    work.choose(incoming(text("a", "x", "y")))
    work.fill({"my_work/journal.jsonl": text("a", "x", "z")})
    work.press("bring_in")
    work.says("fault_changed", "alert")
    assert work.journal == text("a", "x", "z")
    work.choose(incoming(text("a", "x", "y")))
    work.says("would_apart", "arrived", name="mine.jsonl", common="1 entry")


def test_a_lesson_that_is_just_saving_is_waited_for(
    work: Work, incoming: Callable[..., Path]
) -> None:
    work.open(text("a", "x"))
    work.choose(incoming(text("a", "x", "y")))
    work.fill({"my_work/journal.jsonl.lock": ""})
    work.press("bring_in")
    work.page.wait_for_timeout(600)
    assert work.journal == text("a", "x")
    work.fill({"my_work/journal.jsonl.lock": None})
    work.says("done_longer", more="1 entry")
    assert work.journal == text("a", "x", "y")


def test_a_full_storage_changes_nothing(work: Work, incoming: Callable[..., Path]) -> None:
    devtools = work.context.new_cdp_session(work.page)
    room = {"origin": work.address.rstrip("/"), "quotaSize": 500_000}
    devtools.send("Storage.overrideQuotaForOrigin", room)
    work.open(HERE)
    work.choose(incoming(text("b", *["long " * 20_000] * 20)))
    work.press("take_there")
    work.says("fault_full", "alert")
    assert work.kept() == {"my_work/journal.jsonl": encoded(HERE)}


FORBID = """Object.defineProperty(window, "indexedDB", { get() {
  return { open() { throw new DOMException("no", "SecurityError"); } }; } });"""
REFUSE = """Object.defineProperty(window, "indexedDB", { get() {
  throw new DOMException("no", "SecurityError"); } });"""
UNSAFE = 'Object.defineProperty(crypto, "subtle", { value: undefined });'
BROKEN = """IDBFactory.prototype.open = () => {
  throw new DOMException("The disk is gone.", "UnknownError"); };"""


@pytest.mark.parametrize(
    ("script", "words"),
    [(FORBID, "fault_forbidden"), (REFUSE, "fault_none"), (BROKEN, "fault_failed")],
    ids=["forbidden", "none", "broken"],
)
def test_a_browser_that_keeps_nothing_gets_one_sentence(
    work: Work, script: str, words: str
) -> None:
    work.page.add_init_script(script)
    work.open()
    work.says(words, "alert", why="The disk is gone")
    assert work.page.locator("#your-work :is(button, input)").count() == 0


def test_on_an_unsafe_connection_a_copy_can_still_be_saved(work: Work) -> None:
    work.fill({"my_work/journal.jsonl": HERE})
    work.page.add_init_script(UNSAFE)
    work.open()
    work.says("here_unread", "")
    assert work.save("copy").path().read_bytes() == encoded(HERE)
    assert work.page.locator("input[type=file]").count() == 0


def test_a_page_opened_from_a_file_says_so(work: Work, tmp_path: Path) -> None:
    (tmp_path / "_static").mkdir()
    for name in ("your_work.html", "_static/site.js"):
        response = work.page.goto(f"{work.address}{name}")
        assert response is not None
        (tmp_path / name).write_bytes(response.body())
    work.page.goto((tmp_path / "your_work.html").as_uri())
    work.says("fault_file", "alert")


# Deleting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lessons", [False, True], ids=["journal", "lessons as well"])
@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_deleting_asks_twice_and_offers_a_copy(
    work: Work, hand: Callable[[Page], Hand], lessons: bool
) -> None:
    beside = {"my_work/journal.from-2026-03-02-0a.jsonl": THERE}
    lesson = {"03_from_power_to_threat.ipynb": "{}", "my_work/verdict.md": "So I conclude."}
    half = {"my_work/.journal.jsonl.k3j": HERE[:50]}
    everything = {"my_work/journal.jsonl": HERE, **beside, **lesson, **half}
    work.fill({**everything})
    work.open()
    hands = hand(work.page)
    work.press("delete", hands)
    expect(work.page.locator("#your-work-deleting")).to_be_focused()
    work.press("delete_keep", hands)
    work.says("kept_all")
    work.press("delete", hands)
    assert work.save("delete_copy", hands).path().read_bytes() == encoded(HERE)
    if lessons:
        hands.tick(work.page.locator("#your-work").get_by_role("checkbox"))
    work.press("delete_on", hands)
    work.press("delete_keep", hands)
    assert work.kept() == {name: encoded(content) for name, content in everything.items()}
    work.press("delete", hands)
    work.press("delete_on", hands)
    work.press("delete_now", hands)
    work.says("deleted")
    left = {} if lessons else {name: encoded(content) for name, content in lesson.items()}
    assert work.kept() == {"my_work/journal.jsonl": b"", **left}
    work.says("nothing", "")


WIDE = """() => [...document.querySelectorAll("article *")]
  .filter((el) => !el.parentElement.closest(".tpl-scroll") && el.getClientRects().length)
  .filter((el) => el.getBoundingClientRect().right > innerWidth + 1).map((el) => el.outerHTML)"""


# For everybody ------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1200])
def test_everybody_can_use_it(
    chromium: Browser, address: str, incoming: Callable[..., Path], width: int, scheme: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, accept_downloads=True
    )
    work = Work(context, address)
    long = "my_work/journal.from-2026-03-02-0a1b2c3d.jsonl"
    work.fill({long: THERE, "03_from_power_to_threat.ipynb": "{}"})
    work.open(text("a", "x", *"abcdefghij"))
    states: dict[str, Callable[[], None]] = {
        "kept": lambda: None,
        "arrived": lambda: work.choose(incoming(text("a", "x", "there"))),
        "alert": lambda: work.choose(incoming(cut(example()))),
        "deleting": lambda: work.press("delete"),
        "sure": lambda: work.press("delete_on"),
    }
    for name, step in states.items():
        step()
        work.page.wait_for_timeout(100)
        assert work.page.evaluate(WIDE) == [], name
        work.page.evaluate(lab.AXE.read_text(encoding="utf-8"))
        assert not work.page.evaluate(GRAVE), name
        if shots := os.environ.get("COURSE_SHOTS"):
            path = Path(shots) / f"your_work_{name}_{width}_{scheme}.png"
            work.page.screenshot(path=path, full_page=True)
    assert not work.errors
    context.close()


# The whole way ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole site: the pages to read, and the lessons to do."""
    site = lite.build(tmp_path_factory.mktemp("whole"))
    steps.run(reading.STEP, lite.WORK, site, print)
    with lite.served(site) as address:
        yield f"{address}/"


@pytest.mark.slow
def test_from_a_lesson_in_the_browser_to_the_installed_course_and_back(
    chromium: Browser, whole: str, home: Path, tmp_path: Path
) -> None:
    item, words = checks.check("L1.w1"), messages("check")
    right = next(option for option in item.options if option.correct)
    wrong = next(option for option in item.options if not option.correct)
    context = chromium.new_context(
        viewport={"width": 1200, "height": lab.TALL}, accept_downloads=True
    )
    context.set_default_timeout(90_000)
    work = Work(context, whole)

    def lesson() -> tuple[lite.Lesson, Locator]:
        """Open the lesson anew, run it, and find the question."""
        opened = lite.Lesson(context.new_page(), whole.rstrip("/"), LESSON)
        opened.open()
        opened.run()
        return opened, opened.page.locator('.tpl[data-kind="check"]').filter(has_text=item.prompt)

    def answer(question: Locator, option: checks.Option, label: str, number: int) -> None:
        question.get_by_role("radio", name=option.text, exact=True).click()
        question.get_by_role("radio", name=words["sure_certain"], exact=True).click()
        question.get_by_role("button", name=label, exact=True).click()
        stories.saved(question, number)

    # An answer in the browser's own Python, then to the installed course.
    opened, question = lesson()
    answer(question, wrong, words["check"], 1)
    work.open()
    work.says("kept_one", "", entries="1 entry")
    work.save("copy").save_as(tmp_path / "from-browser.jsonl")
    assert main(["journal", "import", str(tmp_path / "from-browser.jsonl")]) == 0
    # There the learner changes their mind, and takes it back to the browser.
    Check(item).commit("answer", {"choice": right.id, "sure": "certain", "hints": 0})
    assert main(["journal", "export", str(tmp_path / "back.jsonl")]) == 0
    work.open()
    work.choose(tmp_path / "back.jsonl")
    work.says("would_longer", "arrived", name="back.jsonl", more="1 entry")
    work.press("bring_in")
    work.says("done_longer", more="1 entry", there="2 entries")
    # The lesson that is still open goes on from there: nothing that came in is lost.
    answer(question, right, stories.again("check", words["check"], 2), 2)
    head, entries = read_chain(work.journal)
    assert [entry.value["choice"] for entry in entries] == [wrong.id, right.id, right.id]
    assert work.journal.startswith(Journal().path.read_text(encoding="utf-8"))
    opened.page.close()
    # Opened anew, it shows all three.
    opened, question = lesson()
    stories.saved(question, 3)
    expect(question.get_by_role("radio", name=right.text, exact=True)).to_be_checked()
    expect(question.get_by_text(right.feedback)).to_be_visible()
    # What has gone on in the browser comes back as well.
    work.open()
    work.save("copy").save_as(tmp_path / "again.jsonl")
    assert main(["journal", "import", str(tmp_path / "again.jsonl")]) == 0
    assert Journal().path.read_text(encoding="utf-8") == work.journal
    # Deleted while the lesson is open, it begins anew there.
    for step in ("delete", "delete_on", "delete_now"):
        work.press(step)
    work.says("deleted")
    answer(question, wrong, stories.again("check", words["check"], 4), 4)
    assert len(read_chain(work.journal)[1]) == 1
    assert read_chain(work.journal)[0]["id"] != head["id"]
    context.close()
