"""Five tables of internal processes as agencies wrote them: two do not add up, and one forgets to return the result.

The facts are in `tests/data`; where SOTAY_SHARED names the folder with the source, the tables are also read from there.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sotay.deadlines.working_time import added_up
from sotay.markup.yaml_values import read_yaml
from sotay.model.finding import Finding
from sotay.rules.procedure.step_times import running
from sotay.rules.procedure.steps import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import Archive

DATA = Path(__file__).resolve().parents[1] / "data" / "internal-process-tables.yml"
SHARED = os.environ.get("SOTAY_SHARED")
ROLES = """name: Tỉnh Lạng Sơn
code: "20"
standard: TCVN ISO 9001:2015
roles:
  - {id: mot-cua, name: Trung tâm Phục vụ hành chính công, desk: true}
  - {id: chuyen-vien, name: Chuyên viên thụ lý}
  - {id: lanh-dao, name: Lãnh đạo}
  - {id: van-thu, name: Văn thư}
"""
Table = dict[str, Any]


def tables() -> list[Table]:
    """Return the five tables with what is to be found in them."""
    read: dict[str, list[Table]] = read_yaml(DATA.read_text(encoding="utf-8")).value
    return read["tables"]


def shared_tables() -> Iterator[Table]:
    """Return the tables of the source in the same form: its text says limit, unit, phases and whether they agree."""
    path = Path(SHARED or "", "data", "internal-process-examples.json")
    for raw in json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal) if SHARED else ():
        days = re.match(r"(\d+) ngày( làm việc)?(?: \((\d+) ngày vùng khó khăn\))?", raw["thoi_han"])
        unit = "working_day" if days is None or days[2] else "day"
        limit: Table = {"value": int(days[1]) if days else 0, "unit": unit}
        if days and days[3]:
            limit["extensions"] = [{"when": "vùng khó khăn", "value": int(days[3]), "unit": unit}]
        yield {
            "title": raw["ten"],
            "limit": limit,
            "unit": "working_hour" if raw["don_vi"] == "giờ" else unit,
            "total": raw["tong"],
            "found": ([] if raw["khop"] else ["ST407"]),
            "waits": {"after": "GĐ1", "action": "Chờ nghĩa vụ tài chính"} if "dừng" in raw.get("ghi_chu", "") else None,
            "phases": {
                phase["ten"]: [[role_of(s["trach_nhiem"]), s["noi_dung"], s["thoi_gian"]] for s in phase["buoc"]]
                for phase in raw["giai_doan"]
            },
        }


def role_of(who: str) -> str:
    """Return the role of those who are responsible for a step in the source."""
    if "PVHCC" in who or "Một cửa" in who:
        return "mot-cua"
    return "lanh-dao" if who.lower().startswith(("lãnh đạo", "chủ tịch", "ubnd")) else "chuyen-vien"


def steps_of(table: Table) -> Iterator[Table]:
    """Yield the steps of a table as a document states them."""
    waits = table.get("waits") or {}
    for phase, rows in table["phases"].items():
        for role, action, time in rows:
            value = int(time) if time == int(time) else float(time)
            yield {"role": role, "action": action, "phase": phase, "time": {"value": value, "unit": table["unit"]}}
        if waits.get("after") == phase:
            yield {"role": "chuyen-vien", "clock": "stopped", **{k: v for k, v in waits.items() if k != "after"}}


def examined(table: Table, *, with_phase_limits: bool = False) -> tuple[list[Finding], Archive]:
    """Return what the rules about steps have against a table, written as a document."""
    steps, limit = list(steps_of(table)), dict(table["limit"])
    if with_phase_limits:
        limit["phases"] = [
            {"name": name, "unit": table["unit"], "value": float(sum(Decimal(str(row[2])) for row in rows))}
            for name, rows in table["phases"].items()
        ]
    archive = Archive().file("sites/province.yml", ROLES)
    archive.procedure("QT-DD-01", title=table["title"], time_limit=limit, steps=steps)
    return list(run_rules(RULES, archive.examined())), archive


def titles(table: Table) -> str:
    return str(table["title"])


@pytest.mark.parametrize("table", tables(), ids=titles)
def test_what_does_not_add_up_is_found_and_nothing_else(table: Table) -> None:
    findings, archive = examined(table)
    assert [finding.code for finding in findings] == table["found"]
    (total,) = added_up(running(archive.province().document_by_code["QT-DD-01"].control.steps))
    assert total.value == Decimal(str(table["total"]))


def test_the_excess_is_told_in_the_numbers_of_the_table() -> None:
    told = [finding.fact.vi for table in tables() for finding in examined(table)[0] if finding.code == "ST407"]
    assert told == [
        "các bước cộng lại 12 ngày làm việc, quá thời hạn 10 ngày làm việc khi nộp trực tiếp, trực tuyến",
        "các bước cộng lại 8,5 ngày, quá thời hạn 7 ngày khi nộp trực tiếp, trực tuyến",
    ]


@pytest.mark.parametrize("table", [t for t in tables() if t["found"] != ["ST407"]], ids=titles)
def test_phases_that_take_what_their_steps_take_agree_with_the_whole(table: Table) -> None:
    assert [finding.code for finding in examined(table, with_phase_limits=True)[0]] == table["found"]


def test_the_time_of_waiting_for_payment_would_break_the_limit_if_it_counted() -> None:
    table = tables()[2]
    findings, _ = examined(table | {"waits": table["waits"] | {"time": {"value": 30, "unit": "day"}}})
    assert findings == []
    counted = table["waits"] | {"time": {"value": 30, "unit": "day"}, "clock": "runs", "phase": "Giai đoạn 1"}
    assert [finding.code for finding in examined(table | {"waits": counted})[0]] == ["ST407"]


@pytest.mark.skipif(not SHARED, reason="SOTAY_SHARED names the folder with the source")
def test_the_tables_of_the_source_are_judged_as_the_source_judges_them() -> None:
    read = list(shared_tables())
    assert len(read) == len(tables())
    for table, ours in zip(read, tables(), strict=True):
        assert (table["limit"]["value"], table["unit"], table["total"]) == (
            ours["limit"]["value"], ours["unit"], ours["total"],
        )  # fmt: skip
        codes = {finding.code for finding in examined(table)[0]}
        assert codes - {"ST430"} == set(table["found"]), table["title"]
