"""The steps as a timeline: phases are headings, a step done only in some case says in which."""

from __future__ import annotations

from datetime import date
from typing import Any

from sotay.rendering.addresses import Addresses
from sotay.rendering.procedure_page import procedure_page
from sotay.rendering.site_view import SiteView
from sotay.rendering.timeline import Timeline, timeline
from sotay.usecases.publication import Entry
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

DAY = date(2026, 8, 1)
CASE = "phải xác minh"
LIMIT = {"value": 5, "unit": "working_day"}
RECEIVE = {"role": "mot-cua", "action": "Tiếp nhận hồ sơ", "time": {"value": 4, "unit": "working_hour"}}
CHECK = {"role": "tu-phap-ho-tich", "action": "Thẩm tra", "time": {"value": 8, "unit": "working_hour"}}
RETURN = {"role": "mot-cua", "action": "Trả kết quả", "time": {"value": 2, "unit": "working_hour"}}
PAUSE = {"role": "tu-phap-ho-tich", "action": "Chờ trả lời", "clock": "stopped"}


def shown(*steps: dict[str, Any], **keys: Any) -> tuple[Entry, SiteView]:
    """Return a procedure with these steps as the commune that adopted it has it, and its site."""
    archive = Archive().procedure("QT-HT-01", **{"time_limit": LIMIT, **keys, "steps": list(steps)})
    publication = publish_province(archive.issue("QT-HT-01").adopt("QT-HT-01").examined(DAY), None)
    agency = publication.agency_by_id[COMMUNE]
    return agency.by_code["QT-HT-01"], SiteView(publication, Addresses(publication), agency)


def told(*steps: dict[str, Any], **keys: Any) -> Timeline:
    entry, view = shown(*steps, **keys)
    found = timeline(entry, view.at("thu-tuc/1.001193/"))
    assert found
    return found


def page(*steps: dict[str, Any], **keys: Any) -> str:
    return procedure_page(*shown(*steps, **keys)).html


def with_phase(name: str, *steps: dict[str, Any]) -> list[dict[str, Any]]:
    return [step | {"phase": name} for step in steps]


def limited(*phases: tuple[str, int]) -> dict[str, Any]:
    return LIMIT | {"phases": [{"name": name, "value": value, "unit": "working_day"} for name, value in phases]}


def test_a_phase_is_named_with_its_limit_where_it_begins() -> None:
    steps = [*with_phase("Thẩm tra", RECEIVE, CHECK), PAUSE, *with_phase("Ký và trả", CHECK, RETURN)]
    found = told(*steps, time_limit=limited(("Thẩm tra", 3), ("Ký và trả", 2)))
    opened = ["Thẩm tra, 3 ngày làm việc", None, None, "Ký và trả, 2 ngày làm việc", None]
    assert [step.phase for step in found.steps] == opened


def test_a_stopped_clock_within_a_phase_does_not_begin_it_anew() -> None:
    found = told(*with_phase("Thẩm tra", RECEIVE), PAUSE, *with_phase("Thẩm tra", CHECK, RETURN))
    assert [step.phase for step in found.steps] == ["Thẩm tra", None, None, None]


def test_a_phase_whose_limit_differs_by_way_of_filing_is_named_without() -> None:
    counter = {"kind": "counter", "time_limit": limited(("Thẩm tra", 3))}
    online = {"kind": "online", "time_limit": limited(("Thẩm tra", 2))}
    found = told(*with_phase("Thẩm tra", RECEIVE, RETURN), channels=[counter, online])
    assert found.steps[0].phase == "Thẩm tra"


def test_what_is_done_only_in_some_case_is_not_in_the_sum() -> None:
    extended = LIMIT | {"extensions": [{"value": 8, "unit": "working_day", "when": CASE}]}
    found = told(RECEIVE, CHECK | {"when": CASE}, RETURN, time_limit=extended)
    assert [step.when for step in found.steps] == [None, CASE, None]
    assert (found.total, found.has_cases) == ("6 giờ", True)
    html = page(RECEIVE, CHECK | {"when": CASE}, RETURN, time_limit=extended)
    assert '<p class="step__note">Chỉ trong trường hợp: phải xác minh.</p>' in html
    assert "<strong>6 giờ</strong>, chưa kể bước chỉ làm trong trường hợp riêng.</p>" in html


def test_the_page_names_a_phase_above_its_first_step() -> None:
    html = page(*with_phase("Thẩm tra & ký", RECEIVE, RETURN))
    assert html.count('<p class="step__phase">Thẩm tra &amp; ký</p>') == 1
    assert html.index("step__phase") < html.index("Tiếp nhận hồ sơ</p>")


def test_a_page_without_phases_and_cases_has_nothing_of_them() -> None:
    html = page(RECEIVE, CHECK, PAUSE, RETURN)
    assert '<li class="step">\n<p class="step__action">Tiếp nhận hồ sơ</p>' in html
    assert '<li class="step step--stopped">\n<p class="step__action">Chờ trả lời</p>' in html
    assert "<strong>14 giờ</strong>.</p>" in html
    assert not {"step__phase", "step--case", "step--opens", "trường hợp riêng"} & set(html.split('"'))
