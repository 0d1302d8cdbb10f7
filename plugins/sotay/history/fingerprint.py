"""The fingerprint of a document: SHA-256 over what it says, not over how the file is laid out.

Reads: controlled metadata, the Markdown token structure, the fingerprints of the forms it names.
Returns: `sha256:` and 64 hexadecimal digits. Line breaks, quoting, key order and editorial keys do not count;
one changed letter or digit does (TCVN ISO 9001:2015, 7.5.3.2 c).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from markdown_it.token import Token

from sotay.model.agency import Override
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.stated_content import stated_content, stated_keys

_BLANKS = re.compile(r"\s{2,}|[^\S ]")
"""Runs of blanks, and single ones that are no plain blank."""


def fingerprint(document: DocumentFile, forms: Mapping[str, str]) -> str:
    """Return the fingerprint of a document; `forms` gives the fingerprints of the forms it names, by code."""
    return _digest(
        {
            "control": stated_keys(document.control),
            "text": list(_canonical_tokens(document.text.tokens)),
            "forms": dict(sorted(forms.items())),
        }
    )


def override_fingerprint(override: Override) -> str:
    """Return the fingerprint of an agency's own terms for a procedure."""
    return _digest(stated_content(override))


def named_forms(document: DocumentFile) -> frozenset[str]:
    """Return the codes of the forms that a document's dossier and steps name."""
    control = document.control
    named = {code for step in control.steps for code in step.forms}
    if control.dossier:
        papers = [*control.dossier.common, *(item for case in control.dossier.cases for item in case.items)]
        named |= {item.form for item in papers if item.form}
    return frozenset(named)


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + sha256(text.encode()).hexdigest()


_LAYOUT = frozenset({"alt", "id", "style"})
"""Attributes that are made from the text, or only say how a column is aligned."""


def _canonical_tokens(tokens: Sequence[Token]) -> Iterator[list[object]]:
    for token in tokens:
        if token.type == "inline":
            yield from _canonical_inline(token.children or [])
        else:
            content = token.content.rstrip("\n") if token.content else ""
            yield [token.type, token.tag, _canonical_attributes(token), content]


def _canonical_inline(children: Sequence[Token]) -> Iterator[list[object]]:
    """Inline content with neighbouring texts joined, and line breaks and runs of blanks read as one blank."""
    words = ""
    for child in children:
        if child.type in ("text", "softbreak"):
            words += child.content if child.type == "text" else " "
            continue
        if words:
            yield ["text", _BLANKS.sub(" ", words)]
        words = ""
        inner = list(_canonical_inline(child.children)) if child.children else _content(child)
        yield [child.type, child.tag, _canonical_attributes(child), inner]
    if words:
        yield ["text", _BLANKS.sub(" ", words)]


def _content(token: Token) -> str:
    """What a token says; the first reference to a footnote is known by its place, a repeated one only by its number."""
    if token.type == "footnote_ref" and token.meta["subId"]:
        return str(token.meta["id"] + 1)
    return token.content


def _canonical_attributes(token: Token) -> list[tuple[str, str]]:
    return sorted((key, str(value)) for key, value in token.attrs.items() if key not in _LAYOUT) if token.attrs else []


class Fingerprints(Mapping[str, str]):
    """The fingerprints of documents by code, each worked out when it is first asked for."""

    def __init__(self, documents: Iterable[DocumentFile]) -> None:
        """Take the documents; of two with one code, the first."""
        self._documents = {document.code: document for document in reversed(tuple(documents))}
        self._known: dict[str, str] = {}

    def __getitem__(self, code: str) -> str:
        """Return the fingerprint of a document; raises KeyError for an unknown code."""
        if code not in self._known:
            document = self._documents[code]
            is_form = document.control.kind is DocumentKind.FORM
            named = [] if is_form else [form for form in named_forms(document) if self._is_form(form)]
            self._known[code] = fingerprint(document, {form: self[form] for form in named})
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        """Yield the codes."""
        return iter(self._documents)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._documents)

    def _is_form(self, code: str) -> bool:
        document = self._documents.get(code)
        return document is not None and document.control.kind is DocumentKind.FORM
