"""Compares two versions of a document of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.engine.check_folder import read_folder
from sotay.redline.changes import Redline
from sotay.redline.compare import compare
from sotay.redline.names import names_of
from sotay.rendering.redline.labels import VersionNames, tree_name, unissued_name, version_title
from sotay.sources.git.history_on_demand import HistoryOnDemand
from sotay.usecases.choose_versions import ChosenText, choose_versions
from sotay.usecases.examine import examine


@dataclass(frozen=True, slots=True)
class ComparedVersions:
    """Two versions of a document, compared."""

    redline: Redline
    title: str
    """The title of the document in its new version."""
    names: VersionNames
    """What the two versions are called."""


def compare_versions(root: Path, code: str, old: str | None, new: str | None, day: date) -> ComparedVersions:
    """Compare two versions of a document; see `choose_versions` for what may be named, and what is raised."""
    province = read_folder(root)
    history = HistoryOnDemand(root)
    texts = choose_versions(examine(province, day, history), history, code, old, new)
    redline = compare(texts.old.document, texts.new.document, names_of(province))
    title = texts.new.document.control.title or code
    return ComparedVersions(redline, title, VersionNames(_name(texts.old), _name(texts.new)))


def _name(text: ChosenText) -> str:
    if text.version is None:
        return tree_name(text.document.version)
    return version_title(text.version) if text.is_issued else unissued_name(text.version)
