"""The documents and forms that a document names as data, each with the key that names it."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.catalogue import LifeEvent
from sotay.model.document import DocumentFile
from sotay.model.source import KeyPath
from sotay.rules.procedure.owed_to_citizens import papers


def related_documents(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    """Yield the documents that a procedure says are related, each with the key that names it."""
    related = document.control.related
    for key in ("before", "after", "part_of") if related else ():
        for index, code in enumerate(getattr(related, key)):
            yield ("related", key, index), code


def forms_with_places(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    """Yield the forms that a document's dossier and steps name, each with the key that names it."""
    for path, item in papers(document.control.dossier) if document.control.dossier else ():
        if item.form:
            yield (*path, "form"), item.form
    for index, step in enumerate(document.control.steps):
        for form_index, form in enumerate(step.forms):
            yield ("steps", index, "forms", form_index), form


def procedures_of(event: LifeEvent) -> Iterator[tuple[KeyPath, str]]:
    """Yield the procedures that the steps of an event name, each with the key that names it."""
    for index, step in enumerate(event.steps):
        for position, code in enumerate(step.procedures):
            yield ("steps", index, "procedures", position), code
