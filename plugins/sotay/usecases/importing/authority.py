"""The agencies of a national record, and whether they still exist.

Reads: the names that the portal gives for who executes, decides, is delegated and coordinates.
Returns: `authority`; names of abolished agencies, and texts that are no names, are kept in the body.
"""

from __future__ import annotations

import re
from typing import Any

from sotay.model.phrase import Phrase
from sotay.usecases.importing import defects
from sotay.usecases.importing.draft import Kept, Part, Unsettled
from sotay.usecases.importing.portal_text import line_of, lines_of, listed, unmarked
from sotay.usecases.importing.tthc_record import Text, TthcRecord

HEADING = "Cơ quan"
_LONGEST_NAME = 500
# Agencies of which nothing is left: the district level, and departments of provinces that were merged or renamed.
_ABOLISHED = re.compile(
    r"cấp huyện|phòng tư pháp|phòng lao động|phòng giáo dục và đào tạo"
    r"|sở giao thông|sở lao động|sở tài nguyên|sở kế hoạch|sở thông tin",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"\b(?:huyện|quận|thị xã|thị trấn)\b|sở nông nghiệp và phát triển"
    r"|bộ (?:lao động|kế hoạch|giao thông|thông tin|tài nguyên)|bộ nông nghiệp và phát triển",
    re.IGNORECASE,
)
_ROLES = {
    "co_quan_thuc_hien": ("executing", "Cơ quan thực hiện"),
    "co_quan_co_tham_quyen": ("competent", "Cơ quan có thẩm quyền"),
    "co_quan_duoc_uy_quyen": ("delegated", "Cơ quan được ủy quyền"),
    "co_quan_phoi_hop": ("coordinating", "Cơ quan phối hợp"),
}


def import_authority(record: TthcRecord) -> Part:
    """Type the agencies as they are named; a list of names stays one text, because names hold commas too."""
    values: dict[str, Any] = {}
    unsettled: list[Unsettled] = []
    kept: list[str] = []
    for source_key, (key, label) in _ROLES.items():
        raw: Text = getattr(record, source_key)
        name = line_of(raw)
        if not name:
            continue
        fault = _fault(name, raw or "", f"authority.{key}")
        unsettled += [fault] if fault else []
        if fault and fault.defect is not defects.AGENCY_DOUBTFUL:
            kept += [listed(f"{label}:"), *(listed(unmarked(line), 1) for line in lines_of(raw))]
        else:
            values[key] = [name] if key == "coordinating" else name
    if not line_of(record.co_quan_thuc_hien) and not line_of(record.co_quan_co_tham_quyen):
        fact = Phrase("bản ghi không nêu cơ quan nào", "the record names no agency")
        unsettled.append(Unsettled(defects.NO_AGENCY, "authority", fact, line_of(record.dia_chi_tiep_nhan_hs)))
    return Part(
        {"authority": values} if values else {}, tuple(unsettled), (Kept(HEADING, "\n".join(kept)),) if kept else ()
    )


def _fault(name: str, raw: str, place: str) -> Unsettled | None:
    """Return what is wrong with a name, the worst first."""
    abolished = sorted({match[0] for match in _ABOLISHED.finditer(name)})
    doubtful = sorted({match[0] for match in _DOUBTFUL.finditer(name)})
    if abolished:
        found = ", ".join(abolished)
        fact = Phrase(f"nêu cơ quan đã bãi bỏ: “{found}”", f"names an abolished agency: “{found}”")
        return Unsettled(defects.ABOLISHED_AGENCY, place, fact, name)
    if len(name) > _LONGEST_NAME or len(lines_of(raw)) > 1:
        fact = Phrase("nội dung không phải tên cơ quan", "the text is not the name of an agency")
        return Unsettled(defects.AGENCY_UNCLEAR, place, fact, name)
    if doubtful:
        found = ", ".join(doubtful)
        fact = Phrase(f"tên nhắc đến “{found}”", f"the name mentions “{found}”")
        return Unsettled(defects.AGENCY_DOUBTFUL, place, fact, name)
    return None
