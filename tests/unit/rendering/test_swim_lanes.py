"""Who holds the dossier, where it changes hands, and letters as wide as in the fonts that sites ship."""

from __future__ import annotations

import runpy
from typing import Any

from sotay.rendering.addresses import Addresses
from sotay.rendering.document_page import document_page
from sotay.rendering.site_view import SiteView
from sotay.rendering.swim_lanes.holders import Holder
from sotay.rendering.swim_lanes.view import LanesView, lanes_view
from sotay.rendering.timeline import timeline
from sotay.usecases.publish_province import publish_province
from tests.support.builders import OWNER, Archive
from tests.support.command import REPOSITORY
from tests.unit.rendering.test_timeline import CASE, CHECK, DAY, LIMIT, PAUSE, RECEIVE, RETURN, shown

POLICE = {"role": "can-bo", "agency": "cong-an-cap-xa", "action": "Đăng ký thường trú"}


def lanes(*steps: dict[str, Any], **keys: Any) -> LanesView:
    entry, view = shown(*steps, **keys)
    standpoint = view.at("thu-tuc/1.001193/")
    found = lanes_view(entry, timeline(entry, standpoint), standpoint)
    assert found
    return found


def test_times_of_one_role_are_added_up_in_the_order_of_the_lanes() -> None:
    assert lanes(RECEIVE, CHECK, RETURN).holders == (
        Holder("Công chức một cửa", "", "1, 3", "6 giờ", ()),
        Holder("Công chức tư pháp – hộ tịch", "", "2", "8 giờ", ()),
    )


def test_units_stay_apart_and_what_counts_only_sometimes_is_told_besides() -> None:
    extended = LIMIT | {"extensions": [{"value": 8, "unit": "working_day", "when": CASE}]}
    more = CHECK | {"time": {"value": 3, "unit": "working_day"}}
    pause = PAUSE | {"time": {"value": 2, "unit": "day"}}
    found = lanes(RECEIVE, CHECK, more, more | {"when": CASE}, pause, RETURN, time_limit=extended)
    assert found.holders[1].time == "8 giờ và 3 ngày làm việc"
    assert found.holders[1].besides == (
        "thêm 3 ngày làm việc nếu phải xác minh",
        "thêm 2 ngày không tính vào thời hạn",
    )


def test_a_single_role_has_neither_chart_nor_table() -> None:
    found = lanes(RECEIVE, RETURN)
    assert (found.chart, found.holders, found.has_handovers) == (None, (), False)


def test_steps_without_times_have_a_chart_only() -> None:
    found = lanes({"role": "mot-cua", "action": "Nhận"}, PAUSE)
    assert found.holders == ()
    assert found.chart is not None


def test_a_handover_between_agencies_is_marked_and_labelled() -> None:
    found = lanes(RECEIVE | {"handover": "Chuyển qua mạng"}, POLICE, RETURN)
    assert found.has_handovers
    chart = str(found.chart)
    assert chart.count("lanes__arrow--handover lanes__tip") == 2
    assert "Chuyển qua mạng" in chart
    assert "Chuyển đến" in chart
    assert "Công an cấp xã" in chart
    assert {holder.agency for holder in found.holders} == {"phuong-dong-kinh", "Công an cấp xã"}


def test_a_document_without_steps_has_no_lanes() -> None:
    entry, view = shown(RECEIVE)
    assert lanes_view(entry, None, view.at("")) is None


def test_the_letters_are_as_wide_as_in_the_fonts_that_sites_ship() -> None:
    made = runpy.run_path(str(REPOSITORY / "scripts/font-widths"))["text"]()
    path = REPOSITORY / "plugins/sotay/rendering/swim_lanes/font_widths.py"
    assert made == path.read_text(encoding="utf-8")


def test_the_steps_of_an_internal_procedure_are_work_of_an_agency_not_somebodys_dossier() -> None:
    archive = Archive().document("QT-QMS-01", kind="internal_procedure", steps=[RECEIVE, CHECK])
    publication = publish_province(archive.issue("QT-QMS-01").examined(DAY), None)
    agency = publication.agency_by_id[OWNER]
    view = SiteView(publication, Addresses(publication), agency)
    html = document_page(agency.by_code["QT-QMS-01"], agency, view).html
    assert html.count('class="lanes__step"') == 2
    for words in ("Ai làm trong bao lâu", "Người thực hiện", "Việc đi trong 2 bước"):
        assert words in html
    assert "hồ sơ bao lâu" not in html
