"""What changed from one version to another, worked out once for all pages of a site that speak of it."""

from __future__ import annotations

from sotay.model.province import Province
from sotay.redline.changes import Fate, Redline
from sotay.redline.compare import compare
from sotay.redline.names import names_of
from sotay.text.wording import sentence_case
from sotay.usecases.publication import Entry

_MOST_SENTENCES = 2
_LONG = 120
"""Signs of a sentence that still fits a line or two; a longer one is only counted, and read in the comparison."""


class Comparisons:
    """The redlines of a site; each is worked out when it is first asked for."""

    def __init__(self, province: Province) -> None:
        self._names = names_of(province)
        self._known: dict[tuple[str, str | None, str | None], Redline] = {}

    def between(self, old: Entry, new: Entry) -> Redline:
        """Return what changed from one version to another."""
        key = new.code, old.period.fingerprint, new.period.fingerprint
        if key not in self._known:
            self._known[key] = compare(old.document, new.document, self._names)
        return self._known[key]


def in_words(redline: Redline, most: int = _MOST_SENTENCES) -> tuple[str, ...]:
    """Return a redline in a few sentences: what changes for a citizen, then how much else does.

    Version, decision, dates and people change with every version; the page states them anyway.
    """
    matter = [field.sentence for field in redline.fields if field.matters and field.sentence]
    short = [sentence for sentence in matter if len(sentence) <= _LONG][:most]
    sentences = [with_stop(sentence_case(sentence)) for sentence in short]
    rest = _rest(len(matter) - len(short), sum(change.fate is not Fate.KEPT for change in redline.blocks))
    if rest:
        sentences.append(f"{'Ngoài ra sửa' if sentences else 'Sửa'} {rest}.")
    return tuple(sentences)


def with_stop(sentence: str) -> str:
    """Return a sentence with its closing stop."""
    return sentence if sentence.endswith((".", ".”")) else f"{sentence}."


def _rest(facts: int, blocks: int) -> str:
    counted = [(facts, "thông tin khác của thủ tục"), (blocks, "đoạn của văn bản")]
    return ", ".join(f"{count} {what}" for count, what in counted if count)
