"""A small province on disk, in the words of document control: who issues, adopts, withdraws what, and its sites.

The story: Sở Tư pháp issues, phường Đông Kinh adopts; one procedure is for later, one is withdrawn,
one document is internal, one is still a draft.
"""

from __future__ import annotations

import logging
from contextlib import redirect_stderr
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.builders import COMMUNE, OWNER, Archive, a_draft_text

DAY = date(2026, 10, 15)
"""The day for which sites are built unless a test says otherwise."""
LATER = date(2027, 3, 1)
"""When what is for later takes effect."""
INTERNAL = "Chìa khóa dự phòng để ở ngăn kéo thứ ba"
"""A sentence of the internal document."""
DRAFTED = "Câu này chỉ có trong dự thảo"
"""A sentence of the draft."""

_COUNTER = {
    "name": "Trung tâm Phục vụ hành chính công phường Đông Kinh",
    "address": "Phường Đông Kinh",
    "hours": [
        {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "07:30", "closes": "11:30"},
        {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "13:30", "closes": "17:00"},
    ],
}
_EVENTS = """events:
  - id: sinh-con
    name: Sinh con
    summary: Khai sinh cho con
    steps:
      - title: Nhận giấy chứng sinh
        note: Nơi sinh cấp giấy này.
      - title: Đăng ký khai sinh
        choose: one
        procedures: [QT-HT-01, QT-HT-03]
      - title: Đăng ký kết hôn
        join: and
        when: khi cha, mẹ chưa đăng ký kết hôn
        procedures: [QT-HT-02]
"""
_COMMUNES = """source: Danh mục đơn vị hành chính.
communes:
  - {code: "05977", name: Phường Đông Kinh, former: [Phường Vĩnh Trại]}
  - {code: "06079", name: Xã Hồng Phong}
  - {code: "06001", name: Xã Đoàn Kết}
"""
_OWN_TERMS = {"procedure": "QT-HT-02", "decision": "30/QĐ-UBND", "time_limit": {"value": 2, "unit": "working_day"}}
_FEEDBACK = {"url": "https://phananh.example/gui?thu-tuc={code}&ban={version}", "phone": "0205 000 000"}
_MANY = tuple(
    {
        "name": f"Giấy tờ thứ {number} do nước ngoài cấp",
        "originals": 1,
        "copies": 1,
        "note": "Hợp pháp hóa và dịch. " * 3,
    }
    for number in range(1, 13)
)
DOSSIER = {
    "sets": 1,
    "common": [
        {"name": "Tờ khai", "originals": 1, "channels": ["counter"], "form": "BM-MC-01"},
        {"name": "Thông tin cư trú", "kind": "retrieved", "retrieved_from": "Cơ sở dữ liệu quốc gia về dân cư"},
        {"name": "Giấy tờ tùy thân", "kind": "present"},
        {"name": "Văn bản ủy quyền", "originals": 1, "condition": "Khi ủy quyền cho người khác"},
    ],
    "cases": [
        {"when": "Trẻ có giấy chứng sinh", "items": [{"name": "Giấy chứng sinh", "originals": 1, "copies": 1}]},
        {"when": "Trẻ sinh ở nước ngoài", "items": _MANY},
        {
            "when": "Trẻ bị bỏ rơi",
            "items": [{"name": "Biên bản", "kind": "retrieved", "retrieved_from": "sổ của phường"}],
        },
    ],
}
"""The papers of a birth: for all, by case and way of filing, on a condition, looked up; one case needs many, one none."""
_LONG_NAME = "Mau_to_khai_dang_ky_ket_hon_co_yeu_to_nuoc_ngoai_ban_hanh_kem_theo_thong_tu.docx"
"""Wider than a phone, and without a blank."""
_WAYS = [{"kind": "counter"}, {"kind": "online", "note": "Nộp trên Cổng Dịch vụ công quốc gia."}]
_CALENDAR = """years:
  - year: 2026
    notice: Thông báo 9441/TB-BNV
    days_off:
      - {date: 2026-11-24, name: Ngày Văn hóa Việt Nam}
  - year: 2027
    notice: Chưa có thông báo
    provisional: true
    days_off:
      - {date: 2027-01-01, name: Tết Dương lịch}
"""
_LIMIT = {
    "value": 3,
    "unit": "working_day",
    "cutoff": "15:00",
    "extensions": [{"when": "phải xác minh", "value": 5, "unit": "working_day"}],
}
_SLOWER_ONLINE = [{"kind": "counter"}, {"kind": "online", "time_limit": {"value": 5, "unit": "working_day"}}]
_BODY = """## Mục đích

Thống nhất cách đăng ký khai sinh.
Người cần [kết hôn](QT-HT-02) làm thủ tục khác; xem thêm QT-HT-02.
Cách ghi sổ nêu trong [một tài liệu khác](HD-MC-10).

## Hồ sơ lưu

| Hồ sơ | Nơi giữ |
|---|---|
| Tờ khai | Bộ phận Một cửa |
"""


def a_province() -> Archive:
    """Return the story of the small province."""
    archive = Archive()
    archive.texts["sites/province.yml"] += "notice: Bản minh họa phần mềm.\nabout: Vì đây là ví dụ.\n"
    archive.file("procedures/life-events.yml", _EVENTS)
    archive.file("sites/communes.yml", _COMMUNES)
    archive.texts["sites/province.yml"] += "most_used: [QT-HT-01, QT-HT-02]\n"
    archive.file("sites/calendar.yml", _CALENDAR)
    archive.file("sites/portal/docs/huong-dan.md", "---\ntitle: Cách dùng trang này\n---\n\n## Tìm\n\nGõ tên việc.\n")
    archive.agency(OWNER, name="Sở Tư pháp tỉnh Lạng Sơn", short_name="Sở Tư pháp")
    commune = {"name": "Ủy ban nhân dân phường Đông Kinh", "short_name": "UBND phường Đông Kinh", "code": "05977"}
    archive.texts["sites/province.yml"] += "feedback: {email: phananh@langson.example}\n"
    commune |= {"counters": [_COUNTER], "overrides": [_OWN_TERMS], "feedback": _FEEDBACK}
    archive.agency(COMMUNE, level="commune", **commune)
    archive.form("BM-MC-01", title="Giấy hẹn trả kết quả")
    birth = {"keywords": ["giấy khai sinh"], "dossier": DOSSIER, "channels": _WAYS, "time_limit": _LIMIT}
    archive.procedure("QT-HT-01", _BODY, title="Đăng ký khai sinh", **birth)
    declaration = {"name": "Tờ khai", "originals": 1, "portal_form": _LONG_NAME}
    marriage: dict[str, Any] = {
        "dossier": {"sets": 1, "common": [declaration]},
        "tthc": ["1.000894", "2.000806"],
        "applicants": ["citizen", "foreigner"],
        "channels": _SLOWER_ONLINE,
    }
    archive.procedure("QT-HT-02", title="Đăng ký kết hôn", **marriage)
    later = {"decision": "80/QĐ-STP", "approved_date": "2026-10-01", "effective_date": LATER.isoformat()}
    archive.procedure("QT-HT-03", title="Đăng ký khai sinh lưu động", tthc=["1.003583"], replaces=["QT-HT-04"], **later)
    archive.procedure("QT-HT-04", title="Đăng ký khai tử", tthc=["1.000656"])
    archive.document("HD-MC-09", f"## Mục đích\n\n{INTERNAL}.\n", title="Sổ giữ khóa két", access="internal")
    return _decided(archive)


def _decided(archive: Archive) -> Archive:
    shared = ("QT-HT-01", "QT-HT-02", "QT-HT-04", "BM-MC-01")
    archive.issue(*shared, "HD-MC-09", serial="45")
    archive.issue("QT-HT-03", serial="80", signed=date(2026, 10, 1), effective=LATER)
    archive.withdraw("QT-HT-04", serial="90", effective=date(2026, 10, 1))
    archive.adopt(*shared, serial="15")
    archive.adopt("QT-HT-03", serial="81", signed=date(2026, 10, 1), effective=LATER)
    archive.withdraw("QT-HT-04", by=COMMUNE, serial="91", symbol="UBND", effective=date(2026, 10, 1))
    archive.permit(serial="30", signed=date(2026, 8, 1), effective=date(2026, 9, 1))
    draft = a_draft_text(f"## Mục đích\n\n{DRAFTED}.\n", code="HD-MC-10", title="Hướng dẫn còn dự thảo")
    return archive.file("procedures/mot-cua/HD-MC-10.md", draft)


def settle(archive: Archive, root: Path) -> Path:
    """Write the files of a province, and the configuration of its sites, into a folder."""
    for name, text in archive.texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Thủ tục\nsite_url: https://sotay.example/\ndocs_dir: sites/portal/docs\n"
        f"theme:\n  name: sotay\nplugins:\n  sotay:\n    as_of: {DAY}\n",
        encoding="utf-8",
    )
    for agency in (OWNER, COMMUNE):
        (root / "sites" / agency / "docs").mkdir(exist_ok=True)
        (root / "sites" / agency / "mkdocs.yml").write_text(
            f"INHERIT: ../../mkdocs.yml\nsite_name: {agency}\nsite_url: https://sotay.example/{agency}/\ndocs_dir: docs\n",
            encoding="utf-8",
        )
    return root


def config_of(root: Path, site: str) -> Path:
    """Return the configuration of the portal or of an agency's site."""
    return root / "mkdocs.yml" if site == "portal" else root / "sites" / site / "mkdocs.yml"


def build_here(root: Path, site: str, out: Path, *, strict: bool = True, as_of: date | None = None) -> str:
    """Build a site in this process; return what MkDocs said at warning level and above. Raises what MkDocs raises."""
    said = StringIO()
    handler = logging.StreamHandler(said)
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        with redirect_stderr(StringIO()):
            config = load_config(config_file=str(config_of(root, site)), site_dir=str(out), strict=strict)
            if as_of:
                config.plugins["sotay"].config.as_of = as_of.isoformat()
            build(config)
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return said.getvalue()
