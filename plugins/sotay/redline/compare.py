"""Two versions of a document to everything that changed between them: facts, exact edits, text."""

from __future__ import annotations

from sotay.model.document import DocumentFile
from sotay.model.stated_content import stated_keys
from sotay.redline.changes import Redline
from sotay.redline.field_changes import field_changes
from sotay.redline.key_edits import key_edits
from sotay.redline.names import Names
from sotay.redline.text_redline import text_changes

_NO_NAMES = Names()


def compare(old: DocumentFile, new: DocumentFile, names: Names = _NO_NAMES) -> Redline:
    """Return what changed from one version of a document to another.

    `names` gives the names behind ids (`names_of(province)`); an id without a name stands for itself.
    """
    return Redline(
        code=new.code,
        old_version=old.version,
        new_version=new.version,
        fields=field_changes(old.control, new.control, names),
        edits=key_edits(stated_keys(old.control), stated_keys(new.control)),
        blocks=text_changes(old.text.tokens, new.text.tokens),
    )
