"""What others flagged in the national records, the check finds in the drafts made of them, each by its own rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from sotay.rendering.draft_markdown import draft_text
from sotay.sources.province_files import read_province_files
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.ports import NoEarlierTexts
from tests.support.command import REPOSITORY
from tests.support.national_records import FILES, drafted, records_of

FOUND_BY = {
    "thoi_han_thieu_don_vi": {"ST404"},
    "khong_co_thoi_han": {"ST404"},
    "thoi_han_khac_nhau_theo_kenh": {"ST419", "ST429"},
    "phi_khac_nhau_theo_kenh": {"ST429"},
    "mien_phi_nhung_mo_ta_co_phi": {"ST416"},
    "thanh_phan_qua_dai": {"ST412", "ST415"},
    "dong_huong_dan_trong_thanh_phan_ho_so": {"ST412", "ST415", "ST450"},
    "khong_co_thanh_phan_ho_so": {"ST401"},
    "khong_co_co_quan": {"ST101 authority", "ST451"},
    "co_quan_da_bi_bai_bo": {"ST620"},
    "so_quyet_dinh_sai_the_thuc": {"ST519"},
    "khong_co_can_cu": {"ST101 legal_basis"},
}
"""The rules that may speak of each flag; ST101 names the key."""
OLD = "du_lieu_2021_da_cu"
"""The age of a record is no fault of a text."""
NOT_OURS = {("6.001434", "mien_phi_nhung_mo_ta_co_phi")}
"""A council that approves a programme is no fee: the flag goes by the word alone."""


def registers() -> dict[str, str]:
    """The settings and registers of the reference province."""
    wanted = ("sites/province.yml", "sites/bodies.yml", "procedures/fields.yml", "procedures/legal.yml")
    texts = read_province_files(REPOSITORY).texts
    return {path: texts[path] for path in wanted}


def codes_of_drafts(records: list[dict[str, object]]) -> Mapping[str, set[str]]:
    """What the check finds in the draft of each record, by national code."""
    drafts = {str(record["ma_thu_tuc"]): drafted(record) for record in records}
    texts = {f"procedures/{draft.path}": draft_text(draft) for draft in drafts.values()}
    code_by_path = {f"procedures/{draft.path}": code for code, draft in drafts.items()}
    province = assemble_province({**registers(), **texts})
    found = defaultdict(set)
    for finding in check_province(province, date(2026, 11, 21), NoEarlierTexts()).findings:
        code = code_by_path.get(finding.place.path, "")
        quoted = finding.fact.vi.partition("“")[2].partition("”")[0]
        found[code] |= {finding.code, f"{finding.code} {quoted}"}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_flag_is_a_finding_of_the_right_rule(path: Path) -> None:
    records = [record for record in records_of(path) if OLD not in record["quality_flags"]]
    found = codes_of_drafts(records)
    missed = [
        (record["ma_thu_tuc"], flag)
        for record in records
        for flag in record["quality_flags"]
        if not FOUND_BY[flag] & found[record["ma_thu_tuc"]] and (record["ma_thu_tuc"], flag) not in NOT_OURS
    ]
    assert missed == []
