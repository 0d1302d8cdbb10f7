"""Which template of sections a document follows, and which version of it was valid on a day."""

from __future__ import annotations

from datetime import date

from sotay.model.catalogue import DocumentTemplate, TemplateCatalogue
from sotay.model.document import DocumentFile, Section
from sotay.model.province import FileOf, Province

TOP = 2
"""The level of the sections of a template in a text."""


def family(template: str) -> str:
    """Return what all versions of a template share: QT of QT@2."""
    return template.partition("@")[0]


def named_template(template: str, catalogue: FileOf[TemplateCatalogue]) -> DocumentTemplate | None:
    """Return a template by its id."""
    return next((known for known in catalogue.value.templates if known.id == template), None)


def template_in_force(name: str, day: date, catalogue: FileOf[TemplateCatalogue]) -> DocumentTemplate | None:
    """Return the version of a template that holds on a day: the newest that has begun and not ended."""
    begun = [t for t in catalogue.value.templates if family(t.id) == name and t.valid_from <= day]
    newest = max(begun, key=lambda template: template.valid_from, default=None)
    return newest if newest and (newest.valid_to is None or day <= newest.valid_to) else None


def obeyed(document: DocumentFile, province: Province) -> DocumentTemplate | None:
    """Return the template that a document names, if it is known; of a model that could not be filled nothing is."""
    named = document.control.template
    if document.control.model and document.expanded is None:
        return None
    return named_template(named, province.templates) if named else None


def sections_of(document: DocumentFile) -> tuple[Section, ...]:
    """Return the sections of a document that its template speaks of; headings within them are its own affair."""
    return tuple(section for section in document.text.sections if section.level == TOP)


def same_title(one: str, other: str) -> bool:
    """Return whether two titles are the same but for capitals and blanks."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def is_open(template: DocumentTemplate) -> bool:
    """Return whether a template only orders some sections and leaves the others free, as for forms."""
    return all(part.optional for part in template.sections)
