"""The reference of keys: every key of every kind of file, as Markdown, from the schema itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sotay.model.document import DocumentKind
from sotay.rendering.json_schema import KINDS, json_schema
from sotay.text.labels import KINDS as KIND_WORDS

_INTRODUCTION = """# Các khóa

Trang này sinh ra từ chương trình (`sotay schema --markdown`).
Mỗi loại tệp có một bảng khóa; kiểu giá trị và danh sách giá trị dùng chung ở cuối trang.
Khóa không có trong bảng thì bị từ chối (ST102).

Cột “bắt buộc” ghi loại tài liệu phải có khóa đó; “có” là luôn luôn phải có.
Khóa có dấu * nằm ngoài dấu vân tay: sửa không cần ban hành lại.
"""


def key_reference() -> str:
    """Return the whole reference."""
    schemas = {kind: json_schema(kind) for kind in KINDS}
    types: dict[str, dict[str, Any]] = {}
    for schema in schemas.values():
        types |= schema.get("$defs", {})
    lines = [_INTRODUCTION]
    for name, schema in schemas.items():
        lines += [f"## {schema['title']}", "", f"{schema['description']}", ""]
        lines += [f"Nơi đặt tệp: `{KINDS[name].files}` · lược đồ: `sotay schema --kind {name}`", ""]
        lines += [*_table(schema, types), ""]
    lines += ["## Kiểu giá trị", ""]
    ordered = sorted(types.items(), key=lambda item: str(item[1]["title"]))
    for _, content in ordered:
        if "enum" not in content:
            lines += [f"### {content['title']}", "", content["description"], "", *_table(content, types), ""]
    lines += ["## Danh sách giá trị", ""]
    for _, content in ordered:
        if "enum" in content:
            lines += [f"### {content['title']}", "", *_choices(content), ""]
    return "\n".join(lines)


def _table(schema: Mapping[str, Any], types: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    stated = schema["properties"]
    by_kind = any("x-required-for" in value or "x-only-for" in value for value in stated.values())
    yield "| khóa | tên | ý nghĩa | kiểu | bắt buộc |" + (" dùng cho |" if by_kind else "")
    yield "|---|---|---|---|---|" + ("---|" if by_kind else "")
    for key, value in stated.items():
        mark = "\\*" if value.get("x-editorial") else ""
        cells = [f"`{key}`{mark}", value["title"], value["description"], _type(value, types)]
        cells.append(_kinds(value.get("x-required-for", ["*"] if key in schema.get("required", ()) else [])))
        if by_kind:
            cells.append(_kinds(value.get("x-only-for", [])) or "mọi loại")
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _kinds(names: list[str]) -> str:
    return "có" if "*" in names else ", ".join(KIND_WORDS[DocumentKind(name)].lower() for name in names)


def _type(value: Mapping[str, Any], types: Mapping[str, dict[str, Any]]) -> str:
    """Say in words what may stand after a key."""
    match value:
        case {"$ref": reference}:
            title = types[str(reference).rsplit("/", 1)[1]]["title"]
            return f"[{title}](#{title.lower().replace(',', '').replace(' ', '-')})"
        case {"anyOf": [*parts]}:
            return " hoặc ".join(_type(part, types) for part in parts if part.get("type") != "null")
        case {"type": "array", "items": items}:
            return f"danh sách: {_type(items, types)}"
        case {"type": "object", "additionalProperties": inner}:
            return f"tên và giá trị: {_type(inner, types)}"
        case {"type": "string", "format": "date"}:
            return "ngày, ví dụ `2026-07-01`"
        case {"type": "string", "examples": [example, *_]}:
            return f"chữ, ví dụ `{example}`"
        case _:
            return _SCALARS[str(value["type"])]


_SCALARS = {"string": "chữ", "number": "số", "integer": "số nguyên", "boolean": "`true` hoặc `false`"}


def _choices(content: Mapping[str, Any]) -> Iterator[str]:
    yield "| giá trị | nghĩa |"
    yield "|---|---|"
    for value, meaning in zip(content["enum"], content["enumDescriptions"], strict=True):
        yield f"| `{value}` | {meaning} |"
