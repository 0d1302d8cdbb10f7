"""Papers that tell only what a database of the state already holds.

Reads: the name of a paper.
Returns: the database in which the desk can look instead of asking for it.
"""

from __future__ import annotations

import re

_PEOPLE = "Cơ sở dữ liệu quốc gia về dân cư"
_CIVIL_STATUS = "Cơ sở dữ liệu hộ tịch điện tử"
_BUSINESS = "Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp"
_LEAD = r"\(?(?:[ivx\d]{1,4}|[a-zđ])[.)]\s*|[-+*]\s*"
_COPY = r"(?:bản (?:sao|chụp|photo|chính)(?: (?:có|được)? ?(?:công chứng|chứng thực))?(?: của)? |01 )?(?:thẻ )?"
_HELD = (
    (r"sổ hộ khẩu|sổ tạm trú|giấy xác nhận (?:thông tin về )?cư trú|giấy (?:tờ )?chứng minh nơi cư trú", _PEOPLE),
    (r"căn cước công dân|căn cước(?! điện tử)|(?:giấy )?chứng minh nhân dân|cccd", _PEOPLE),
    (r"giấy khai sinh|trích lục khai (?:sinh|tử)|trích lục kết hôn", _CIVIL_STATUS),
    (r"giấy chứng nhận kết hôn|giấy (?:đăng ký|chứng nhận đăng ký) kết hôn", _CIVIL_STATUS),
    (r"giấy xác nhận tình trạng hôn nhân", _CIVIL_STATUS),
    (r"giấy chứng nhận đăng ký (?:doanh nghiệp|kinh doanh|hộ kinh doanh|hoạt động chi nhánh)", _BUSINESS),
    (r"phiếu lý lịch tư pháp", "Cơ sở dữ liệu lý lịch tư pháp"),
    (r"bảo hiểm y tế|sổ bảo hiểm xã hội", "Cơ sở dữ liệu quốc gia về bảo hiểm"),
)
_PAPER = re.compile(
    rf"\s*(?:{_LEAD})?{_COPY}(?:{'|'.join(f'(?P<p{i}>{pattern})' for i, (pattern, _) in enumerate(_HELD))})(?!\w)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"nước ngoài|cơ sở dữ liệu|khai thác|tra cứu|hộ chiếu|giấy tờ khác|\bbị thu hồi", re.IGNORECASE)
"""Words of a paper that is not, or not only, the one in the database, or that already speaks of the database."""


def held_in(name: str) -> str | None:
    """Return the database that holds what a paper says, or None where the desk cannot look it up for certain."""
    match = _PAPER.match(name)
    if match is None or match.lastgroup is None or _OTHERWISE.search(name):
        return None
    return _HELD[int(match.lastgroup[1:])][1]
