"""The life of a document as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from sotay.history.timeline import RecordedText
from sotay.usecases.document_life import DocumentLife, InForce

VERSION = 1
"""Raised when a key changes its meaning or goes away."""


def history_json(life: DocumentLife) -> str:
    """Return an object with every issued version and every draft; days are ISO dates, times UTC."""
    content = {
        "version": VERSION,
        "code": life.code,
        "title": life.title,
        "path": life.path,
        "versions": [
            {
                **_in_force(one.issued),
                "version": str(one.issued.period.version),
                "fingerprint": one.issued.period.fingerprint,
                "changes": one.document.control.changes if one.document else None,
                "is_found": one.document is not None,
                "recorded": _recorded(one.recorded),
                "adopted": [_in_force(adopted) for adopted in one.adopted],
            }
            for one in life.versions
        ],
        "drafts": [
            {
                "version": str(draft.document.version) if draft.document.version else None,
                "recorded": _recorded(draft.recorded),
            }
            for draft in life.drafts
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _in_force(held: InForce) -> dict[str, Any]:
    period = held.period
    return {
        "agency": held.agency.id,
        "decision": period.decision.number,
        "decided": period.decision.date.isoformat(),
        "starts": period.starts.isoformat(),
        "ends": period.ends.isoformat() if period.ends else None,
        "ended_by": period.ended_by.number if period.ended_by else None,
        "standing": held.standing.value,
    }


def _recorded(recorded: RecordedText | None) -> dict[str, Any] | None:
    if recorded is None:
        return None
    commit = recorded.commit
    return {
        "commit": commit.id,
        "time": commit.time.isoformat(),
        "author": commit.author,
        "subject": commit.subject,
        "path": recorded.path,
        "blob": recorded.blob,
    }
