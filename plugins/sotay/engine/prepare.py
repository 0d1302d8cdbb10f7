"""From the folder of a province to its findings and its publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.engine.check_folder import check_folder, province_of
from sotay.engine.known_state import known_state
from sotay.model.finding import Finding
from sotay.model.release import Edition
from sotay.sources.git.repository import revision_of
from sotay.sources.ssh_signatures import SshSignatures
from sotay.usecases.check_province import CheckedProvince, check_province
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province


@dataclass(frozen=True)
class Prepared:
    """A province on a day: what the rules say, and what the sites would show."""

    root: Path
    checked: CheckedProvince
    publication: Publication
    is_past: bool = False
    """Whether it is shown as the repository knew it earlier."""

    @property
    def obstacles(self) -> Sequence[Finding]:
        """The findings that stop publication; a state of the past is shown as it was, not judged by today's rules."""
        return () if self.is_past else self.checked.errors


def prepare(root: Path, day: date, known_at: date | str | None = None, edition: Edition = Edition.PUBLIC) -> Prepared:
    """Read, check and work out the publication; the caller decides what obstacles mean.

    `known_at` asks for what the repository knew at a commit or by the end of a day; None for the working tree.
    """
    if known_at is None:
        checked, revision = check_folder(root, day), revision_of(root)
    else:
        state = known_state(root, str(known_at))
        checked = check_province(province_of(state.files), day, state.history, signatures=SshSignatures())
        revision = state.revision
    publication = publish_province(checked.examination, revision, edition, checked.findings)
    return Prepared(root, checked, publication, is_past=known_at is not None)
