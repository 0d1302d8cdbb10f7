"""A manifest as the text of `release.json`; and a release as the text of the file that remembers it."""

from __future__ import annotations

from sotay.model.manifest import Manifest
from sotay.model.release import Release
from sotay.rendering.json_by_entry import json_by_entry


def manifest_json(manifest: Manifest) -> str:
    """Return the JSON of a manifest, one entry of a list a line, so that a comparison of two reads well."""
    return json_by_entry(manifest.model_dump(mode="json"))


def release_yaml(release: Release) -> str:
    """Return the YAML of a release, one key a line."""
    known = [f"known_at: {release.known_at}"] if release.known_at else []
    lines = [f"as_of: {release.as_of}", *known, f"edition: {release.edition}"]
    return "\n".join([*lines, f"commit: {release.commit}", f"digest: {release.digest}"]) + "\n"
