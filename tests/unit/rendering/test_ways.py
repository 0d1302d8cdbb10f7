"""The ways of filing: each with its own time, cost and place."""

from __future__ import annotations

from datetime import date
from typing import Any

from sotay.rendering.key_facts import KeyFact, key_facts
from sotay.rendering.ways import FactByWay, Way, facts_by_way, ways_of
from sotay.usecases.publication import Entry
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

DAY = date(2026, 8, 1)
COUNTER = {"name": "Một cửa phường", "address": "Số 1", "phone": "0205 1"}


def entry(**keys: Any) -> Entry:
    archive = Archive().agency(COMMUNE, level="commune", counters=[COUNTER])
    archive.procedure("QT-HT-01", **keys).issue("QT-HT-01").adopt("QT-HT-01")
    return publish_province(archive.examined(DAY), None).agency_by_id[COMMUNE].by_code["QT-HT-01"]


def ways(*channels: dict[str, Any], performers: int | None = None, **keys: Any) -> tuple[Way, ...]:
    return ways_of(entry(channels=list(channels), **keys), DAY, performers)


def test_each_way_has_its_own_time_and_fees() -> None:
    slow = {"value": 5, "unit": "working_day", "starts": "ngày nhận hồ sơ"}
    fees = [{"amount": 10000}, {"amount": 5000, "valid_to": "2026-07-31"}]
    counter, online = ways({"kind": "counter"}, {"kind": "online", "time_limit": slow, "fees": fees})
    assert counter.facts[:2] == (KeyFact("Thời hạn", "3 ngày làm việc"), KeyFact("Lệ phí", "Miễn phí"))
    assert online.facts[:2] == (
        KeyFact("Thời hạn", "5 ngày làm việc", ("tính từ ngày nhận hồ sơ",)),
        KeyFact("Lệ phí", "10.000 đồng"),
    )


def test_papers_go_to_the_counter_onto_the_net_or_into_the_post() -> None:
    counter, online, post = ways({"kind": "counter"}, {"kind": "online"}, {"kind": "post", "note": "Kèm bản sao."})
    assert counter.facts[2] == KeyFact("Nộp tại", "Một cửa phường", ("Số 1", "điện thoại 0205 1"))
    assert online.facts[2] == KeyFact("Nộp tại", "Nộp qua mạng", ("Cổng Dịch vụ công quốc gia",))
    assert post.facts[2] == KeyFact("Nộp tại", "Gửi đến Một cửa phường", ("Số 1", "Kèm bản sao."))
    assert [way.to_bring for way in (counter, online, post)] == ["Cần mang", "Cần có để nộp", "Cần gửi"]


def test_what_a_procedure_says_of_filing_online_stands_in_place_of_the_rule() -> None:
    (online,) = ways({"kind": "online", "note": "Nộp trên hệ thống của Bộ."})
    assert online.facts[2].details == ("Nộp trên hệ thống của Bộ.",)


def test_a_page_for_all_agencies_sends_to_no_single_counter() -> None:
    counter, post = ways({"kind": "counter"}, {"kind": "post"}, performers=4)
    assert counter.facts[2] == KeyFact("Nộp tại", "Ủy ban nhân dân cấp xã", ("4 cơ quan trên trang này",))
    assert post.facts[2].value == "Gửi đến Ủy ban nhân dân cấp xã"


def test_only_facts_that_differ_are_told_by_way() -> None:
    found = entry(channels=[{"kind": "counter"}, {"kind": "online"}])
    time, fee, place, result = facts_by_way(key_facts(found, DAY), ways_of(found, DAY, None))
    assert (time.by_way, fee.by_way, result.by_way) == ((), (), ())
    assert [way for way, _ in place.by_way] == ["truc-tiep", "truc-tuyen"]


def test_one_way_leaves_nothing_to_choose() -> None:
    found = entry(channels=[{"kind": "online"}])
    facts = key_facts(found, DAY)
    assert facts_by_way(facts, ways_of(found, DAY, None)) == tuple(FactByWay(fact) for fact in facts)


def test_a_way_that_an_agency_shortens_says_what_holds_elsewhere() -> None:
    own = {"procedure": "QT-HT-01", "decision": "30/QĐ-UBND", "channel": "counter"}
    archive = Archive().agency(
        COMMUNE, level="commune", overrides=[{**own, "time_limit": {"value": 2, "unit": "working_day"}}]
    )
    archive.procedure("QT-HT-01").issue("QT-HT-01").adopt("QT-HT-01").permit(serial="30")
    found = publish_province(archive.examined(DAY), None).agency_by_id[COMMUNE].by_code["QT-HT-01"]
    counter, online = ways_of(found, DAY, None)
    assert counter.facts[0] == KeyFact(
        "Thời hạn", "2 ngày làm việc", ("rút ngắn tại đây; quy định chung 3 ngày làm việc",)
    )
    assert online.facts[0] == KeyFact("Thời hạn", "3 ngày làm việc")
