"""Old findings that wait while new ones fail: a list that can only become shorter.

Reads: findings, and the text of a list.
Returns: which findings are new, how many wait, which entries are gone; and the text of a new list.
An entry is a code, a path and a digest of the fact. Lines do not matter, so that text may move within a file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sotay.errors import BadInput
from sotay.model.finding import Finding

_FORMAT, _VERSION = "sotay-baseline", 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What identifies a finding wherever it stands in its file."""

    path: str
    code: str
    digest: str
    """The first half of the SHA-256 of the Vietnamese fact."""


Baseline = Mapping[Entry, int]
"""How often each entry was found."""


@dataclass(frozen=True)
class Compared:
    """Findings held against a baseline."""

    new: tuple[Finding, ...]
    """What is not in the list, or more often than it says."""
    waiting: tuple[Finding, ...] = ()
    """What the list says."""
    mended: Baseline = field(default_factory=Counter)
    """How often each entry is no longer found."""


def entry_of(finding: Finding) -> Entry:
    """Return the entry that stands for a finding."""
    digest = sha256(finding.fact.vi.encode()).hexdigest()[:32]
    return Entry(finding.place.path, finding.code, digest)


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """Return the list of all given findings."""
    return Counter(map(entry_of, findings))


def compare(findings: Iterable[Finding], baseline: Baseline) -> Compared:
    """Tell new findings from those that wait; of findings that look alike the first ones wait."""
    left = Counter(baseline)
    new: list[Finding] = []
    waiting: list[Finding] = []
    for finding in findings:
        entry = entry_of(finding)
        (waiting if left[entry] > 0 else new).append(finding)
        left[entry] -= 1
    return Compared(tuple(new), tuple(waiting), +left)


def shrunk(baseline: Baseline, findings: Iterable[Finding]) -> Baseline:
    """Return the list without what is no longer found; nothing is ever added."""
    return Counter(baseline) & Counter(map(entry_of, findings))


def baseline_text(baseline: Baseline) -> str:
    """Return the list as JSON with one entry a line, so that a comparison of versions reads well."""
    entries = [
        json.dumps({"path": e.path, "code": e.code, "digest": e.digest, "count": count}, ensure_ascii=False)
        for e, count in sorted(baseline.items())
    ]
    listed = ",\n    ".join(entries)
    findings = f"[\n    {listed}\n  ]" if entries else "[]"
    return f'{{\n  "format": "{_FORMAT}",\n  "version": {_VERSION},\n  "findings": {findings}\n}}\n'


def read_baseline(name: str, text: str) -> Baseline:
    """Read a list; raises BadInput with a remedy if it is damaged, or no such list."""
    try:
        stated = json.loads(text)
    except (ValueError, RecursionError):
        raise _refused(name, "không phải là JSON", "it is no JSON") from None
    if not isinstance(stated, dict) or stated.get("format") != _FORMAT:
        raise _refused(name, "không phải là danh sách chờ của sotay", "it is no baseline of sotay")
    if stated.get("version") != _VERSION:
        raise _refused(name, "thuộc phiên bản khác của sotay", "it belongs to another version of sotay")
    entries = stated.get("findings")
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise _refused(name, "có mục bị hỏng", "it has a damaged entry")
    counts: Counter[Entry] = Counter()
    for item in entries:
        counts[Entry(item["path"], item["code"], item["digest"])] += item["count"]
    return counts


def _is_entry(item: Any) -> bool:
    if not isinstance(item, dict) or item.keys() != {"path", "code", "digest", "count"}:
        return False
    count = item["count"]
    is_count = isinstance(count, int) and not isinstance(count, bool) and count > 0
    return is_count and all(_is_text(item[key]) for key in ("path", "code", "digest"))


def _is_text(value: Any) -> bool:
    """Whether a value is a text that can be written again; JSON can escape halves of letters, which cannot."""
    return isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value)


def _refused(name: str, why: str, why_en: str) -> BadInput:
    return BadInput(
        f"không dùng được danh sách chờ {name}: {why}. "
        f"Khôi phục tệp từ Git, hoặc xóa đi rồi chạy lại với --update-baseline.",
        f"the baseline {name} cannot be used: {why_en}. "
        f"Restore the file from Git, or delete it and run again with --update-baseline.",
    )
