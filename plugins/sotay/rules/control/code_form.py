"""How a code is made up: a form such as `QT-{field}-{no}` as a pattern, in words, and filled in.

Reads: the forms that an agency or its province lays down.
Returns: what a code's symbols and numbers are; what would fit in its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise

from pydantic import TypeAdapter, ValidationError

from sotay.model.phrase import Phrase
from sotay.model.schema import DocumentCode

_PART = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")
_NUMBER = "no"
_PATTERNS: Mapping[str, str] = {
    "field": r"([A-Z][A-Z0-9]{1,9})",
    "agency": r"([A-Z][A-Z0-9]{1,9})",
    # Two digits; whoever has more than 99 goes on with 100.
    _NUMBER: r"(\d{2}|[1-9]\d{2})",
}
_WORDS: Mapping[str, Phrase] = {
    "field": Phrase("ký hiệu thư mục", "symbol of the folder"),
    "agency": Phrase("ký hiệu cơ quan", "symbol of the agency"),
    _NUMBER: Phrase("hai chữ số", "two digits"),
}
_NUMBERS = re.compile(r"(?<=-)\d{1,3}(?=-|$)", re.ASCII)
_DOCUMENT_CODE: TypeAdapter[str] = TypeAdapter(DocumentCode)
_LAST_NUMBER = 999


@dataclass(frozen=True)
class CodePattern:
    """A form of codes, taken apart once."""

    form: str
    """As written."""
    parts: tuple[tuple[str | None, str], ...]
    """Placeholders as `("field", "")`, and what stands between them as `(None, "QT-")`."""
    pattern: re.Pattern[str]
    """What every code of the form matches; one group for each placeholder."""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the placeholders, in order."""
        return tuple(name for name, _ in self.parts if name)

    def symbols(self, code: str) -> Sequence[tuple[str, str]] | None:
        """Return what stands in a code for each placeholder, or None if the code is not of this form."""
        match = self.pattern.fullmatch(code)
        return tuple(zip(self.placeholders, match.groups(), strict=True)) if match else None

    def filled(self, symbols: Mapping[str, str], numbers: Sequence[int]) -> str:
        """Return the code with these symbols and numbers; missing numbers are 1."""
        left = iter(numbers)
        texts = (
            f"{next(left, 1):02d}" if name == _NUMBER else symbols.get(name, "…") if name else text
            for name, text in self.parts
        )
        return "".join(texts)


@lru_cache(maxsize=512)
def code_pattern(form: str) -> CodePattern | None:
    """Take a form apart; None if it has an unknown placeholder, or can give no code."""
    if tuple(unknown_placeholders(form)):
        return None
    parts = tuple((name or None, text) for name, text, _ in _PART.findall(form))
    if any(one and other and (one == _NUMBER or other != _NUMBER) for (one, _), (other, _) in pairwise(parts)):
        # Nobody could tell where one symbol or number ends and the next begins.
        return None
    pattern = "".join(_PATTERNS[name] if name else re.escape(text) for name, text in parts)
    made = CodePattern(form, parts, re.compile(pattern, re.ASCII))
    return made if _is_code(made.filled({"field": "HT", "agency": "STP"}, ())) else None


def form_words(form: str) -> Phrase:
    """Return a form with what each placeholder stands for: `QT-<ký hiệu thư mục>-<hai chữ số>`."""
    vi, en = "", ""
    for name, text, brace in _PART.findall(form):
        words = _WORDS.get(name, Phrase(name, name))
        vi, en = vi + (f"<{words.vi}>" if name else text + brace), en + (f"<{words.en}>" if name else text + brace)
    return Phrase(f"“{vi}”", f"“{en}”")


def unknown_placeholders(form: str) -> Iterator[str]:
    """Yield what stands in braces without being known, and braces that stand alone."""
    for match in _PART.finditer(form):
        if match[3] or (match[2] is None and match[1] not in _PATTERNS):
            yield match[3] or match[1]


def known_placeholders() -> tuple[str, ...]:
    """Return the names that may stand in braces."""
    return tuple(_PATTERNS)


def proposal(pattern: CodePattern, code: str, symbols: Mapping[str, str], taken: Collection[str]) -> str:
    """Return a code that would fit: the same numbers if they are free, else the next free number."""
    numbers = [int(digits) for digits in _NUMBERS.findall(code)]
    wanted = pattern.placeholders.count(_NUMBER)
    if wanted == 0:
        return pattern.filled(symbols, ())
    kept = pattern.filled(symbols, numbers)
    if len(numbers) == wanted and all(numbers) and kept not in taken:
        return kept
    first = numbers[: wanted - 1] if len(numbers) >= wanted else []
    lead = [number or 1 for number in first] + [1] * (wanted - 1 - len(first))
    tried = (pattern.filled(symbols, [*lead, number]) for number in count(1))
    return next(made for number, made in enumerate(tried, start=1) if made not in taken or number >= _LAST_NUMBER)


def _is_code(text: str) -> bool:
    try:
        _DOCUMENT_CODE.validate_python(text)
    except ValidationError:
        return False
    return True
