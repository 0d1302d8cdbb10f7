"""The folders in which the portal keeps its own pages and files."""

from __future__ import annotations

from typing import Final

PORTAL_FOLDERS: Final = frozenset(
    {"api", "assets", "co-quan", "du-lieu-mo", "gioi-thieu", "su-kien", "thu-tuc", "tim-kiem", "xa-phuong"}
)
"""Beside them lie the sites of the agencies and the hand-written pages, each in a folder of its own name."""
