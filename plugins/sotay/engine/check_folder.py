"""From the folder of a province to its findings: what the command and the plugin share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sotay.model.province import Province
from sotay.sources.git.history_on_demand import HistoryOnDemand
from sotay.sources.git.recorded import recorded_texts
from sotay.sources.parsed_texts import reading
from sotay.sources.province_files import ProvinceFiles, read_province_files
from sotay.sources.ssh_signatures import SshSignatures
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import CheckedProvince, check_province
from sotay.usecases.recorded_state import recorded_state


def read_folder(root: Path) -> Province:
    """Read the province under a root folder."""
    return province_of(read_province_files(root))


def province_of(files: ProvinceFiles) -> Province:
    """Put together the province that some files make up."""
    return assemble_province(files.texts, files.undecodable, files.attachments, reading())


def check_folder(root: Path, day: date) -> CheckedProvince:
    """Read and check the province under a root folder as of a day, against what its last commit has of it."""
    files, history, signatures = read_province_files(root), HistoryOnDemand(root), SshSignatures()
    province = province_of(files)
    recorded = _recorded_province(root, files)
    held_against = recorded_state("HEAD", recorded, province, signatures) if recorded else None
    return check_province(province, day, history, held_against, signatures, history)


def _recorded_province(root: Path, files: ProvinceFiles) -> Province | None:
    """Return what the last commit has of settings, agencies, decisions and releases; None if nothing differs."""
    texts = recorded_texts(root, files.texts)
    return assemble_province(texts, reading=reading()) if texts else None
