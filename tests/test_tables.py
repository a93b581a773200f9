from __future__ import annotations

import csv
import io
import math
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from course import rows, tables
from course.errors import CourseError

ROOT = Path(__file__).resolve().parents[1]
RESEARCH = ROOT.parent / "shared" / "research"
needs_research = pytest.mark.skipif(
    not (RESEARCH / "power" / "cinc.csv").is_file(),
    reason="the full research tables are not beside this checkout",
)
NAMES = sorted(rows.ROWS)
COMPONENTS = (
    "military_expenditure",
    "military_personnel",
    "iron_and_steel",
    "energy",
    "population",
    "urban_population",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables that a test may damage."""
    return Path(shutil.copytree(tables.DATA, tmp_path / "data"))


def edit(path: Path, line: int, column: str, value: str) -> None:
    """Put `value` into one cell, as someone with a spreadsheet would."""
    with path.open(encoding="utf-8", newline="") as file:
        grid = list(csv.reader(file))
    grid[line - 1][grid[0].index(column)] = value
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(grid)
    path.write_text(out.getvalue(), encoding="utf-8")


def refusal(name: str, folder: Path) -> str:
    with pytest.raises(CourseError) as caught:
        tables.load(name, folder)
    return str(caught.value)


# Spot values against published figures -----------------------------------------------------


def capability(iso3: str, year: int) -> rows.Capability:
    (row,) = (r for r in tables.capabilities() if (r.iso3, r.year) == (iso3, year))
    return row


def test_capabilities_hold_published_values() -> None:
    us = capability("USA", 1992)
    assert (us.cinc, us.population, us.energy) == (0.148523, 255391, 2885701)
    ratio = {y: capability("NATO", y).cinc / capability("CHN", y).cinc for y in (1992, 2014, 2022)}
    assert {y: round(r, 2) for y, r in ratio.items()} == {1992: 2.48, 2014: 1.08, 2022: 0.96}
    assert round(capability("NATO16", 2014).cinc / capability("NATO", 2014).cinc, 3) == 0.942
    assert capability("LVA", 2014).military_expenditure is None
    assert capability("LVA", 2014).missing_components == "milex:1"


def test_spending_holds_published_values() -> None:
    found = {(r.iso3, r.year): r.spending for r in tables.spending()}
    assert round(found["USA", 1992] / found["RUS", 1992]) == 15
    assert found["USA", 2022] == 896121.2
    assert round(found["NATO", 2014] / found["NATO", 1992], 2) == 1.12
    assert round(found["CHN", 2014] / found["CHN", 1992], 2) == 6.50


def test_warheads_hold_published_values() -> None:
    found = {(r.iso3, r.year): r.warheads for r in tables.warheads()}
    assert (found["USA", 1992], found["RUS", 1992], found["CHN", 1992]) == (13708, 26734, 234)
    assert {found["DEU", year] for year in (1992, 1999, 2004, 2008, 2014, 2022)} == {0}


def test_nato_proximity_holds_the_steps_of_enlargement() -> None:
    found = {r.year: r for r in tables.nato_proximity()}
    assert [found[y].land_border_km for y in (1992, 1999, 2004, 2023)] == [191, 400, 1317, 2626]
    assert [found[y].members for y in (1992, 1999, 2004, 2009, 2024)] == [16, 19, 26, 28, 32]
    border = {r.iso3: r.border_km_with_russia for r in tables.capitals()}
    for year, row in found.items():
        lengths = [border[code] for code in row.members_bordering.split(";")]
        assert None not in lengths
        assert sum(length or 0 for length in lengths) == row.land_border_km, year


def test_members_of_a_year_are_the_accessions_until_then() -> None:
    joined = [int(e.date[:4]) for e in tables.events() if e.kind == "accession"]
    for row in tables.nato_proximity():
        assert sum(year <= row.year for year in joined) == row.members


def test_distances_between_capitals_follow_from_the_coordinates() -> None:
    places = {r.iso3: r for r in tables.capitals()}

    def km(first: str, second: str) -> float:
        a, b = places[first], places[second]
        north, south = math.radians(a.latitude), math.radians(b.latitude)
        east = math.radians(b.longitude - a.longitude)
        cosine = math.sin(north) * math.sin(south)
        cosine += math.cos(north) * math.cos(south) * math.cos(east)
        return 6371.0088 * math.acos(min(1, cosine))

    for code, place in places.items():
        assert abs(km(code, "RUS") - place.km_to_moscow) <= 1
        assert abs(km(code, "USA") - place.km_to_washington) <= 1
        assert abs(km(code, "CHN") - place.km_to_beijing) <= 1
    assert (places["POL"].km_to_moscow, places["FIN"].border_km_with_russia) == (1151, 1309)
    assert places["RUS"].border_km_with_russia is None


def test_relations_say_what_is_not_covered() -> None:
    found = {(r.observer, r.threat, r.year): r for r in tables.relations()}
    assert len({(r.observer, r.year) for r in tables.relations()}) == 12 * 6
    uncovered = {pair[:2] for pair, row in found.items() if row.dispute_years is None}
    assert uncovered == {("POL", "DEU")}
    assert found["POL", "DEU", 1992].defence_pact is None
    assert found["POL", "DEU", 1999].defence_pact is True
    # Both sources have the war of 2008 as a use of force (4), not as a war (5).
    assert found["GEO", "RUS", 2008].highest_hostility == 4
    # The pact that ATOP codes through the war of 2008 is there, and says something about pacts.
    assert found["GEO", "RUS", 2008].defence_pact is True
    assert (found["POL", "RUS", 2022].window_start, found["POL", "RUS", 2022].window_end) == (
        2005,
        2014,
    )


def test_votes_show_the_trap_that_the_record_warns_of() -> None:
    point = {(r.iso3, r.year): r.ideal_point for r in tables.votes()}
    poland, russia, us = (point[code, 1992] for code in ("POL", "RUS", "USA"))
    assert poland is not None and russia is not None and us is not None
    assert abs(poland - russia) < abs(poland - us)
    assert point["GEO", 1992] is None


def test_nato_s_position_is_the_weighted_mean_of_members_in_the_tables() -> None:
    joined = {e.iso3: int(e.date[:4]) for e in tables.events() if e.kind == "accession"}
    point = {(r.iso3, r.year): r.ideal_point for r in tables.votes()}
    for row in tables.votes():
        if row.iso3 != "NATO":
            continue
        core = [
            (r.cinc, point[r.iso3, r.year])
            for r in tables.capabilities()
            if r.kind == "state" and r.year == row.year and joined.get(r.iso3, 9999) <= r.year
        ]
        mean = sum(c * (p or math.nan) for c, p in core) / sum(c for c, _ in core)
        assert row.ideal_point == pytest.approx(mean, abs=1e-6)


def test_opinion_splits_the_ten_publics_of_2018() -> None:
    pew = [r for r in tables.opinion() if r.organisation == "Pew Research Center"]
    percent = {(r.respondents, r.target): r.percent for r in pew}
    publics = {public for public, _ in percent}
    assert len(publics) == 10
    assert sum(percent[p, "RUS"] > percent[p, "USA"] for p in publics) == 5
    gallup = {r.began: r.percent for r in tables.opinion() if r.organisation == "Gallup"}
    assert gallup == {"2012": 38, "2016": 67}
    hostile = {(r.began[:4], r.target): r.percent for r in tables.opinion() if "most" in r.question}
    assert (hostile["2007", "EST"], hostile["2015", "USA"], hostile["2017", "USA"]) == (60, 73, 69)


def test_answers_that_may_be_hidden_are_marked() -> None:
    for row in tables.opinion():
        assert row.may_hide == (row.respondents == "RUS" and row.began >= "2014-03"), row


def test_approval_rose_in_2022_and_2014() -> None:
    approve = {r.month: r.approve for r in tables.approval()}
    assert [approve[m] for m in ("2022-01", "2022-02", "2022-03")] == [69, 71, 83]
    assert (approve["2021-08"], approve["2013-11"], approve["2014-03"]) == (61, 61, 80)
    assert {r.month[:4] for r in tables.approval() if r.office == "prime minister"} == {
        "2008",
        "2010",
    }


def test_approval_before_an_episode_is_the_mean_of_its_three_months() -> None:
    approve = {r.month: r.approve for r in tables.approval()}
    checked = 0
    for episode in tables.episodes():
        if episode.approval_before is None or episode.decision_month is None:
            continue
        year, month = map(int, episode.decision_month.split("-"))
        count = 12 * year + month - 1
        three = [approve[f"{(count - k) // 12}-{(count - k) % 12 + 1:02d}"] for k in (1, 2, 3)]
        assert round(sum(three) / 3, 1) == episode.approval_before, episode.id
        checked += 1
    assert checked == 14


def test_episodes_hold_uses_and_non_uses_of_force() -> None:
    force = [e.force for e in tables.episodes()]
    kinds = ("force", "no force", "peacekeepers or threat")
    assert [force.count(kind) for kind in kinds] == [10, 7, 2]
    used = [e for e in tables.episodes() if e.force == "force"]
    assert sum(e.troops_there == "yes" for e in used) == 7
    assert {e.troops_there for e in tables.episodes() if e.force == "no force"} == {"yes"}
    assert all(e.ended is None or e.ended >= e.began for e in tables.episodes())
    # What was not seen in a source is named apart, and not asserted as a date.
    donbas = next(e for e in tables.episodes() if e.id == "C11")
    assert donbas.unconfirmed is not None and "5 September" in donbas.unconfirmed
    assert "5 September" not in donbas.dates


def test_interventions_count_as_the_notes_say_and_are_not_called_rand_s() -> None:
    window = [r for r in tables.interventions() if r.rand_status != "after_report"]
    sizes = [r.size_threshold for r in window]
    assert (len(window), sizes.count("clear"), sizes.count("borderline")) == (31, 22, 8)
    large = [r for r in window if r.size_threshold in ("clear", "plausible")]
    assert sum(r.leader == "Yeltsin" for r in large) == 12
    assert sum(r.post_soviet for r in large) == 11
    record = tables.provenance("interventions")
    assert record.notice is not None and record.notice.startswith("Not RAND's list")
    assert "RAND" not in record.title


def test_problems_of_1979() -> None:
    problems = {p.problem: p for p in tables.problems_1979()}
    assert len(problems) == 16
    third = problems["3"]
    assert third.option_a == ((4000, 0.8), (0, 0.2)) and third.option_b == ((3000, 1),)
    assert (third.respondents, third.percent_a, third.percent_b) == (95, 20, 80)
    assert {p for p, row in problems.items() if not row.confirmed} == {
        "1",
        "13",
        "13'",
        "14",
        "14'",
    }
    assert all(row.percent_a + row.percent_b == 100 for row in problems.values())
    assert all(row.confirmed == (row.seen_in is not None) for row in problems.values())
    for name, row in problems.items():  # the mirrored problems differ in the sign only
        if name.endswith("'"):
            twin = problems[name[:-1]]
            assert tuple((-x, p) for x, p in row.option_a) == twin.option_a
            assert tuple((-x, p) for x, p in row.option_b) == twin.option_b


def test_estimates_of_loss_aversion() -> None:
    found = [(r.estimate, r.low, r.high) for r in tables.loss_aversion()]
    assert found == [(2.25, None, None), (1.955, 1.82, 2.102), (1.31, 1.1, 1.53)]


# World totals, recovered -------------------------------------------------------------------


def test_cinc_follows_from_components_and_recovered_totals() -> None:
    total = {(r.year, r.component): r.total for r in tables.world_totals()}
    checked = 0
    for row in tables.capabilities():
        if row.kind != "state":
            continue
        shares = {
            name: getattr(row, name) / total[row.year, name]
            for name in COMPONENTS
            if getattr(row, name) is not None
        }
        assert sum(shares.values()) / len(shares) == pytest.approx(row.cinc, abs=1e-5)
        shares.pop("urban_population")
        assert sum(shares.values()) / len(shares) == pytest.approx(row.cinc_no_urban, abs=1e-5)
        checked += 1
    assert checked > 100


def test_recovered_totals_agree_with_common_knowledge() -> None:
    total = {(r.year, r.component): r.total for r in tables.world_totals()}
    # World population in thousand million; the United Nations count 5.5 in 1992 and 8.0 in 2022.
    assert total[1992, "population"] / 1e6 == pytest.approx(5.4, abs=0.1)
    assert total[2022, "population"] / 1e6 == pytest.approx(8.0, abs=0.1)
    # World steel, 2004: about 1,060 million tons.
    assert total[2004, "iron_and_steel"] / 1e3 == pytest.approx(1060, rel=0.02)
    # The break of the urban series, which the record names.
    assert total[2017, "urban_population"] / total[2016, "urban_population"] > 1.4
    assert all(r.largest_residual < 1e-6 for r in tables.world_totals())


# Records -----------------------------------------------------------------------------------


def test_every_table_has_a_record_and_every_record_a_table() -> None:
    assert list(tables.names()) == NAMES
    assert sorted(path.stem for path in tables.DATA.glob("*.toml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_record_is_complete(name: str) -> None:
    record = tables.provenance(name)
    assert [c.name for c in record.columns] == [f.name for f in fields(rows.ROWS[name])]
    assert record.notice or record.terms_known
    assert record.left_out and record.breaks
    assert all(len(source.citation) > 20 for source in record.sources)
    header = (tables.DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == [c.name for c in record.columns]


@pytest.mark.parametrize("name", NAMES)
def test_accessor_gives_typed_frozen_records(name: str) -> None:
    found = getattr(tables, name)()
    assert {type(row) for row in found} == {rows.ROWS[name]}
    assert found is getattr(tables, name)()  # read once
    with pytest.raises(AttributeError):
        setattr(found[0], fields(found[0])[0].name, "changed")


def test_known_breaks_are_in_the_records() -> None:
    breaks = " ".join(tables.provenance("capabilities").breaks)
    assert "2002" in breaks and "2017" in breaks and "2005" in breaks


def test_sipri_extract_stays_within_a_tenth() -> None:
    # SIPRI's terms: less than 10 % of a data set. One sheet of the set, the one used, has about
    # 8,329 figures. 24 are here; the sums over NATO count too, to be on the safe side.
    published = [r for r in tables.spending() if r.kind == "state"]
    assert len(published) == 24
    assert len(tables.spending()) / 8329 < 0.005 < 0.10
    assert "24 of about 8,329" in tables.provenance("spending").extract


def test_levada_extract_is_small() -> None:
    assert len(tables.approval()) == 50
    assert "50 of 301" in tables.provenance("approval").extract
    assert not tables.provenance("approval").terms_known


def test_data_notice_has_a_row_for_every_table() -> None:
    notice = (tables.DATA / "README.md").read_text(encoding="utf-8")
    lines = dict(re.findall(r"^\| `(\w+)` \| (.*)$", notice, re.MULTILINE))
    assert sorted(lines) == NAMES
    for name, line in lines.items():
        record = tables.provenance(name)
        assert all(f"{s.name} ({s.version})" in line for s in record.sources)
        assert record.licence in line
        assert ("*not known*" in line) != record.terms_known
        assert (record.notice or "") in notice


# What is refused ---------------------------------------------------------------------------

IMPOSSIBLE = [
    ("capabilities", 2, "population", "-5", "below 0"),
    ("capabilities", 3, "cinc", "1.7", "above 1"),
    ("capabilities", 4, "year", "1066", "below 1992"),
    ("capabilities", 5, "cinc", "nan", "not a number"),
    ("capabilities", 6, "energy", "1_000", "not a number"),
    ("capabilities", 6, "energy", "1e400", "above"),
    ("capabilities", 7, "population", "", "is empty"),
    ("capabilities", 8, "population", "١٢", "not a number"),
    ("capabilities", 9, "iso3", "ZZZ", "not one of"),
    ("capabilities", 2, "name", " United States", "not plain text"),
    ("warheads", 2, "warheads", "many", "not a whole number"),
    ("warheads", 2, "warheads", "12.5", "not a whole number"),
    ("relations", 2, "defence_pact", "maybe", "neither yes nor no"),
    ("relations", 2, "highest_hostility", "6", "above 5"),
    ("events", 2, "date", "1949-13-01", "not a date"),
    ("approval", 2, "approve", "101", "above 100"),
    ("problems_1979", 2, "option_a", "4000:0.8 0:0.3", "add up to 1.1"),
    ("problems_1979", 2, "option_b", "a lot", "not a prospect"),
    ("loss_aversion", 2, "estimate", "", "is empty"),
]


@pytest.mark.parametrize(("name", "line", "column", "value", "why"), IMPOSSIBLE)
def test_impossible_value_is_refused_with_file_and_line(
    folder: Path, name: str, line: int, column: str, value: str, why: str
) -> None:
    edit(folder / f"{name}.csv", line, column, value)
    message = refusal(name, folder)
    assert message.startswith(f"{name}.csv, line {line}: {column} ")
    assert why in message
    assert "\n" not in message and message.count(". ") == 0


def test_missing_value_is_none_and_not_zero(folder: Path) -> None:
    edit(folder / "capabilities.csv", 2, "military_expenditure", "")
    assert tables.capabilities(folder)[0].military_expenditure is None


def test_same_key_twice_is_refused(folder: Path) -> None:
    edit(folder / "spending.csv", 3, "iso3", "USA")
    message = refusal("spending", folder)
    assert message.startswith("spending.csv, line 3: iso3 USA, year 1992 is already in line 2")


@pytest.mark.parametrize("change", ["one row less", "one row more"])
def test_wrong_number_of_rows_is_refused(folder: Path, change: str) -> None:
    path = folder / "spending.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    more = [*lines, "USA,United States,state,2021,900000"]
    path.write_text("\n".join(lines[:-1] if "less" in change else more) + "\n", encoding="utf-8")
    message = refusal("spending", folder)
    count, last = (37, 38) if "less" in change else (39, 40)
    assert message.startswith(f"spending.csv, line {last}: the table ends after {count} rows")
    assert "spending.toml says 38" in message


@pytest.mark.parametrize("text", ["", "iso3,name,kind,year,spending\n"])
def test_empty_table_is_refused(folder: Path, text: str) -> None:
    (folder / "spending.csv").write_text(text, encoding="utf-8")
    assert "ends after 0 rows" in refusal("spending", folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [("warheads", "bombs"), ("iso3,name", "name,iso3"), ("year,", ""), ("year,", "year,note,")],
)
def test_other_columns_are_refused(folder: Path, old: str, new: str) -> None:
    path = folder / "warheads.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    message = refusal("warheads", folder)
    assert message.startswith("warheads.csv, line 1: the columns are ")


@pytest.mark.parametrize("line", ["USA,United States,1992", "USA,United States,1992,5,6"])
def test_row_of_the_wrong_width_is_refused(folder: Path, line: str) -> None:
    path = folder / "warheads.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = line
    path.write_text("\n".join(lines), encoding="utf-8")
    assert refusal("warheads", folder).startswith("warheads.csv, line 2: the row does not have 4")


def test_stray_quotation_mark_is_refused(folder: Path) -> None:
    path = folder / "warheads.csv"
    text = path.read_text(encoding="utf-8").replace("Russia,", '"Russia" x,', 1)
    path.write_text(text, encoding="utf-8")
    assert refusal("warheads", folder).startswith("warheads.csv, line 3: ")


def test_table_without_a_record_is_refused(folder: Path) -> None:
    (folder / "votes.toml").unlink()
    assert "put votes.toml back" in refusal("votes", folder)


def test_table_without_a_use_is_refused(folder: Path) -> None:
    for end in ("csv", "toml"):
        shutil.copy(folder / f"warheads.{end}", folder / f"tanks.{end}")
    assert "no use for a table 'tanks'" in refusal("tanks", folder)


def test_unknown_table_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"no table 'gdp'.*capabilities.*world_totals"):
        tables.load("gdp")
    with pytest.raises(CourseError, match="none at all"):
        tables.load("gdp", tmp_path)


RECORDS = [
    ('type = "int"\nunit = "warheads"', 'type = "integer"\nunit = "warheads"', "integer"),
    ("rows = 36", "rows = 0", "rows"),
    ("terms_known = true", "terms_known = false", "notice"),
    ('licence = "CC BY 4.0', 'license = "CC BY 4.0', "license"),
    ("min = 0\nmax = 50000\n", "", "min"),
]


@pytest.mark.parametrize(("old", "new", "word"), RECORDS)
def test_record_out_of_order_is_refused(folder: Path, old: str, new: str, word: str) -> None:
    path = folder / "warheads.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    message = refusal("warheads", folder)
    assert re.match(r"warheads\.toml, line \d+: ", message) and word in message


def test_record_of_other_columns_than_the_course_reads_is_refused(folder: Path) -> None:
    for end in ("csv", "toml"):
        path = folder / f"warheads.{end}"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("name,", "state,").replace('"name"', '"state"'), "utf-8")
    assert "warheads.toml does not describe the columns that the course reads" in refusal(
        "warheads", folder
    )


def test_key_that_is_no_column_is_refused(folder: Path) -> None:
    path = folder / "warheads.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('["iso3", "year"]', '["iso3", "decade"]'), encoding="utf-8")
    assert "decade" in refusal("warheads", folder)


# Made from the research tables -------------------------------------------------------------


@needs_research
def test_maker_script_reproduces_the_tables_byte_for_byte(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    script = ROOT / "tools" / "compile_tables.py"
    subprocess.run([sys.executable, script, RESEARCH, tmp_path], check=True, capture_output=True)
    made = sorted(path.stem for path in tmp_path.glob("*.csv"))
    by_hand = {"problems_1979", "loss_aversion"}
    by_hand |= {"crises", "factors", "codings", "evidence", "ratings", "motives"}
    assert made == sorted(set(NAMES) - by_hand)
    for name in made:
        ours = (tables.DATA / f"{name}.csv").read_bytes()
        assert (tmp_path / f"{name}.csv").read_bytes() == ours, name


@needs_research
def test_relations_agree_with_the_check_that_the_notes_describe() -> None:
    pytest.importorskip("numpy")
    path = RESEARCH / "power" / "reproduce.py"
    # Only its functions: the script goes on to print and to write files.
    functions = path.read_text(encoding="utf-8").split("W = np.random", 1)[0]
    space: dict[str, object] = {"__file__": str(path)}
    exec(compile(functions, "functions", "exec"), space)
    mids, pact = space["mids"], space["pact"]
    assert callable(mids) and callable(pact)
    for row in tables.relations():
        pair = (row.observer, row.threat)
        if row.dispute_years is None:
            # The check takes a pair that nobody counted for one without disputes.
            assert mids(row.threat, row.observer, row.window_end) == (0, 0)
            continue
        counted = mids(row.threat, row.observer, row.window_end)
        assert (row.dispute_years, row.highest_hostility) == counted, row
        assert row.defence_pact == pact(*pair, row.year), row


@needs_research
def test_problems_agree_with_the_table_in_the_notes() -> None:
    text = (RESEARCH / "theory" / "theories.md").read_text(encoding="utf-8")
    pattern = r"^\| (\d+)(′?) ([†‡]|\(V\)) \| (\d+) \|.*?\| (\d+) \| (\d+) \|"
    noted = {
        number + ("'" if stroke else ""): (int(n), int(a), int(b), mark != "‡")
        for number, stroke, mark, n, a, b in re.findall(pattern, text, re.MULTILINE)
    }
    for row in tables.problems_1979():
        ours = (row.respondents, row.percent_a, row.percent_b, row.confirmed)
        assert noted[row.problem] == ours, row.problem
