"""Numbers of Vietnamese legal documents (Nghị định 30/2020/NĐ-CP on the form of administrative documents).

Reads: a number as typed, e.g. `123/2015/NĐ-CP`, or prose that cites numbers, well typed or not.
Returns: whether a number is well formed, what was most likely meant, and where prose cites one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

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

_BLANK = r"[ \t\u00a0]"
_SMALL = "".join(chr(code) for code in range(ord("a"), 0x1EFA) if chr(code).islower())
_CITED = re.compile(
    rf"""\d(?<![\d/].)(?<!\d[.,].)  # a digit first, so that most letters are passed over at once
    \d{{0,4}}(?:\.\d{{1,3}})?[a-zđ]?{_BLANK}{{0,2}}\.?{_BLANK}{{0,2}}/{_BLANK}{{0,2}}
    (?:\d{{1,4}}{_BLANK}{{0,2}}/{_BLANK}{{0,2}}){{0,2}}
    (?:(?:19|20)\d{{2}}(?=[NQTU]))?  # the slash after the year was forgotten
    (?:
      (?:UBTVQH|QH)[ -]?\d{{1,2}}(?!\d)
    | (?:N[ĐDÐđd]|NQLT|NQ|Q[ĐDÐđd]|TTLT|TT|CT)
      (?:
        (?:{_BLANK}{{0,2}}[-–—/]{_BLANK}{{0,2}}|{_BLANK}{{1,2}})
        (?:TTg|(?:UBTVQH|QH)\d{{1,2}}|[A-ZĐƯ][A-ZĐƯ&]{{1,13}}(?![{_SMALL}])|CP)
        (?:[-–][A-ZĐƯ0-9][A-ZĐƯ0-9&]{{1,13}}(?![{_SMALL}])){{0,3}}
      | -
      )
    | (?:N[ĐD]CP|n[đd]-?cp)(?!\w)
    )""",
    re.VERBOSE,
)
"""In running text: as typed, with the usual slips, up to where the number ends even if the next word is glued to it."""

_ACT_TYPES = re.compile(r"(?:UBTVQH|QH)\d|(?:NĐ|NQLT|NQ|QĐ|TTLT|TT|CT)-")
_WITH_YEAR = re.compile(r"(?:NĐ|NQLT|TTLT|TT)-")
_SUSPECT = re.compile(
    r"\s|[–—Ð]|\./|\b[NQ][Dđd]|TTG|\b(?:NĐ|NQLT|NQ|QĐ|TTLT|TT|CT)/|QH-|NĐ-?$|n[đd]-?cp$|NĐCP|/\d{4}[NQTU]"
)
"""What every slip below shows; most numbers show none of it."""
_MISTYPED = (
    (re.compile(r"(?<=/)(\d{4})(?=[NQTU])"), r"\1/"),
    (re.compile(r"\b(?:N[ĐD]CP|n[đd]-?cp)$"), "NĐ-CP"),
    (re.compile(r"\bN[DÐđd](?=[- /–—]|$)"), "NĐ"),
    (re.compile(r"\bQ[DÐđd](?=[- /–—]|$)"), "QĐ"),
    (re.compile(r"\bTTG\b"), "TTg"),
    (re.compile(r"[–—]"), "-"),
    (re.compile(r"(?<=\d)\.(?=/)"), ""),
    (re.compile(r"\b(NĐ|NQLT|QĐ|TTLT|TT|CT)(?:/|\s+)(?=[A-ZĐ])"), r"\1-"),
    (re.compile(r"\bNQ(?:/|\s+)(?=CP\b|HĐND\b|UBTVQH)"), "NQ-"),
    (re.compile(r"\bQH[\s-]+(?=\d)"), "QH"),
    (re.compile(r"\bNĐ-?$"), "NĐ-CP"),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A number in running text."""

    start: int
    """Offset of its first character."""
    text: str
    """As typed."""
    number: str | None
    """The well-formed number, mended if need be; None where it cannot be known."""

    @property
    def is_mistyped(self) -> bool:
        """Whether it was not typed as it should be; a look-alike of Đ is another matter."""
        return self.number != self.text.replace("Ð", "Đ")


@lru_cache(maxsize=4096)  # several rules ask for the same text, one after the other
def citations(text: str) -> tuple[Citation, ...]:
    """Return every number of a law or decision in a text, in order; dates, fractions and symbols of forms are none."""
    return tuple(_citation(match) for match in _CITED.finditer(text))


def _citation(match: re.Match[str]) -> Citation:
    mended = mend_number(match[0])
    return Citation(match.start(), match[0], mended if is_well_formed(mended) else None)


@lru_cache(maxsize=8192)  # the same few hundred laws are cited everywhere
def is_well_formed(number: str) -> bool:
    """Return whether a text is the complete number of a legal document."""
    return bool(_NUMBER.fullmatch(number)) and mend_number(number) == number


def is_decision(number: str) -> bool:
    """Return whether a text is the complete number of an individual decision, e.g. `163/QĐ-BTP`."""
    return bool(_DECISION.fullmatch(number))


def is_act(number: str) -> bool:
    """Return whether a number is that of a law, decree, circular or the like: their numbers bear the year."""
    match = _NUMBER.fullmatch(number)
    return bool(match and match["year"] and _ACT_TYPES.match(match["symbol"]))


def lacks_year(number: str) -> bool:
    """Return whether a number should bear a year and does not: decrees and circulars do."""
    match = _NUMBER.fullmatch(number)
    return bool(match and not match["year"] and _WITH_YEAR.match(match["symbol"]))


def year_of(number: str) -> int | None:
    """Return the year in a number, or None where it has none."""
    match = _NUMBER.fullmatch(number)
    return int(match["year"]) if match and match["year"] else None


def symbol_of(number: str) -> str:
    """Return the symbol of a number, e.g. `NĐ-CP`; empty where the number is malformed."""
    match = _NUMBER.fullmatch(number)
    return match["symbol"] if match else ""


@lru_cache(maxsize=8192)
def mend_number(number: str) -> str:
    """Return the number with the usual slips put right: blanks, a dot, another dash, a missing stroke on Đ, `TTG`."""
    if not _SUSPECT.search(number):
        return number
    mended = re.sub(r"\s*([/–—-])\s*", r"\1", number.strip().replace("Ð", "Đ"))
    mended = re.sub(r"(?<=\d)\s+(?=\./)", "", mended)
    for wrong, right in _MISTYPED:
        mended = wrong.sub(right, mended)
    return mended


def one_slip_away(number: str, known: Iterable[str]) -> str | None:
    """Return the one known number that differs by a single typing slip; of two, neither: another law is worse.

    A serial number with another digit in it is most likely another law, so that it is not suggested.
    """
    return _one_slip_away(number, tuple(known))


@lru_cache(maxsize=4096)
def _one_slip_away(number: str, known: tuple[str, ...]) -> str | None:
    """The same law is cited by many documents."""
    middle = len(number) // 2
    start, end = number[: max(middle - 1, 0)], number[middle + 1 :]  # one slip leaves one of them as it is
    alike = (other for other in known if other.startswith(start) or other.endswith(end))
    near = {other for other in alike if _is_one_slip(number, other) and not _is_another_law(number, other)}
    return near.pop() if len(near) == 1 else None


def _is_another_law(one: str, other: str) -> bool:
    mine, its = one.partition("/")[0], other.partition("/")[0]
    return one == other or (len(mine) == len(its) and sorted(mine) != sorted(its))


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one character is wrong, missing, too many, or two stand in the wrong order."""
    if abs(len(one) - len(other)) > 1:
        return False
    least = min(len(one), len(other))
    start = next((index for index in range(least) if one[index] != other[index]), least)
    end = next((index for index in range(least - start) if one[-1 - index] != other[-1 - index]), least - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    is_swap = len(left) == len(right) == len("ab") and left == right[::-1]
    return is_swap or (len(left) <= 1 and len(right) <= 1)
