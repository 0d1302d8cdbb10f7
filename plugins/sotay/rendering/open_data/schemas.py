"""The schema of each file of open data (JSON Schema 2020-12), from the classes that the files are written from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sotay.model.schema import Value
from sotay.rendering.addresses import API
from sotay.rendering.json_schema import told_schema
from sotay.rendering.open_data.agencies import AgencyFile
from sotay.rendering.open_data.index import IndexFile
from sotay.rendering.open_data.legal import LegalFile
from sotay.rendering.open_data.procedures import ProceduresFile
from sotay.rendering.open_data.words import DATA_CHOICES, DATA_VALUES
from sotay.rendering.schema_words import CHOICES, VALUES


@dataclass(frozen=True, slots=True)
class DataKind:
    """A kind of file of open data."""

    value: type[Value]
    """What such a file says."""
    files: str
    """Where such files are on the portal."""


DATA_KINDS: Final[Mapping[str, DataKind]] = {
    "data-index": DataKind(IndexFile, f"{API}index.json"),
    "data-procedures": DataKind(ProceduresFile, f"{API}procedures.json"),
    "data-agency": DataKind(AgencyFile, f"{API}<cơ quan>.json"),
    "data-legal": DataKind(LegalFile, f"{API}legal.json"),
}
"""Every kind, by the name of its schema."""


def data_schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file; `$schema` is the address of the schema itself, as in every file."""
    schema = told_schema(DATA_KINDS[kind].value, {**VALUES, **DATA_VALUES}, {**CHOICES, **DATA_CHOICES})
    pointer = {"type": "string", "title": "lược đồ", "description": "Địa chỉ của lược đồ này, tính từ tệp."}
    schema["properties"] = {"$schema": pointer, **schema["properties"]}
    return schema


def schema_text(kind: str) -> str:
    """Return the text of a schema."""
    return json.dumps(data_schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema_address(kind: str) -> str:
    """Return where a schema is on the portal."""
    return f"{API}schema/{kind.removeprefix('data-')}.json"
