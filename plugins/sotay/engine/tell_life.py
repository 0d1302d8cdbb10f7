"""From the folder of a province to the life of one document: what `sotay log` does.

Reads: the folder of the province, and its history in Git.
Returns: a DocumentLife.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sotay.engine.check_folder import province_of
from sotay.errors import ShallowHistory
from sotay.sources.git.door import repository_of
from sotay.sources.git.repository import open_history
from sotay.sources.province_files import read_province_files
from sotay.usecases.document_life import DocumentLife, document_life
from sotay.usecases.examine import examine


def tell_life(root: Path, code: str, day: date) -> DocumentLife:
    """Tell the life of a document as of a day.

    Raises NoRepository, UnknownDocument and UnrecordedDocument; in a cut-off clone ShallowHistory, because a life
    without its beginning is another one.
    """
    if repository_of(root).is_shallow:
        raise ShallowHistory((f"lịch sử của {code}", f"the history of {code}"))
    history = open_history(root)
    province = province_of(read_province_files(root))
    return document_life(code, examine(province, day, history), history)
