"""What the property tests draw from: texts, documents that someone spoilt, and stories of decisions."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import strategies as st

from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.version import Version
from tests.support.builders import a_decision
from tests.support.rule_examples import base_texts

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ĐÂÊ19.,-/"
TRAPS = "\u200b\u200e\u00ad\ufeff\uf0b7\u0300\u0301\u0323\u0302ÐðƉɖ\x0b\x00\u2028\u00a0\t"

vietnamese = st.text(VIETNAMESE, max_size=30)
"""Vietnamese as people type it, composed or not."""

odd_texts = st.one_of(
    st.text(max_size=30),
    st.text(VIETNAMESE + TRAPS, max_size=30),
    vietnamese.map(lambda t: unicodedata.normalize("NFD", t)),
)
"""Texts of any script, and Vietnamese with what breaks search and print."""

A_DOCUMENT = base_texts()["procedures/ho-tich/QT-HT-01.md"]
VALUES = [
    "",
    "x",
    "5",
    "1.10",
    "no",
    "2026-02-30",
    "[]",
    "[a]",
    "{}",
    "{a: 1}",
    "- a",
    "|",
    "&a b",
    "*a",
    "!t x",
    "'",
    "\t",
    "~",
    "999999999999999999999",
    "…",
]


@st.composite
def spoilt_documents(draw: st.DrawFn) -> str:  # noqa: C901 - one case for each way to spoil a line
    """Draw a good document in which lines were dropped, doubled, changed, moved, indented or cut off."""
    lines = A_DOCUMENT.split("\n")
    for _ in range(draw(st.integers(1, 6))):
        index = draw(st.integers(0, max(0, len(lines) - 1)))
        if not lines:
            break
        line = lines[index]
        match draw(st.sampled_from(["drop", "double", "value", "key", "indent", "move", "insert", "cut"])):
            case "drop":
                del lines[index]
            case "double":
                lines.insert(index, line)
            case "value":
                lines[index] = line.partition(":")[0] + ": " + draw(st.sampled_from(VALUES))
            case "key":
                lines[index] = (
                    draw(st.sampled_from(["x", "code", "steps", "- role", "", "---", "? a"]))
                    + ": "
                    + line.partition(":")[2]
                )
            case "indent":
                lines[index] = draw(st.sampled_from(["  ", "    ", "\t", ""])) + line.strip()
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(index))
            case "insert":
                lines.insert(index, draw(odd_texts))
            case "cut":
                lines = lines[: index + 1]
    return "\n".join(lines)


@st.composite
def spoilt_bytes(draw: st.DrawFn) -> str:
    """Draw a good document some of whose bytes were changed, as it reads if it is still UTF-8."""
    raw = bytearray(A_DOCUMENT.encode())
    for _ in range(draw(st.integers(1, 4))):
        position = draw(st.integers(0, len(raw) - 1))
        raw[position : position + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return raw.decode("utf-8", errors="replace")


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def decision_items(draw: st.DrawFn) -> DecisionItem:
    """Draw one document of a decision."""
    action = draw(st.sampled_from([Action.ISSUE, Action.ISSUE, Action.ADOPT, Action.WITHDRAW]))
    version = None if action is Action.WITHDRAW else str(Version(draw(st.integers(1, 3)), draw(st.integers(0, 3))))
    last = draw(st.one_of(st.none(), st.none(), days)) if version else None
    return DecisionItem.model_validate(
        {
            "code": draw(st.sampled_from(["QT-HT-01", "QT-HT-04"])),
            "action": action,
            "version": version,
            "valid_to": last.isoformat() if last else None,
        }
    )


@st.composite
def stories(draw: st.DrawFn) -> list[Decision]:
    """Draw the decisions of an agency over two years, in any order, some with effect on one day."""
    return [
        a_decision(
            str(number),
            signed=draw(days),
            effective=draw(st.one_of(days, st.just(date(2026, 7, 1)))),
            documents=draw(st.lists(decision_items(), max_size=3, unique_by=lambda item: item.code)),
        )
        for number in range(1, draw(st.integers(1, 8)) + 1)
    ]
