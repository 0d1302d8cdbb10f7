"""Who acts, who decides, who helps; for whom; under which name and number."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.document import Document, DocumentKind
from sotay.model.procedure import Authority
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, as_change
from sotay.redline.fields.facets import differences, told_elsewhere, worded
from sotay.redline.fields.listing import listing_change
from sotay.redline.fields.value_words import value_words
from sotay.redline.names import Names


def authority_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield which agencies now act, decide or help."""
    before, after = old.authority or Authority(), new.authority or Authority()
    told = differences(before, after, _FACETS, "cơ quan thực hiện")
    yield from (as_change("authority", difference) for difference in told)
    if before.coordinating != after.coordinating:
        yield listing_change("authority", "cơ quan phối hợp", before.coordinating, after.coordinating)


def applicant_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield for whom the procedure is now and no longer."""
    yield listing_change("applicants", "đối tượng thực hiện", _each(old.applicants), _each(new.applicants))


def level_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield at which levels of the administration the procedure is performed now and no longer."""
    yield listing_change("levels", "cấp thực hiện", _each(old.levels), _each(new.levels))


def legal_basis_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield on which legal documents the procedure rests now and no longer."""
    yield listing_change("legal_basis", "căn cứ pháp lý", old.legal_basis, new.legal_basis)


def national_code_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield which procedures of the national database the document serves now and no longer."""
    yield listing_change("tthc", "mã thủ tục quốc gia", old.tthc, new.tthc)


def title_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield what the procedure or document is called now."""
    noun = "tên thủ tục" if new.kind is DocumentKind.PROCEDURE else "tên tài liệu"
    yield as_change("title", Difference(noun, old.title or "", new.title or "", is_text=True))


def administrative_field_changes(old: Document, new: Document, names: Names) -> Iterator[FieldChange]:
    """Yield to which administrative field the procedure belongs now."""
    before, after = (names.field(control.field) if control.field else "" for control in (old, new))
    yield as_change("field", Difference("lĩnh vực", before, after))


def _each(entries: tuple[object, ...]) -> list[str]:
    return [*map(value_words, entries)]


_FACETS = (
    worded("executing", "cơ quan thực hiện"),
    worded("competent", "cơ quan có thẩm quyền"),
    worded("delegated", "cơ quan được ủy quyền"),
    told_elsewhere("coordinating"),
)
