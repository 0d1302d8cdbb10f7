"""A redline as JSON, for programs; docs/schema/redline.schema.json says what each key means."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sotay.model.version import Version
from sotay.redline.changes import Block, BlockChange, CellChange, FieldChange, KeyEdit, Redline, Run, Words

VERSION = 1
"""Raised when a key changes its meaning or goes away."""


def redline_json(redline: Redline) -> str:
    """Return a redline as an object with its facts, exact edits and blocks."""
    content = {
        "version": VERSION,
        "code": redline.code,
        "old_version": _version(redline.old_version),
        "new_version": _version(redline.new_version),
        "is_empty": redline.is_empty,
        "fields": [_field(change) for change in redline.fields],
        "edits": [_edit(edit) for edit in redline.edits],
        "blocks": [_block_change(change) for change in redline.blocks],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _version(version: Version | None) -> str | None:
    return str(version) if version else None


def _field(change: FieldChange) -> Mapping[str, Any]:
    return {
        "field": change.field,
        "subject": change.subject,
        "fate": change.fate.value,
        "old": change.old,
        "new": change.new,
        "sentence": change.sentence,
        "words": _words(change.words),
        "matters": change.matters,
    }


def _edit(edit: KeyEdit) -> Mapping[str, Any]:
    return {"path": list(edit.path), "old": edit.old, "new": edit.new}


def _block_change(change: BlockChange) -> Mapping[str, Any]:
    return {
        "fate": change.fate.value,
        "old_place": change.old_place,
        "new_place": change.new_place,
        "old": _block(change.old),
        "new": _block(change.new),
        "words": _words(change.words),
        "cells": [_cell(cell) for cell in change.cells],
        "seam": change.seam.value if change.seam else None,
    }


def _block(block: Block | None) -> Mapping[str, Any] | None:
    if block is None:
        return None
    return {
        "kind": block.kind.value,
        "text": block.text,
        "level": block.level,
        "within": list(block.within),
        "opens": list(block.opens),
        "runs": _runs(block.runs),
        "cells": [_runs(cell) for cell in block.cells],
    }


def _cell(cell: CellChange) -> Mapping[str, Any]:
    return {
        "column": cell.column,
        "old_column": cell.old_column,
        "fate": cell.fate.value,
        "words": _words(cell.words),
    }


def _runs(runs: Iterable[Run]) -> list[Mapping[str, Any]]:
    return [{"text": run.text, "marks": list(run.marks)} for run in runs]


def _words(words: Iterable[Words]) -> list[Mapping[str, Any]]:
    return [
        {
            "fate": part.fate.value,
            "text": part.text,
            "marks": list(part.marks),
            "old_marks": None if part.old_marks is None else list(part.old_marks),
        }
        for part in words
    ]
