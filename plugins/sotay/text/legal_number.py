"""Numbers of Vietnamese legal documents (Nghị định 30/2020/NĐ-CP on the form of administrative documents).

Reads: a number as typed, e.g. `123/2015/NĐ-CP`.
Returns: whether it is well formed, and the likely intended number where it is not.
"""

from __future__ import annotations

import re

_TYPES = "NĐ|NQLT|NQ|QĐ|QyĐ|QC|CT|CTr|TTLT|TTr|TT|VBHN|TB|KH|HD|BC|BB|CV|CĐ|PA|ĐA|DA|HĐ|PL|SL|L"
_NUMBER = re.compile(
    rf"""(?P<serial>\d{{1,5}}(?:\.\d{{1,3}})?[a-zđ]?)/
    (?:(?P<year>(?:19|20)\d{{2}})/)?
    (?P<symbol>(?:UBTVQH|QH)\d{{1,2}}
    |(?:{_TYPES})(?:-[A-ZĐƯ][A-ZĐƯa-zđ0-9&]{{0,14}}){{1,4}}
    |[A-ZĐ]{{2,12}}(?:-[A-ZĐ0-9]{{1,12}}){{0,3}})""",
    re.VERBOSE,
)
_DECISION = re.compile(r"\d{1,6}[a-z]?/(?:\d{4}/)?QĐ-[A-ZĐ][A-ZĐa-zđ0-9&]{0,14}(?:-[A-ZĐ0-9]{1,12}){0,3}")
_MISTYPED = ((re.compile(r"\bND-"), "NĐ-"), (re.compile(r"\bQD-"), "QĐ-"), (re.compile(r"\bTTG\b"), "TTg"))


def is_well_formed(number: str) -> bool:
    """Return whether a text is the complete number of a legal document."""
    return bool(_NUMBER.fullmatch(number)) and mend_number(number) == number


def is_decision(number: str) -> bool:
    """Return whether a text is the complete number of an individual decision, e.g. `163/QĐ-BTP`."""
    return bool(_DECISION.fullmatch(number))


def year_of(number: str) -> int | None:
    """Return the year in a number, or None where it has none."""
    match = _NUMBER.fullmatch(number)
    return int(match["year"]) if match and match["year"] else None


def mend_number(number: str) -> str:
    """Return the number with the usual typing slips put right: blanks, a missing stroke on Đ, `TTG`."""
    mended = re.sub(r"\s*([/-])\s*", r"\1", number.strip().replace("Ð", "Đ"))
    for wrong, right in _MISTYPED:
        mended = wrong.sub(right, mended)
    return mended
