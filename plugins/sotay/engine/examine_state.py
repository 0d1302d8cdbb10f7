"""From a folder to an examined province, without running the rules: what reports need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.engine.check_folder import province_of
from sotay.engine.known_state import known_state
from sotay.errors import UnknownAgency
from sotay.rules.examination import Examination
from sotay.usecases.examine import examine
from sotay.usecases.publication import Revision


@dataclass(frozen=True)
class ExaminedState:
    """A province on a day, as it was known."""

    examination: Examination
    revision: Revision | None
    """The commit; None where there is no Git."""


def examine_state(root: Path, day: date, known_at: str | None = None) -> ExaminedState:
    """Read and examine the province under a root folder, as known now or at a revision or day."""
    state = known_state(root, known_at)
    return ExaminedState(examine(province_of(state.files), day, state.history), state.revision)


def require_agency(examination: Examination, agency: str | None) -> None:
    """Raise UnknownAgency if an agency is named that the province does not have."""
    known = examination.province.agency_by_id
    if agency is not None and agency not in known:
        raise UnknownAgency(agency, ", ".join(known))
