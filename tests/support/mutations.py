"""Good files spoilt at random: keys, values, structure, bytes. The same seed always spoils the same way."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from random import Random

NASTY = (
    "", "~", "null", "yes", "1.10", "-1", "0", "0x1F", "1e999", "9" * 400, "2026-02-30", "2026-13-01", "24:00", "'", '"',
    "[", "]", "{", "}", "[[[[", "{a: {b: {c: d}}}", "- a", "- - - a", "? a", ": ", "#", " # ", "|", ">", "|-", "&a b", "*a",
    "!!python/object:os.system x", "!!binary aGk=", "%YAML 1.1", "---", "...", "\t", "<<: *a", "a: b: c", "@", "`", "ST204",
    "../../etc/passwd", "javascript:alert(1)", "<script>alert(1)</script>", "<!-- sotay: allow ST901 -->", "\u202e\u202d",
    "\ufeff", "\u200b" * 50, "\uf0b7", "\x00", "\x1b[31m", "\ud7ff\ue000", "\U000e0001", "a\u0301" * 200, "ế" * 3000,
    "TiÕng ViÖt", "Tieáng Vieät", "123/2015/ND-CP", "QĐ/0001-BTP", "1/" * 500, "(" * 800, "*" * 800, "[a](" * 300, "`" * 301,
    "|" * 400, "> " * 120, "- " * 120, "#" * 40, "| a | b |\n|---|", "![](x.png)", "[x]: <y", "[^1]", "\\" * 300, "&#x1F600;" * 50,
    "5\u00a0ngày", "1.000.000.000.000 đồng", "Điều " * 200, "Ủy ban nhân dân cấp huyện", "{{ten_co_quan}}", "{{" * 200,
)  # fmt: skip
"""What people and programs leave in files, and what is known to break readers."""

_KINDS = (
    "drop", "double", "swap", "indent", "outdent", "stray", "value", "value", "line", "line", "key", "letter", "decompose",
    "join", "move",
)  # fmt: skip
_IN_BYTES = 0.15
"""How many files are spoilt in their bytes besides."""


def mutate(random: Random, text: str, others: Sequence[str]) -> bytes:
    """Return the bytes of a file after one to five accidents; `others` are texts from which lines stray in."""
    accidents = _Accidents(random, text.split("\n"), others)
    for _ in range(random.randint(1, 5)):
        accidents.lines = accidents.lines or [""]
        getattr(accidents, random.choice(_KINDS))()
    raw = "\n".join(accidents.lines).encode(errors="surrogatepass")
    return _spoilt_bytes(random, raw) if random.random() < _IN_BYTES else raw


class _Accidents:
    """The lines of a file, and what can happen to them."""

    def __init__(self, random: Random, lines: list[str], others: Sequence[str]) -> None:
        self.random = random
        self.lines = lines
        self.others = others

    def at(self) -> int:
        return self.random.randrange(len(self.lines))

    def drop(self) -> None:
        start = self.at()
        del self.lines[start : start + self.random.choice((1, 1, 1, 2, 5, 20))]

    def double(self) -> None:
        index = self.at()
        self.lines[index:index] = [self.lines[index]] * self.random.choice((1, 1, 3, 50))

    def swap(self) -> None:
        one, other = self.at(), self.at()
        self.lines[one], self.lines[other] = self.lines[other], self.lines[one]

    def indent(self) -> None:
        index = self.at()
        self.lines[index] = self.random.choice((" ", "  ", "    ", "\t", " " * 60)) + self.lines[index]

    def outdent(self) -> None:
        index = self.at()
        self.lines[index] = self.lines[index].lstrip()

    def stray(self) -> None:
        other = self.random.choice(self.others).split("\n")
        start, index = self.random.randrange(len(other)), self.at()
        self.lines[index:index] = other[start : start + self.random.choice((1, 3, 30))]

    def value(self) -> None:
        index = self.at()
        key, colon, _ = self.lines[index].partition(":")
        self.lines[index] = f"{key}{colon or ':'} {self.random.choice(NASTY)}"

    def line(self) -> None:
        self.lines.insert(self.at(), self.random.choice(NASTY))

    def key(self) -> None:
        index = self.at()
        key, colon, rest = self.lines[index].partition(":")
        self.lines[index] = f"{_slip(self.random, key)}{colon}{rest}"

    def letter(self) -> None:
        index = self.at()
        self.lines[index] = _slip(self.random, self.lines[index])

    def decompose(self) -> None:
        index = self.at()
        self.lines[index] = unicodedata.normalize("NFD", self.lines[index])

    def join(self) -> None:
        index = self.at()
        self.lines[index : index + 2] = ["".join(self.lines[index : index + 2])]

    def move(self) -> None:
        start = self.at()
        block = self.lines[start : start + self.random.randint(1, 12)]
        del self.lines[start : start + len(block)]
        index = self.random.randint(0, len(self.lines))
        self.lines[index:index] = block


def _slip(random: Random, text: str) -> str:
    """One letter lost, doubled, swapped or replaced."""
    if not text:
        return random.choice("aĐ:- ")
    index = random.randrange(len(text))
    other = random.choice(["", text[index] * 2, random.choice("aeoĐđ:#-\"'[]{}|>&*!%@`0123456789\t\u0301")])
    return text[:index] + other + text[index + 1 :]


def _spoilt_bytes(random: Random, raw: bytes) -> bytes:
    data = bytearray(raw)
    for _ in range(random.randint(1, 4)):
        if data:
            index = random.randrange(len(data))
            data[index : index + 1] = bytes(random.choices(range(256), k=random.choice((0, 1, 2))))
    return bytes(data)
