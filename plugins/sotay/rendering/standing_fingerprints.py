"""What lets a platform know a finding again when the lines above it change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from sotay.model.finding import Finding
from sotay.usecases.baseline import Entry, entry_of


def standing_fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a digest for each finding, from its path, code and fact; those that look alike are counted."""
    seen: Counter[Entry] = Counter()
    fingerprints: list[str] = []
    for finding in findings:
        entry = entry_of(finding)
        seen[entry] += 1
        content = f"{entry.path}\0{entry.code}\0{entry.digest}\0{seen[entry]}"
        fingerprints.append(sha256(content.encode()).hexdigest())
    return fingerprints
