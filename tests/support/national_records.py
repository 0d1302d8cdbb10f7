"""National records for tests: one that leaves nothing to settle, and real ones with their flags."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from sotay.usecases.importing.draft import Defect, Draft
from sotay.usecases.importing.tthc import import_record
from sotay.usecases.importing.tthc_record import RecordError, TthcRecord, read_record

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "tthc-sample.jsonl"
"""Real records of 2026 and 2021, with what others found wrong with them in `quality_flags`."""
_SHARED = os.environ.get("SOTAY_SHARED")
FILES = [SAMPLE, *(sorted(Path(_SHARED, "data", "tthc").glob("records-*.jsonl")) if _SHARED else [])]
"""The sample, and all records where SOTAY_SHARED names the folder that holds them."""


def records_of(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file as plain JSON values."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def a_record(**keys: object) -> dict[str, Any]:
    """Return a complete record in which everything is clear, but for the given keys."""
    record: dict[str, Any] = {
        "ma_thu_tuc": "1.001193",
        "ten_thu_tuc": "Đăng ký khai sinh",
        "so_quyet_dinh_cong_bo": "163/QĐ-BTP",
        "cap_thuc_hien": ["Cấp xã"],
        "loai_thu_tuc": "TTHC được giao luật quy định chi tiết",
        "linh_vuc": "Hộ tịch",
        "doi_tuong_thuc_hien": ["Công dân Việt Nam"],
        "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
        "co_quan_co_tham_quyen": None,
        "dia_chi_tiep_nhan_hs": None,
        "co_quan_duoc_uy_quyen": None,
        "co_quan_phoi_hop": None,
        "thu_tuc_lien_quan": None,
        "cach_thuc_thuc_hien": [a_channel()],
        "thanh_phan_ho_so": [a_case(a_paper())],
        "can_cu_phap_ly": ["60/2014/QH13"],
        "yeu_cau_dieu_kien": None,
        "ket_qua": [{"ten": "Giấy khai sinh", "ma": "KQ.G15.000031"}],
        "bo_nganh_cong_bo": "bo-tu-phap",
        "source": {"as_of": "2026-07 (crawl)"},
        "trinh_tu_thuc_hien": "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
    }
    return record | keys


def a_channel(kind: str = "Trực tiếp", limit: str | None = "5", fee: str | None = "Miễn phí", **keys: object) -> Any:
    """Return a row of the channels, with a limit in working days."""
    row = {"hinh_thuc": kind, "thoi_han": limit, "don_vi": "Ngày làm việc", "phi_le_phi": fee, "mo_ta": None}
    return row | keys


def a_case(*papers: object, when: str | None = None) -> Any:
    """Return a case of the dossier."""
    return {"truong_hop": when, "giay_to": list(papers)}


def a_paper(name: str | None = "Tờ khai", originals: int = 1, copies: int = 0, form: str | None = None) -> Any:
    """Return a row of the dossier."""
    return {"ten": name, "mau_don": form, "ban_chinh": originals, "ban_sao": copies}


def read(record: dict[str, Any]) -> TthcRecord:
    """Read a record that is known to be one."""
    found = read_record(record)
    assert not isinstance(found, RecordError), found
    return found


def drafted(record: dict[str, Any] | None = None, **keys: object) -> Draft:
    """Return the draft of a record, or of `a_record` with the given keys."""
    return import_record(read(record or a_record(**keys)))


def defects_of(draft: Draft) -> list[Defect]:
    """Return the kinds of things that a draft leaves to a person."""
    return [unsettled.defect for unsettled in draft.unsettled]
