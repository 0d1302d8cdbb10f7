"""An agency's own terms are never to the citizen's disadvantage, are decided, and are stated once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sotay.model.finding import Finding, Severity
from sotay.rules.procedure.overrides import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import COMMUNE, JULY, Archive

CODE = "QT-HT-01"
DAY = {"unit": "working_day"}
COMMON: dict[str, Any] = {"value": 5, **DAY}
CASE = "phải xác minh"


def found(*own: dict[str, Any], serials: tuple[str, ...] = ("18",), **keys: Any) -> list[Finding]:
    """Return what the rules have against a commune's own terms, as permitted by its decisions."""
    overrides = [{"procedure": CODE, "decision": "18/QĐ-UBND", **terms} for terms in own]
    archive = Archive().procedure(CODE, **{"time_limit": COMMON, **keys})
    archive.agency(COMMUNE, level="commune", overrides=overrides)
    for months, serial in enumerate(serials):
        archive.permit(serial=serial, effective=JULY.replace(month=7 + months))
    return list(run_rules(RULES, archive.examined(date(2026, 12, 1))))


def told(*own: dict[str, Any], **keys: Any) -> list[str]:
    return [f"{finding.code} {finding.fact.vi}" for finding in found(*own, **keys)]


def limited(value: int, **keys: Any) -> dict[str, Any]:
    return {"time_limit": {"value": value, **DAY, **keys}}


def test_each_way_of_filing_is_set_against_its_own_common_limit() -> None:
    channels = [{"kind": "counter"}, {"kind": "online", "time_limit": {"value": 3, **DAY}}]
    (only,) = told(limited(4), channels=channels)
    assert only == (
        "ST421 thời hạn riêng của QT-HT-01 khi nộp trực tuyến là 4 ngày làm việc, "
        "dài hơn 3 ngày làm việc của quy định chung"
    )
    assert not told(limited(4) | {"channel": "counter"}, channels=channels)


def test_what_ends_later_only_on_some_days_is_said_to_be_so() -> None:
    (only,) = told({"time_limit": {"value": 6, "unit": "day"}}, time_limit={"value": 4, **DAY})
    assert "là 6 ngày, có thể kết thúc muộn hơn 4 ngày làm việc của quy định chung" in only
    assert not told({"time_limit": {"value": 4, "unit": "day"}}, time_limit={"value": 4, **DAY})


@pytest.mark.parametrize(("own", "is_longer"), [(7, False), (9, True)])
def test_a_case_is_set_against_the_same_case(own: int, is_longer: bool) -> None:
    common = COMMON | {"extensions": [{"value": 8, **DAY, "when": CASE}]}
    terms = limited(4, extensions=[{"value": own, **DAY, "when": CASE}])
    texts = told(terms, time_limit=common)
    assert bool(texts) is is_longer
    assert all(f"9 ngày làm việc trong trường hợp “{CASE}”, dài hơn 8 ngày làm việc" in text for text in texts)


def test_a_phase_may_be_no_longer_than_the_same_phase_elsewhere() -> None:
    common = COMMON | {"phases": [{"name": "Thẩm tra", "value": 2, **DAY}, {"name": "Ký", "value": 3, **DAY}]}
    own = [
        {"name": "Thẩm tra", "value": 3, **DAY},
        {"name": "Ký", "value": 1, **DAY},
        {"name": "Trả", "value": 0, **DAY},
    ]
    (only,) = told(limited(4, phases=own), time_limit=common)
    assert "3 ngày làm việc ở giai đoạn “Thẩm tra”, dài hơn 2 ngày làm việc ở giai đoạn “Thẩm tra”" in only


def test_an_earlier_closing_hour_does_no_harm_to_a_shorter_limit() -> None:
    common = COMMON | {"cutoff": "15:00"}
    assert not told(limited(4, cutoff="11:00"), time_limit=common)
    (only,) = told(limited(5, cutoff="11:00"), time_limit=common)
    assert "(nhận trước 11:00), có thể kết thúc muộn hơn 5 ngày làm việc (nhận trước 15:00)" in only
    assert not [text for text in told(limited(5, cutoff="16:00"), time_limit=common) if "ST421" in text]


def test_terms_that_change_nothing_are_only_warned_of() -> None:
    for terms in (limited(5, starts="ngày nhận hồ sơ"), {"fees": [{"amount": 0, "set_by": "Nghị quyết"}]}, {}):
        fees = terms.get("fees") or [{"amount": 0}]
        (finding,) = found(terms, fees=fees)
        assert (finding.code, finding.severity) == ("ST425", Severity.WARNING)
    assert not found({"fees": [{"amount": 5000, "legal_basis": "11/2025/NQ-HĐND"}]})


def test_terms_decided_for_later_stand_before_those_that_hold_until_then() -> None:
    later, now = limited(3) | {"decision": "20/QĐ-UBND"}, limited(4)
    assert not found(later, now, serials=("18", "20"))
    (only,) = told(now, later, serials=("18", "20"))
    assert only == "ST425 quy định riêng thứ 2 về QT-HT-01 trùng với mục thứ 1, nên không được dùng"


def test_terms_for_other_ways_of_filing_or_other_things_do_not_clash() -> None:
    online, counter = limited(3) | {"channel": "online"}, limited(4) | {"channel": "counter"}
    assert "ST425" not in "".join(told(online, counter))
    fee = {"fees": [{"amount": 5000, "legal_basis": "11/2025/NQ-HĐND"}]}
    assert "ST425" not in "".join(told(online, fee))


def test_a_decision_that_cannot_be_read_is_not_said_to_be_absent() -> None:
    archive = Archive().procedure(CODE, time_limit=COMMON)
    archive.agency(COMMUNE, level="commune", overrides=[{"procedure": CODE, "decision": "18/QĐ-UBND", **limited(3)}])
    unreadable = archive.file(f"sites/{COMMUNE}/decisions/2026-18.yml", "number: 18\n")
    assert not run_rules(RULES, unreadable.examined())


def test_a_decision_on_file_without_these_terms_is_told_apart_from_none() -> None:
    archive = Archive().procedure(CODE, time_limit=COMMON).adopt(CODE)
    for number, expected in (("18/QĐ-UBND", "ST422"), ("1 8/QĐ-UBND", "ST424")):
        own = [{"procedure": CODE, "decision": number, **limited(3)}]
        (finding,) = run_rules(RULES, archive.agency(COMMUNE, level="commune", overrides=own).examined())
        assert finding.code == expected
    assert "“18/QĐ-UBND”" in finding.fact.vi


def test_a_limit_that_could_not_be_read_is_compared_with_nothing() -> None:
    assert not found(limited(30), time_limit={"value": "năm", **DAY})
