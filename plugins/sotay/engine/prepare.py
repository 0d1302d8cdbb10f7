"""From the folder of a province to its findings and its publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.engine.check_folder import check_folder
from sotay.sources.git_repository import revision_of
from sotay.usecases.check_province import CheckedProvince
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province


@dataclass(frozen=True)
class Prepared:
    """A province on a day: what the rules say, and what the sites would show."""

    root: Path
    checked: CheckedProvince
    publication: Publication


def prepare(root: Path, day: date) -> Prepared:
    """Read, check and work out the publication; the caller decides what errors mean."""
    checked = check_folder(root, day)
    return Prepared(root, checked, publish_province(checked.examination, revision_of(root)))
