"""The text of a public version as everybody may read it: what it says as data of internal documents is left out.

Reads: a document, and the codes of all documents that are public.
Returns: the document without notes to staff, and without references to others. Its prose is as it was approved;
a link to what is not public becomes its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from markdown_it.token import Token

from sotay.model.document import Body, Document, DocumentFile
from sotay.model.procedure import Dossier, DossierCase, DossierItem, Related, Step
from sotay.model.schema import Value

ValueT = TypeVar("ValueT", bound=Value)

_TO_DOCUMENT = re.compile(r"(?P<code>[A-Z]{2,5}(?:-[A-Z0-9]{1,10}){1,4})(?:\.md)?(?:#.*)?")
"""The target of a link to another document."""


def public_text(document: DocumentFile, public: frozenset[str]) -> DocumentFile:
    """Return a document as everybody may read it; the document itself if nothing has to go."""
    control, body = _control(document.control, public), _body(document.body, public)
    expanded = _body(document.expanded, public) if document.expanded else None
    if control is document.control and body is document.body and expanded is document.expanded:
        return document
    return replace(document, control=control, body=body, expanded=expanded)


def _control(control: Document, public: frozenset[str]) -> Document:
    return _changed(
        control,
        staff_notes=(),
        replaces=_only(control.replaces, public),
        model=control.model if (control.model or "").partition("@")[0] in public else None,
        related=_related(control.related, public) if control.related else None,
        dossier=_dossier(control.dossier, public) if control.dossier else None,
        steps=tuple(_step(step, public) for step in control.steps),
    )


def _changed(value: ValueT, **stated: object) -> ValueT:
    """Return a value with other contents; the value itself where they are the same."""
    differing = {key: inner for key, inner in stated.items() if inner != getattr(value, key)}
    return value.model_copy(update=differing) if differing else value


def _only(codes: tuple[str, ...], public: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in public)


def _related(related: Related, public: frozenset[str]) -> Related:
    return _changed(
        related,
        before=_only(related.before, public),
        after=_only(related.after, public),
        part_of=_only(related.part_of, public),
    )


def _dossier(dossier: Dossier, public: frozenset[str]) -> Dossier:
    return _changed(
        dossier,
        common=tuple(_paper(paper, public) for paper in dossier.common),
        cases=tuple(_case(case, public) for case in dossier.cases),
    )


def _case(case: DossierCase, public: frozenset[str]) -> DossierCase:
    return _changed(case, items=tuple(_paper(paper, public) for paper in case.items))


def _paper(paper: DossierItem, public: frozenset[str]) -> DossierItem:
    return _changed(paper, form=paper.form if paper.form in public else None)


def _step(step: Step, public: frozenset[str]) -> Step:
    return _changed(step, forms=_only(step.forms, public))


def _body(body: Body, public: frozenset[str]) -> Body:
    if not any(_leads_inside(child, public) for token in body.tokens for child in token.children or ()):
        return body
    return replace(body, tokens=tuple(_without_links(token, public) for token in body.tokens))


def _without_links(token: Token, public: frozenset[str]) -> Token:
    if not any(_leads_inside(child, public) for child in token.children or ()):
        return token
    return replace(token, children=list(_unlinked(token.children or (), public)))


def _unlinked(children: Sequence[Token], public: frozenset[str]) -> Iterator[Token]:
    is_kept: list[bool] = []
    for child in children:
        if child.type == "link_open":
            is_kept.append(not _leads_inside(child, public))
        if child.type not in {"link_open", "link_close"} or is_kept[-1]:
            yield child
        if child.type == "link_close":
            is_kept.pop()


def _leads_inside(token: Token, public: frozenset[str]) -> bool:
    """Whether a token opens a link to a document that is not public."""
    found = _TO_DOCUMENT.fullmatch(str(token.attrs.get("href", ""))) if token.type == "link_open" else None
    return found is not None and found["code"] not in public
