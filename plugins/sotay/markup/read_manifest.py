"""The text of `release.json` to a manifest; it comes from strangers, so that nothing in it is believed unchecked.

Reads: the bytes of the file.
Returns: the manifest, or everything that is wrong with its form.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from pydantic import ValidationError

from sotay.model.manifest import FORMAT, Manifest, ManifestKind

_MOST_FAULTS = 20
"""As many faults as a person will read of one file."""


@dataclass(frozen=True, slots=True)
class ManifestFault:
    """One thing that is wrong with the form of a manifest."""

    key: str
    """Where: keys and positions joined by points; empty for the whole."""
    reason: str
    """What: `json`, `format`, `twice`, or the kind of refusal that the schema gave."""


def read_manifest(raw: bytes) -> Manifest | tuple[ManifestFault, ...]:
    """Read a manifest strictly: no unknown, repeated or missing key, no file twice, no path out of the folder."""
    try:
        content = json.loads(raw.decode("utf-8"), object_pairs_hook=_object, parse_constant=_refuse)
    except _RepeatedKeyError as error:
        return (ManifestFault(error.key, "twice"),)
    except (ValueError, RecursionError):
        return (ManifestFault("", "json"),)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return (ManifestFault("format", "format"),)
    try:
        manifest = Manifest.model_validate(content)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        return tuple(ManifestFault(_shown(fault["loc"]), fault["type"]) for fault in faults[:_MOST_FAULTS])
    if (manifest.kind is ManifestKind.AUDIT_PACK) != (manifest.request is not None):
        return (ManifestFault("request", "extra_forbidden" if manifest.request else "missing"),)
    return tuple(_repeated(manifest)) or manifest


class _RepeatedKeyError(Exception):
    """A key stands twice in one object; programs differ in which of the two they believe."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = _printable(key)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key, value in pairs:
        if key in content:
            raise _RepeatedKeyError(key)
        content[key] = value
    return content


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _repeated(manifest: Manifest) -> list[ManifestFault]:
    """Files and decisions that are listed more than once."""
    listed = {
        "files": (file.path for file in manifest.files),
        "decisions": (decision.path for decision in manifest.decisions),
        "in_force": (f"{version.agency}/{version.code}" for version in manifest.in_force),
    }
    faults = [ManifestFault(f"{key}.{name}", "twice") for key, names in listed.items() for name in _twice(names)]
    return faults[:_MOST_FAULTS]


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _shown(keys: tuple[int | str, ...]) -> str:
    return _printable(".".join(map(str, keys)))


def _printable(text: str) -> str:
    """A text of a stranger without what would play with a terminal, and no longer than a line."""
    return "".join(letter if letter.isprintable() else "�" for letter in text[:120])
