"""A manifest as the text of `release.json`; and a release as the text of the file that remembers it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sotay.model.manifest import Manifest
from sotay.model.release import Release


def manifest_json(manifest: Manifest) -> str:
    """Return the JSON of a manifest, one entry of a list a line, so that a comparison of two reads well."""
    return "{\n" + ",\n".join(_members(manifest.model_dump(mode="json"))) + "\n}\n"


def _members(content: dict[str, object]) -> Iterator[str]:
    for key, value in content.items():
        if isinstance(value, list) and value:
            entries = ",\n".join(f"    {_compact(entry)}" for entry in value)
            yield f'  "{key}": [\n{entries}\n  ]'
        else:
            yield f'  "{key}": {_compact(value)}'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def release_yaml(release: Release) -> str:
    """Return the YAML of a release, one key a line."""
    known = [f"known_at: {release.known_at}"] if release.known_at else []
    lines = [f"as_of: {release.as_of}", *known, f"edition: {release.edition}"]
    return "\n".join([*lines, f"commit: {release.commit}", f"digest: {release.digest}"]) + "\n"
