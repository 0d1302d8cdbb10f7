"""The kinds of document as a sentence names them, each with the word to type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sotay.model.document import DocumentKind
from sotay.model.phrase import Phrase

_NAMES: Final[Mapping[DocumentKind, Phrase]] = {
    DocumentKind.PROCEDURE: Phrase("quy trình thủ tục hành chính", "administrative procedure"),
    DocumentKind.INTERNAL_PROCEDURE: Phrase("quy trình nội bộ", "internal procedure"),
    DocumentKind.MANUAL: Phrase("sổ tay chất lượng", "quality manual"),
    DocumentKind.POLICY: Phrase("chính sách chất lượng", "quality policy"),
    DocumentKind.OBJECTIVES: Phrase("mục tiêu chất lượng", "quality objectives"),
    DocumentKind.INSTRUCTION: Phrase("hướng dẫn", "instruction"),
    DocumentKind.FORM: Phrase("biểu mẫu", "form"),
    DocumentKind.MODEL: Phrase("mô hình khung", "model"),
}


def kind_name(kind: DocumentKind) -> Phrase:
    """Return a kind by name only: `hướng dẫn`."""
    return _NAMES[kind]


def kind_words(kinds: Iterable[DocumentKind]) -> Phrase:
    """Return kinds by name with the word to type, each once: `hướng dẫn (“instruction”), biểu mẫu (“form”)`."""
    named = dict.fromkeys(kinds)
    return Phrase(
        ", ".join(f"{_NAMES[kind].vi} (“{kind}”)" for kind in named),
        ", ".join(f"{_NAMES[kind].en} (“{kind}”)" for kind in named),
    )
