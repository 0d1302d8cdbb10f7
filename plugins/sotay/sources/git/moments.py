"""Which commit a person means: by a name, by a day, or as the point where two lines of history part.

Reads: the commits of one repository.
Returns: full commit ids; raises an error that says what to name instead.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sotay.errors import NoCommonHistory, NothingKnownYet, ShallowHistory, UnknownRevision
from sotay.sources.clock import VIETNAM
from sotay.sources.git.door import GitRepository


def commit_named(repository: GitRepository, revision: str) -> str:
    """Return the commit that a branch, tag or id names; raises UnknownRevision, in a cut-off clone ShallowHistory."""
    commit = repository.commit(revision)
    if commit is None and repository.is_shallow:
        raise ShallowHistory((f"phiên bản “{revision}”", f"the revision “{revision}”"))
    if commit is None:
        raise UnknownRevision(revision)
    return commit


def commit_on(repository: GitRepository, day: date) -> str:
    """Return the last commit of the main line that was made before the end of a day in Vietnam.

    The main line is what HEAD was at each time: the first parents. Raises NothingKnownYet, in a cut-off clone
    ShallowHistory where the cut lies after the day.
    """
    last_second = datetime.combine(day, time.min, VIETNAM) + timedelta(days=1, seconds=-1)
    words = ("rev-list", "--first-parent", "--max-count=1", f"--min-age={int(last_second.timestamp())}", "HEAD", "--")
    commit = repository.ask(*words).decode().strip()
    if commit:
        return commit
    if repository.is_shallow:
        raise ShallowHistory((f"ngày {day:%d/%m/%Y}", f"{day}"))
    times = repository.ask("log", "--first-parent", "--format=%ct", "HEAD", "--").split()
    first = datetime.fromtimestamp(min(map(int, times)), UTC).astimezone(VIETNAM).date()
    raise NothingKnownYet(day.isoformat(), first.isoformat())


def common_ancestor(repository: GitRepository, reference: str) -> str:
    """Return the commit where HEAD and another revision part.

    Raises UnknownRevision and NoCommonHistory, in a cut-off clone ShallowHistory.
    """
    other = commit_named(repository, reference)
    found = repository.ask_or_none("merge-base", "HEAD", other)
    if found:
        return found.decode().split()[0]
    if repository.is_shallow:
        raise ShallowHistory((f"lịch sử chung với “{reference}”", f"the history in common with “{reference}”"))
    raise NoCommonHistory(reference)
