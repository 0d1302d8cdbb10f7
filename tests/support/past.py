"""A small province with a past, in a Git repository of its own: versions one after another, and who applies which.

The story goes on where the small province of `tests.support.province` stands. Its procedure of births is amended
twice: phường Đông Kinh follows at once, phường Tam Thanh stays with the first version, huyện Lộc Bình is abolished.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from git import Actor, Repo

from tests.support.builders import COMMUNE, OWNER, Archive
from tests.support.province import a_province, settle

BEHIND = "phuong-tam-thanh"
"""The agency that stays with the first version."""
GONE = "huyen-loc-binh"
"""The agency that is abolished; phường Đông Kinh takes over."""
SITES = (OWNER, COMMUNE, BEHIND, GONE)
LAST_DAY = date(2026, 8, 31)
"""The last day of the abolished agency."""
AMENDED = date(2026, 9, 1)
"""When version 1.1 takes effect."""
REISSUED = date(2027, 3, 1)
"""When version 2.0 takes effect."""
SIGNED = date(2026, 10, 1)
"""When version 2.0 is decided."""

_CLERK = Actor("Nguyễn Văn A", "nguyen-van-a@sotay.invalid")
_FIRST = """## Mục đích

Thống nhất cách đăng ký khai sinh.
Người cần [kết hôn](QT-HT-02) làm thủ tục khác; xem thêm QT-HT-02.
Cách ghi sổ nêu trong [một tài liệu khác](HD-MC-10).

## Nội dung quy trình

Công chức kiểm tra tờ khai trong ngày làm việc.
Hồ sơ thiếu thì hướng dẫn một lần bằng phiếu.

## Hồ sơ lưu

| Hồ sơ | Nơi giữ |
|---|---|
| Tờ khai | Bộ phận Một cửa |
"""
_SECOND = _FIRST.replace("trong ngày làm việc", "ngay khi nhận").replace("Bộ phận Một cửa", "Kho lưu trữ")
_THIRD = _SECOND + "| Phiếu hướng dẫn | Bộ phận Một cửa |\n"
_PAPERS = [{"name": "Tờ khai", "originals": 1, "channels": ["counter"]}, {"name": "Giấy chứng sinh", "originals": 1}]


def _births(archive: Archive, body: str, version: str, serial: str, signed: date, starts: date, **keys: object) -> None:
    stated = {"title": "Đăng ký khai sinh", "keywords": ["giấy khai sinh"], "version": version}
    dates = {"approved_date": signed.isoformat(), "effective_date": starts.isoformat()}
    archive.procedure("QT-HT-01", body, **{**stated, **dates, "decision": f"{serial}/QĐ-STP", **keys})
    archive.issue("QT-HT-01", serial=serial, signed=signed, effective=starts)


def with_a_past(root: Path) -> Path:
    """Write the province into a folder, one commit for each version of its procedure; return the folder."""
    archive = a_province()
    archive.agency(BEHIND, level="commune", name="Ủy ban nhân dân phường Tam Thanh", short_name="UBND phường Tam Thanh")
    archive.agency(
        GONE,
        level="commune",
        name="Ủy ban nhân dân huyện Lộc Bình",
        short_name="UBND huyện Lộc Bình",
        counters=[{"name": "Bộ phận Một cửa huyện", "address": "Thị trấn Lộc Bình"}],
        valid_to=LAST_DAY.isoformat(),
        successor=COMMUNE,
    )
    dossier = {"sets": 1, "common": _PAPERS}
    archive.procedure("QT-HT-01", _FIRST, title="Đăng ký khai sinh", keywords=["giấy khai sinh"], dossier=dossier)
    shared = ("QT-HT-01", "QT-HT-02", "QT-HT-04", "BM-MC-01")
    archive.issue(*shared, "HD-MC-09", serial="45").adopt(*shared, serial="15")
    archive.adopt("QT-HT-01", "BM-MC-01", by=BEHIND, serial="16").adopt("QT-HT-01", by=GONE, serial="17")
    with Repo.init(root, initial_branch="main") as repository:
        _commit(repository, archive, root, "2026-06-15")
        fewer = {"sets": 1, "common": _PAPERS[1:]}
        note = "Bỏ tờ khai khi thông tin đã có trong cơ sở dữ liệu."
        _births(archive, _SECOND, "1.1", "60", date(2026, 8, 15), AMENDED, dossier=fewer, changes=note)
        archive.adopt("QT-HT-01", serial="61", signed=date(2026, 8, 20), effective=AMENDED)
        _form(archive)
        _commit(repository, archive, root, "2026-08-20")
        note = "Rút ngắn thời hạn còn 1 ngày làm việc."
        limit = {"value": 1, "unit": "working_day"}
        steps = [
            {"role": "mot-cua", "action": "Tiếp nhận hồ sơ", "time": {"value": 2, "unit": "working_hour"}},
            {"role": "tu-phap-ho-tich", "action": "Thẩm tra", "time": {"value": 4, "unit": "working_hour"}},
            {"role": "mot-cua", "action": "Trả kết quả", "time": {"value": 2, "unit": "working_hour"}},
        ]
        more = {"dossier": fewer, "changes": note, "time_limit": limit, "steps": steps}
        _births(archive, _THIRD, "2.0", "70", SIGNED, REISSUED, **more)
        _commit(repository, archive, root, "2026-10-01")
    return root


def _form(archive: Archive) -> None:
    archive.form(
        "BM-MC-01",
        "## Mục đích\n\nHẹn trả kết quả, ghi rõ giờ trả.\n",
        title="Giấy hẹn trả kết quả",
        version="1.1",
        decision="62/QĐ-STP",
        approved_date="2026-08-15",
        effective_date=AMENDED.isoformat(),
        changes="Thêm giờ trả kết quả.",
    )
    archive.issue("BM-MC-01", serial="62", signed=date(2026, 8, 15), effective=AMENDED)


def _commit(repository: Repo, archive: Archive, root: Path, day: str) -> None:
    settle(archive, root)
    for agency in (BEHIND, GONE):
        (root / "sites" / agency / "docs").mkdir(exist_ok=True)
        address = f"https://sotay.example/{agency}/"
        (root / "sites" / agency / "mkdocs.yml").write_text(
            f"INHERIT: ../../mkdocs.yml\nsite_name: {agency}\nsite_url: {address}\ndocs_dir: docs\n", encoding="utf-8"
        )
    repository.git.add("-A")
    when = f"{day}T08:00:00 +0700"
    repository.index.commit("Ghi nhận", author=_CLERK, committer=_CLERK, author_date=when, commit_date=when)
