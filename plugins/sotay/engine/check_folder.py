"""From the folder of a province to its findings: what the command and the plugin share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sotay.model.province import Province
from sotay.sources.history_on_demand import HistoryOnDemand
from sotay.sources.parsed_texts import reading
from sotay.sources.province_files import ProvinceFiles, read_province_files
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import CheckedProvince, check_province


def read_folder(root: Path) -> Province:
    """Read the province under a root folder."""
    return province_of(read_province_files(root))


def province_of(files: ProvinceFiles) -> Province:
    """Put together the province that some files make up."""
    return assemble_province(files.texts, files.undecodable, files.attachments, reading())


def check_folder(root: Path, day: date) -> CheckedProvince:
    """Read and check the province under a root folder as of a day."""
    return check_province(read_folder(root), day, HistoryOnDemand(root))
