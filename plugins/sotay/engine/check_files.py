"""The findings of a folder, remembered for as long as nothing in it changes: what `sotay check` does.

Reads: every file of the province, and the day.
Returns: what a check gives; the same files, day and release always give the same. What was sought in Git's history
is not remembered, because that history can grow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from sotay.engine.check_folder import province_of
from sotay.model.finding import Finding
from sotay.sources.history_on_demand import HistoryOnDemand
from sotay.sources.province_files import ProvinceFiles, read_province_files
from sotay.sources.sealed_store import sealed_store
from sotay.usecases.check_province import check_province


@dataclass(frozen=True)
class CheckedFiles:
    """What a check says of the files of a province."""

    findings: tuple[Finding, ...]
    """By path, line and code."""
    documents: int
    """How many controlled documents there are."""
    paths: tuple[str, ...]
    """Every file that was read as a text, by path."""


def check_files(root: Path, day: date) -> CheckedFiles:
    """Check the province under a root folder as of a day, or say what the last check of the same files said."""
    files, store = read_province_files(root), sealed_store()
    name = _name(files, day)
    kept = store.find(name) if store else None
    if isinstance(kept, CheckedFiles):
        return kept
    history = HistoryOnDemand(root)
    province = province_of(files)
    findings = check_province(province, day, history).findings
    checked = CheckedFiles(findings, len(province.documents), tuple(source.path for source in province.sources))
    if store and not history.was_asked:
        store.keep(name, checked)
    return checked


def _name(files: ProvinceFiles, day: date) -> str:
    """The digest of everything that the findings depend on."""
    digest = sha256()
    for part in _parts(files, day):
        content = part.encode(errors="surrogatepass")
        digest.update(b"%d " % len(content) + content)
    return digest.hexdigest()


def _parts(files: ProvinceFiles, day: date) -> Iterator[str]:
    yield from ("check", day.isoformat())
    for path, text in sorted(files.texts.items()):
        yield from ("text", path, text)
    for path, reason in sorted(files.undecodable.items()):
        yield from ("undecodable", path, reason)
    for attachment in sorted(files.attachments, key=lambda attachment: attachment.path):
        yield from ("attachment", repr(astuple(attachment)))
