"""What identifies a national record: code, title, decision, field, levels, applicants.

Reads: the head of the record.
Returns: the first keys of the front matter; what is malformed or unknown is kept in the body.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from sotay.model.phrase import Phrase
from sotay.model.procedure import Applicant, Level
from sotay.text.fold import fold, slug
from sotay.text.legal_number import is_decision, mend_number
from sotay.usecases.importing import defects
from sotay.usecases.importing.draft import Defect, Kept, Part, Unsettled
from sotay.usecases.importing.portal_text import line_of, listed
from sotay.usecases.importing.tthc_record import TthcRecord

HEADING = "Thông tin khác"
NO_FIELD_FOLDER = "chua-phan-loai"
"""The folder of drafts whose record names no field."""
_CODE = re.compile(r"(?P<national>\d\.\d{6})(?P<local>\.[A-Z0-9.]+)?", re.ASCII)
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])\b", re.ASCII)
_TWO_TIERS_SINCE = "2025-07"
_LONGEST_TITLE = 250
_LONGEST_FIELD = 60
_LEVELS = {
    "cap bo": Level.MINISTRY,
    "cap tinh": Level.PROVINCE,
    "cap xa": Level.COMMUNE,
    "co quan khac": Level.OTHER,
}
_APPLICANTS = {
    "cong dan viet nam": Applicant.CITIZEN,
    "nguoi viet nam dinh cu o nuoc ngoai": Applicant.OVERSEAS_VIETNAMESE,
    "nguoi nuoc ngoai": Applicant.FOREIGNER,
    "nguoi nuoc ngoai cu tru tai viet nam": Applicant.RESIDENT_FOREIGNER,
    "can bo, cong chuc, vien chuc": Applicant.OFFICIAL,
    "doanh nghiep": Applicant.ENTERPRISE,
    "doanh nghiep viet nam": Applicant.VIETNAMESE_ENTERPRISE,
    "doanh nghiep co von dau tu nuoc ngoai": Applicant.FOREIGN_INVESTED_ENTERPRISE,
    "to chuc (khong bao gom doanh nghiep, htx)": Applicant.ORGANISATION,
    "to chuc nuoc ngoai": Applicant.FOREIGN_ORGANISATION,
    "hop tac xa": Applicant.COOPERATIVE,
    "dang vien": Applicant.PARTY_MEMBER,
    "to chuc dang": Applicant.PARTY_ORGANISATION,
}


def national_code(record: TthcRecord) -> str | None:
    """Return the national code without the suffix that local portals append; None if there is none."""
    match = _CODE.fullmatch(line_of(record.ma_thu_tuc))
    return match["national"] if match else None


def draft_code(record: TthcRecord) -> str:
    """Return the code of the draft: from the national code, else from the title."""
    national = national_code(record)
    if national:
        return f"QT-TTHC-{national.replace('.', '')}"
    digest = hashlib.sha256(line_of(record.ten_thu_tuc).encode("utf-8")).hexdigest()
    return f"QT-TTHC-X{digest[:9].upper()}"


def field_id(name: str | None) -> str | None:
    """Return the id of a field from its name, cut to a length that every file system takes."""
    full = slug(line_of(name))
    if len(full) <= _LONGEST_FIELD:
        return full or None
    mark = hashlib.sha256(full.encode("ascii")).hexdigest()[:6]
    return f"{full[:_LONGEST_FIELD].rsplit('-', 1)[0]}-{mark}"


def import_identity(record: TthcRecord) -> Part:
    """Type the head of a record."""
    parts = [_code(record), _title(record), _national_record(record), _field(record)]
    parts.append(_listed_values(record.cap_thuc_hien, _LEVELS, "levels", defects.NO_LEVEL, "Cấp thực hiện"))
    parts.append(
        _listed_values(
            record.doi_tuong_thuc_hien, _APPLICANTS, "applicants", defects.NO_APPLICANT, "Đối tượng thực hiện"
        )
    )
    values = {key: value for part in parts for key, value in part.values.items()}
    return Part(
        values, tuple(u for part in parts for u in part.unsettled), tuple(k for part in parts for k in part.kept)
    )


def _code(record: TthcRecord) -> Part:
    stated = line_of(record.ma_thu_tuc)
    national = national_code(record)
    if national == stated:
        return Part({"tthc": [national]})
    fact = Phrase(
        f"mã thủ tục “{stated or '—'}” không đúng dạng 1.001193; mã hiệu dự thảo là {draft_code(record)}",
        f"the code “{stated or '—'}” is not of the form 1.001193; the draft is {draft_code(record)}",
    )
    kept = (_kept("Mã thủ tục", stated),) if stated else ()
    return Part({"tthc": [national]} if national else {}, (Unsettled(defects.NO_CODE, "tthc", fact, stated),), kept)


def _title(record: TthcRecord) -> Part:
    title = line_of(record.ten_thu_tuc)
    if len(title) <= _LONGEST_TITLE:
        return Part({"title": title})
    fact = Phrase(f"tên dài {len(title)} ký tự", f"the title has {len(title)} characters")
    return Part({"title": title}, (Unsettled(defects.TITLE_TOO_LONG, "title", fact, title),))


def _national_record(record: TthcRecord) -> Part:
    number = line_of(record.so_quyet_dinh_cong_bo)
    values: dict[str, Any] = {"decision": number} if number else {}
    unsettled = [] if is_decision(number) else [_decision_fault(number)]
    as_of = line_of(record.source.as_of if record.source else None)
    month = _MONTH.match(as_of)
    if month:
        values["as_of"] = f"{month['month']}/{month['year']}"
        if month[0] < _TWO_TIERS_SINCE:
            fact = Phrase(f"dữ liệu của tháng {values['as_of']}", f"the data are of {values['as_of']}")
            unsettled.append(Unsettled(defects.OLD_RECORD, "national_record", fact, as_of))
    kept = [_kept("Thời điểm dữ liệu", as_of)] if as_of and not month else []
    return Part({"national_record": values} if values else {}, tuple(unsettled), tuple(kept))


def _decision_fault(number: str) -> Unsettled:
    place = "national_record.decision"
    if not number:
        return Unsettled(
            defects.NO_DECISION, place, Phrase("không có số quyết định công bố", "no decision number is stated")
        )
    likely = mend_number(number)
    hint = is_decision(likely)
    fact = Phrase(
        f"số quyết định “{number}” sai thể thức" + (f", có thể là “{likely}”" if hint else ""),
        f"the decision number “{number}” is malformed" + (f", perhaps “{likely}” is meant" if hint else ""),
    )
    return Unsettled(defects.DECISION_MALFORMED, place, fact, number)


def _field(record: TthcRecord) -> Part:
    field, name = field_id(record.linh_vuc), line_of(record.linh_vuc)
    if field:
        return Part({"field": field})
    fact = Phrase(f"không có lĩnh vực; tệp ở thư mục {NO_FIELD_FOLDER}", f"no field; the file is in {NO_FIELD_FOLDER}")
    return Part({}, (Unsettled(defects.NO_FIELD, "field", fact, name),), (_kept("Lĩnh vực", name),) if name else ())


def _listed_values(
    stated: Sequence[str] | None, known: Mapping[str, Level | Applicant], key: str, defect: Defect, label: str
) -> Part:
    """Map the entries of a closed list; entries outside it are kept in the body."""
    entries = _whole(stated or ())
    found = [known[fold(entry)].value for entry in entries if fold(entry) in known]
    strange = [entry for entry in entries if fold(entry) not in known]
    if found and not strange:
        return Part({key: list(dict.fromkeys(found))})
    names = ", ".join(f"“{entry}”" for entry in strange)
    fact = Phrase(
        f"không có {label.lower()} {names}" if strange else f"bản ghi không nêu {label.lower()}",
        f"unknown entries: {names}" if strange else "the record states none",
    )
    kept = (_kept(label, "; ".join(strange)),) if strange else ()
    values = {key: list(dict.fromkeys(found))} if found else {}
    return Part(values, (Unsettled(defect, key, fact, "; ".join(strange)),), kept)


def _whole(entries: Sequence[str]) -> list[str]:
    """Put the one entry together that holds a comma of its own and may have been split at it."""
    joined = "\n".join(filter(None, map(line_of, entries)))
    return re.sub(r"(doanh nghiệp),?\n(HTX\))", r"\1, \2", joined).split("\n") if joined else []


def _kept(label: str, text: str) -> Kept:
    return Kept(HEADING, listed(f"{label}: {text}"))
