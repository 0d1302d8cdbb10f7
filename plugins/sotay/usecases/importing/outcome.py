"""What a national record ends in and rests on: results, conditions, legal basis, steps; and all that has no key.

Reads: the rest of the record.
Returns: `results`, `conditions`, `legal_basis`; the text of the steps as Markdown; what has no key, for the body.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sotay.model.phrase import Phrase
from sotay.text.fold import fold
from sotay.text.legal_number import is_well_formed, mend_number
from sotay.usecases.importing import defects
from sotay.usecases.importing.draft import Kept, Part, Unsettled
from sotay.usecases.importing.portal_text import line_of, lines_of, listed, markdown_of, split_items, unmarked
from sotay.usecases.importing.tthc_record import TthcRecord, unknown_keys

OTHER = "Thông tin khác"
CONDITIONS = "Yêu cầu, điều kiện"
RELATED = "Thủ tục liên quan"
_RESULT_CODE = re.compile(r"KQ\.[GH]\d{2}\.\d{5,7}", re.ASCII)
_NO_CONDITION = frozenset(
    {"khong", "khong co", "khong quy dinh", "khong co thong tin", "khong yeu cau", "khong co yeu cau, dieu kien"}
)
_LONGEST_CONDITIONS = 4000
_SHORTEST_CONDITION = 8


def import_results(record: TthcRecord) -> Part:
    """Type the results; one without a name, or with a malformed code, is also kept in the body."""
    values: list[dict[str, str]] = []
    unsettled: list[Unsettled] = []
    kept: list[Kept] = []
    for row in record.ket_qua or []:
        name, code = line_of(row.ten), line_of(row.ma)
        good = bool(_RESULT_CODE.fullmatch(code))
        if name:
            values.append({"name": name} | ({"code": code} if good else {}))
        if (code and not good) or not name:
            fact = Phrase(
                f"kết quả “{name or '—'}” có mã “{code}”", f"the result “{name or '—'}” has the code “{code}”"
            )
            unsettled.append(Unsettled(defects.RESULT_UNCLEAR, "results", fact, code))
            kept.append(Kept(OTHER, listed(f"Kết quả: {name or '(không tên)'}; mã: {code or '(trống)'}")))
    if not values:
        unsettled.append(
            Unsettled(defects.NO_RESULT, "results", Phrase("bản ghi không nêu kết quả", "the record states no result"))
        )
    return Part({"results": values} if values else {}, tuple(unsettled), tuple(kept))


def import_conditions(record: TthcRecord) -> Part:
    """Type the conditions, one for each paragraph; a text too long for a key goes to the body."""
    text = line_of(record.yeu_cau_dieu_kien)
    if not text or fold(text).strip(".- ") in _NO_CONDITION:
        return Part()
    whole = Kept(CONDITIONS, markdown_of(record.yeu_cau_dieu_kien))
    if len(text) < _SHORTEST_CONDITION:
        fact = Phrase(f"chỉ ghi “{text}”", f"says only “{text}”")
        return Part({}, (Unsettled(defects.CONDITIONS_UNCLEAR, "conditions", fact, text),), (whole,))
    if len(text) > _LONGEST_CONDITIONS:
        fact = Phrase(f"nội dung dài {len(text)} ký tự", f"a text of {len(text)} characters")
        return Part({}, (Unsettled(defects.CONDITIONS_MOVED, "conditions", fact, text),), (whole,))
    return Part({"conditions": split_items(record.yeu_cau_dieu_kien)})


def import_legal_basis(record: TthcRecord) -> Part:
    """Type the numbers that are well formed; the others are kept in the body."""
    numbers = list(dict.fromkeys(filter(None, map(line_of, record.can_cu_phap_ly or []))))
    good = [number for number in numbers if is_well_formed(number)]
    unsettled = [_malformed(number) for number in numbers if number not in good]
    if not numbers:
        fact = Phrase("bản ghi không nêu căn cứ pháp lý", "the record states no legal basis")
        unsettled.append(Unsettled(defects.NO_LEGAL_BASIS, "legal_basis", fact))
    kept = tuple(Kept(OTHER, listed(f"Căn cứ pháp lý: {number}")) for number in numbers if number not in good)
    return Part({"legal_basis": good} if good else {}, tuple(unsettled), kept)


def import_steps(record: TthcRecord) -> Part:
    """Report a record that does not say how the procedure goes."""
    if line_of(record.trinh_tu_thuc_hien):
        return Part()
    fact = Phrase("bản ghi không có trình tự thực hiện", "the record has no text of the steps")
    return Part({}, (Unsettled(defects.NO_STEPS_TEXT, "Nội dung quy trình", fact),))


def import_rest(record: TthcRecord) -> Part:
    """Keep everything that has no key: kind, address of reception, ministry, related procedures, unknown keys."""
    labelled = (
        ("Loại thủ tục", record.loai_thu_tuc),
        ("Địa chỉ tiếp nhận hồ sơ", record.dia_chi_tiep_nhan_hs),
        ("Bộ, ngành công bố", record.bo_nganh_cong_bo),
    )
    kept = [Kept(OTHER, block) for label, text in labelled for block in _labelled(label, text)]
    unsettled: list[Unsettled] = []
    related = record.thu_tuc_lien_quan
    if related:
        text = related if isinstance(related, str) else _as_text(related)
        kept.append(Kept(RELATED, "\n".join(listed(unmarked(line)) for line in lines_of(text))))
        fact = Phrase("bản ghi nêu thủ tục liên quan", "the record names related procedures")
        unsettled.append(Unsettled(defects.RELATED_IN_BODY, "related", fact, text))
    for name, value in unknown_keys(record):
        text = value if isinstance(value, str) else _as_text(value)
        kept.append(Kept(OTHER, listed(f"{line_of(name)}: {line_of(text)}")))
        fact = Phrase(f"khóa lạ “{line_of(name)}”", f"unknown key “{line_of(name)}”")
        unsettled.append(Unsettled(defects.UNKNOWN_KEY, OTHER, fact, text))
    return Part({}, tuple(unsettled), tuple(kept))


def _malformed(number: str) -> Unsettled:
    likely = mend_number(number)
    hint = is_well_formed(likely)
    fact = Phrase(
        f"số hiệu “{number}” sai thể thức" + (f", có thể là “{likely}”" if hint else ""),
        f"the number “{number}” is malformed" + (f", perhaps “{likely}” is meant" if hint else ""),
    )
    return Unsettled(defects.LEGAL_NUMBER_MALFORMED, "legal_basis", fact, number)


def _labelled(label: str, text: str | None) -> Iterator[str]:
    lines = lines_of(text)
    if len(lines) == 1:
        yield listed(f"{label}: {lines[0]}")
    elif lines:
        yield "\n".join([listed(f"{label}:"), *(listed(unmarked(line), 1) for line in lines)])


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
