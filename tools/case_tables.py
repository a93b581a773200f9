"""Cases: approval, deployments abroad, and decisions to use force or not."""

from __future__ import annotations

import tomllib
from pathlib import Path

from research import Table, read

HERE = Path(__file__).resolve().parent


def approval(interventions: Path) -> Table:
    """Take the three months before each decision, and the months around 2014 and 2021-22."""
    months = {"2021-08", "2021-09"}
    months |= {f"2013-{m:02d}" for m in (11, 12)} | {f"2014-{m:02d}" for m in range(1, 8)}
    months |= {f"2021-{m:02d}" for m in (10, 11, 12)} | {f"2022-{m:02d}" for m in range(1, 7)}
    for words in episode_words().values():
        months |= set(before(words.get("decision", "")))
    return [
        {
            "month": row["period"],
            "leader": row["leader"],
            "office": row["role"],
            "approve": row["approve_pct"],
            "disapprove": row["disapprove_pct"],
        }
        for row in read(interventions / "russia_approval.csv")
        if row["series"] == "putin_monthly" and row["period"] in months
    ]


def before(month: str) -> list[str]:
    """List the three months before a month; none where no month is given."""
    if not month:
        return []
    count = int(month[:4]) * 12 + int(month[5:]) - 1
    return [f"{(count - k) // 12}-{(count - k) % 12 + 1:02d}" for k in (3, 2, 1)]


def interventions(folder: Path) -> Table:
    """Take all candidate interventions, each with our confidence, without RAND's name on them."""
    unconfirmed = {
        "R07": "The end year is the mission's, not checked against a UN page.",
        "R08": "The end year is the mission's, not checked against a UN page.",
        "R17": "Whether and when it ended was not checked.",
    }
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "iso3": row["iso3"],
            "start_year": row["start_year"],
            "end_year": row["end_year"],
            "ongoing_end_2020": row["ongoing_end_2020"],
            "leader": row["leader_at_start"],
            "activities": row["activity_types"],
            "post_soviet": row["post_soviet"],
            "multilateral_mandate": row["mandate_un_or_multilateral"],
            "personnel_low": row["personnel_low"],
            "personnel_high": row["personnel_high"],
            "size_threshold": row["threshold_100py"],
            "merge_group": row["merge_group"],
            "rand_status": row["rand_list_status"],
            "confidence": row["confidence"],
            "unconfirmed": unconfirmed.get(row["id"], ""),
            "source": row["source_1"].replace("seed 001 para 4", "Robinson 2021, paragraph B3"),
        }
        for row in read(folder / "interventions.csv")
    ]


def episode_words() -> dict[str, dict[str, str]]:
    """Read our own words for the episodes."""
    return tomllib.loads((HERE / "episodes.toml").read_text(encoding="utf-8"))


def episodes(interventions: Path) -> Table:
    """Join the proposed codings with our words; what stands in brackets becomes a remark."""
    words = episode_words()
    coded = ("troops_there", "invited", "rival", "regime", "loss_imminent")
    names = {"regime": "pro_russian_ruler", "rival": "rival_gain", "invited": "invitation"}
    table: Table = []
    for row in read(interventions / "cases_coding.csv"):
        text = words[row["id"]]
        codes, remarks = {}, []
        for column in coded:
            code, _, remark = row[column].rstrip(")").partition(" (")
            code, _, more = code.partition(", ")
            codes[names.get(column, column)] = code.replace("n/a", "not applicable")
            remark = "; ".join(part for part in (more, remark) if part)
            if remark:
                remarks.append(f"{names.get(column, column)}: {remark}")
        force = {"1": "force", "0": "no force", "P": "peacekeepers or threat"}[row["force"]]
        table.append(
            {
                "id": row["id"],
                "episode": row["episode"].replace("W.", "western"),
                "began": text["began"],
                "ended": text.get("ended", ""),
                "force": force,
                **codes,
                "remarks": "; ".join(remarks),
                "decision_month": text.get("decision", ""),
                "approval_before": row["approval_before"].replace("not in series", ""),
                "dates": text["dates"],
                "summary": text["summary"],
                "unconfirmed": text.get("unconfirmed", ""),
                "coding": row["coding_status"],
            }
        )
    return sorted(table, key=lambda r: str(r["began"]))
