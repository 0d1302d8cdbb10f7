"""The import of national records into a folder: what `sotay import tthc` does.

Reads: files of records and the folder of drafts.
Returns: a report, which is also written beside the drafts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sotay.model.phrase import Language
from sotay.rendering.draft_markdown import draft_text
from sotay.rendering.import_report import report_json, report_markdown
from sotay.sources.draft_files import DraftFolder
from sotay.sources.tthc_records import read_records
from sotay.usecases.importing.report import ImportEntry, ImportReport, UnreadLine
from sotay.usecases.importing.tthc import import_record
from sotay.usecases.importing.tthc_record import RecordError

REPORT = "bao-cao-nhap"
"""The name of the report's two files, without ending."""


def import_into(
    paths: Sequence[Path],
    folder: Path,
    language: Language = "vi",
    on_line: Callable[[], None] = lambda: None,
) -> ImportReport:
    """Import every record of the files and call `on_line` after each line.

    Raises BadInput if a file or the folder cannot be used; a line that is no record is only reported.
    """
    drafts = DraftFolder(folder)
    entries: list[ImportEntry] = []
    unread: list[UnreadLine] = []
    try:
        for path, line, record in read_records(paths):
            if isinstance(record, RecordError):
                unread.append(UnreadLine(path, line, record.reason))
            else:
                draft = import_record(record)
                outcome, place = drafts.put(draft.path, draft_text(draft))
                entries.append(ImportEntry(draft, path, line, outcome, place))
            on_line()
    finally:
        # What has been written must be remembered even if the run is broken off.
        drafts.close()
    report = ImportReport(folder.as_posix(), tuple(entries), tuple(unread))
    drafts.put_report(f"{REPORT}.md", report_markdown(report, language))
    drafts.put_report(f"{REPORT}.json", report_json(report))
    return report
