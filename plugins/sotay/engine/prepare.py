"""From the folder of a province to its findings and its publication: what the command and the plugin share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.sources.git_repository import open_history, revision_of
from sotay.sources.province_files import read_province_files
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import CheckedProvince, check_province
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province


@dataclass(frozen=True)
class Prepared:
    """A province on a day: what the rules say, and what the sites would show."""

    root: Path
    checked: CheckedProvince
    publication: Publication


def check_folder(root: Path, day: date) -> CheckedProvince:
    """Read and check the province under a root folder as of a day."""
    files = read_province_files(root)
    province = assemble_province(files.texts, files.undecodable)
    return check_province(province, day, open_history(root))


def prepare(root: Path, day: date) -> Prepared:
    """Read, check and work out the publication; the caller decides what errors mean."""
    checked = check_folder(root, day)
    return Prepared(root, checked, publish_province(checked.examination, revision_of(root)))
