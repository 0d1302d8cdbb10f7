"""A national record to a draft: against the flags of real records, against loss, and against any JSON."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sotay.markup.read_document import read_document
from sotay.model.document import Document
from sotay.rendering.draft_markdown import draft_text
from sotay.usecases.importing import defects as import_defects
from sotay.usecases.importing import filing_defects
from sotay.usecases.importing.draft import Draft
from sotay.usecases.importing.portal_text import line_of
from sotay.usecases.importing.tthc import import_record
from sotay.usecases.importing.tthc_record import RecordError, read_record
from tests.support.national_records import FILES, SAMPLE, a_record, defects_of, drafted, read, records_of

FLAGS = {
    "thoi_han_thieu_don_vi": filing_defects.LIMIT_WITHOUT_UNIT,
    "khong_co_thoi_han": filing_defects.NO_LIMIT,
    "thoi_han_khac_nhau_theo_kenh": filing_defects.LIMITS_DIFFER,
    "phi_khac_nhau_theo_kenh": filing_defects.FEES_DIFFER,
    "mien_phi_nhung_mo_ta_co_phi": filing_defects.FREE_CONTRADICTED,
    "thanh_phan_qua_dai": import_defects.PAPER_TOO_LONG,
    "dong_huong_dan_trong_thanh_phan_ho_so": import_defects.INSTRUCTION_AMONG_PAPERS,
    "khong_co_thanh_phan_ho_so": import_defects.NO_DOSSIER,
    "khong_co_co_quan": import_defects.NO_AGENCY,
    "co_quan_da_bi_bai_bo": import_defects.ABOLISHED_AGENCY,
    "so_quyet_dinh_sai_the_thuc": import_defects.DECISION_MALFORMED,
    "khong_co_can_cu": import_defects.NO_LEGAL_BASIS,
}
"""What others call the defects; our own code finds them from the content alone."""
OLD = "du_lieu_2021_da_cu"


def flags_of(draft: Draft) -> set[str]:
    """Return the flags that a draft's own findings amount to."""
    return {flag for flag, defect in FLAGS.items() if defect in defects_of(draft)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_our_findings_agree_with_the_flags_record_by_record(path: Path) -> None:
    """Records of 2021 carry one flag only, for their age; what else is wrong with them was not flagged."""
    differences = {}
    for record in records_of(path):
        draft, flagged = drafted(record), set(record["quality_flags"])
        is_old = import_defects.OLD_RECORD in defects_of(draft)
        ours = {OLD} if is_old else flags_of(draft)
        if ours != flagged:
            differences[record["ten_thu_tuc"]] = ours ^ flagged
    assert differences == {}


def test_the_flags_themselves_are_never_read() -> None:
    for record in records_of(SAMPLE):
        without = {key: value for key, value in record.items() if key != "quality_flags"}
        assert drafted(record) == drafted(without)


def test_the_sample_shows_every_flag() -> None:
    shown = {flag for record in records_of(SAMPLE) for flag in record["quality_flags"]}
    assert shown == {*FLAGS, OLD}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_draft_fits_the_schema_and_claims_no_approval(path: Path) -> None:
    for record in records_of(path):
        draft = drafted(record)
        document = read_document(draft.path, draft_text(draft))
        assert document.source.problems == ()
        assert document.is_draft
        assert document.code == draft.code
        assert not {"owner", "prepared_by", "reviewed_by", "approver", "changes", "steps"} & set(draft.values)


def test_the_keys_stand_in_the_order_of_the_schema() -> None:
    order = list(Document.model_fields)
    for record in records_of(SAMPLE):
        keys = list(drafted(record).values)
        assert keys == sorted(keys, key=order.index)


def letters(text: str) -> str:
    """Return a text without anything that mending, escaping and splitting may touch."""
    return "".join(filter(str.isalnum, line_of(text)))


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_of(part)


TYPED = {"cap_thuc_hien", "doi_tuong_thuc_hien", "source", "quality_flags", "linh_vuc"}
"""Keys whose words become ids; the name of the field goes into the report."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_of_a_record_is_lost(path: Path) -> None:
    for record in records_of(path):
        draft = drafted(record)
        whole = letters(" ".join([*texts_of(draft.values), draft.body]))
        kept = {key: value for key, value in record.items() if key not in TYPED | {"cach_thuc_thuc_hien"}}
        kept["notes"] = [row["mo_ta"] for row in record["cach_thuc_thuc_hien"]]
        for text in texts_of(kept):
            is_heading = len(text) < 40 and any(case["truong_hop"] == text for case in record["thanh_phan_ho_so"])
            is_nothing = text == record.get("yeu_cau_dieu_kien") and len(text) < 20
            if not is_heading and not is_nothing:
                assert letters(text) in whole, (draft.code, text)


def test_a_complete_record_leaves_nothing_to_settle() -> None:
    draft = drafted()
    assert draft.unsettled == ()
    assert draft.path == "ho-tich/QT-TTHC-1001193.md"
    assert dict(draft.values) == {
        "code": "QT-TTHC-1001193",
        "title": "Đăng ký khai sinh",
        "kind": "procedure",
        "version": "1.0",
        "tthc": ["1.001193"],
        "national_record": {"decision": "163/QĐ-BTP", "as_of": "07/2026"},
        "field": "ho-tich",
        "levels": ["commune"],
        "applicants": ["citizen"],
        "authority": {"executing": "Ủy ban nhân dân cấp xã"},
        "channels": [{"kind": "counter"}],
        "time_limit": {"value": 5, "unit": "working_day"},
        "fees": [{"amount": 0}],
        "dossier": {"common": [{"name": "Tờ khai", "originals": 1}]},
        "results": [{"name": "Giấy khai sinh", "code": "KQ.G15.000031"}],
        "legal_basis": ["60/2014/QH13"],
    }


def test_the_body_holds_the_steps_and_what_has_no_key() -> None:
    body = drafted(thu_tuc_lien_quan="- 1.000656 Đăng ký khai tử").body
    assert body == (
        "## Nội dung quy trình\n\nBước 1: Nộp hồ sơ.\n\nBước 2: Nhận kết quả.\n\n"
        "## Ghi chú từ bản ghi quốc gia\n\n"
        "### Thông tin khác\n\n- Loại thủ tục: TTHC được giao luật quy định chi tiết\n- Bộ, ngành công bố: bo-tu-phap\n\n"
        "### Thủ tục liên quan\n\n- 1.000656 Đăng ký khai tử"
    )


def test_mended_characters_are_reported_with_the_words_around_them() -> None:
    draft = drafted(ten_thu_tuc="Đa\u0306ng ky\u0301 \u200ekhai sinh", trinh_tu_thuc_hien="\uf0b7 Ðơn\ud800 xin")
    assert draft.values["title"] == "Đăng ký khai sinh"
    assert "- Đơn xin" in draft.body
    (mended,) = draft.unsettled
    assert mended.defect is import_defects.TEXT_MENDED
    assert mended.fact.vi == (
        "đã sửa: 2 chữ không ở dạng dựng sẵn, 1 ký tự vô hình, 1 ký tự riêng của phông chữ, "
        "1 chữ trông giống chữ Việt, 1 ký tự không dùng được"
    )
    assert "ten_thu_tuc: Đăng ký khai sinh" in mended.quote


def test_a_text_that_was_cut_off_is_reported_with_its_key() -> None:
    (cut,) = drafted(ket_qua=[{"ten": "Giấy khai sinh có ghi …", "ma": None}]).unsettled
    assert (cut.defect, cut.place) == (import_defects.TRUNCATED, "ket_qua.1.ten")


def test_a_record_without_steps_is_reported() -> None:
    draft = drafted(trinh_tu_thuc_hien=" ", loai_thu_tuc=None, bo_nganh_cong_bo=None)
    assert defects_of(draft) == [import_defects.NO_STEPS_TEXT]
    assert draft.body == ""


def test_an_unknown_key_is_kept_and_reported() -> None:
    channel = a_record()["cach_thuc_thuc_hien"][0] | {"hotline": "1900 1000"}
    draft = drafted(muc_do={"dvc": "toàn trình"}, cach_thuc_thuc_hien=[channel])
    assert defects_of(draft) == [import_defects.UNKNOWN_KEY] * 2
    assert '- muc_do: {"dvc": "toàn trình"}' in draft.body
    assert "- cach_thuc_thuc_hien.1.hotline: 1900 1000" in draft.body


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
TEXTS = st.text(
    st.sampled_from("*_`[]()<>#|&~:;.-+=…“”\\ \n\t\r\x00\u2028\u200b\ufeff\ud8001VNĐđồng/%ắ\u0301"), max_size=60
)
ALPHABET_OF_ORDERS = st.sampled_from(
    ["VNĐ", "100 VNĐ", "1100", "Miễn phí", "Ngày", "* Lưu ý:", "(", "((a)", "Cấp huyện"]
)


def places_of(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value within a JSON value."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places_of(part, (*path, key))


SMALL = [record for record in records_of(SAMPLE) if len(str(record)) < 5000]


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_change_of_a_record_gives_a_draft_or_an_error(data: st.DataObject) -> None:
    record = copy.deepcopy(data.draw(st.sampled_from(SMALL)))
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from([place for place in places_of(record) if place]))
        holder: Any = record
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = data.draw(JSON | TEXTS | ALPHABET_OF_ORDERS)
    found = read_record(record)
    if isinstance(found, RecordError):
        assert found.reason.vi
        assert found.reason.en
        return
    draft = import_record(found)
    document = read_document(draft.path, draft_text(draft))
    assert document.source.problems == ()
    assert document.control.title == draft.values["title"]


def test_the_same_record_gives_the_same_draft() -> None:
    for record in records_of(SAMPLE):
        assert import_record(read(record)) == import_record(read(copy.deepcopy(record)))
