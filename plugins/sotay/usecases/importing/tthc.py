"""A national record to a draft procedure: nothing is invented, and nothing is lost.

Reads: one record of the national database.
Returns: a Draft, whose `unsettled` says what a person must settle. Owner, people, decision and dates stay absent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from sotay.model.document import Document, DocumentKind
from sotay.model.phrase import Phrase
from sotay.text.normal import SuspectKind, is_clean, mend, suspects
from sotay.usecases.importing import defects
from sotay.usecases.importing.authority import import_authority
from sotay.usecases.importing.channels import import_channels
from sotay.usecases.importing.dossier import import_dossier
from sotay.usecases.importing.draft import Draft, Kept, Unsettled
from sotay.usecases.importing.identity import NO_FIELD_FOLDER, draft_code, field_id, import_identity
from sotay.usecases.importing.outcome import (
    import_conditions,
    import_legal_basis,
    import_rest,
    import_results,
    import_steps,
)
from sotay.usecases.importing.portal_text import is_printable, line_of, markdown_of
from sotay.usecases.importing.tthc_record import TthcRecord

STEPS_HEADING = "Nội dung quy trình"
NOTES_HEADING = "Ghi chú từ bản ghi quốc gia"
_PARTS = (
    import_identity,
    import_authority,
    import_channels,
    import_dossier,
    import_steps,
    import_results,
    import_conditions,
    import_legal_basis,
    import_rest,
)
_SLIPS = {
    SuspectKind.NOT_NFC: Phrase("chữ không ở dạng dựng sẵn", "letters not composed"),
    SuspectKind.INVISIBLE: Phrase("ký tự vô hình", "invisible characters"),
    SuspectKind.PRIVATE_USE: Phrase("ký tự riêng của phông chữ", "private characters of a font"),
    SuspectKind.LOOK_ALIKE: Phrase("chữ trông giống chữ Việt", "look-alike letters"),
}
_UNPRINTABLE = Phrase("ký tự không dùng được", "unusable characters")


def import_record(record: TthcRecord) -> Draft:
    """Turn a record into a draft of the library."""
    parts = [part(record) for part in _PARTS]
    found: dict[str, Any] = {"code": draft_code(record), "kind": DocumentKind.PROCEDURE.value, "version": "1.0"}
    for part in parts:
        found |= part.values
    field = field_id(record.linh_vuc)
    return Draft(
        code=found["code"],
        folder=field or NO_FIELD_FOLDER,
        field_name=line_of(record.linh_vuc),
        values={key: found[key] for key in Document.model_fields if key in found},
        body=_body(record, [kept for part in parts for kept in part.kept]),
        unsettled=(*(u for part in parts for u in part.unsettled), *_text_faults(record)),
        address=line_of(record.source.portal_url if record.source else None),
    )


def _body(record: TthcRecord, kept: Sequence[Kept]) -> str:
    steps = markdown_of(record.trinh_tu_thuc_hien)
    blocks = [f"## {STEPS_HEADING}\n\n{steps}"] if steps else []
    under: dict[str, list[str]] = {}
    for note in kept:
        under.setdefault(note.heading, []).append(note.markdown)
    if under:
        blocks.append(f"## {NOTES_HEADING}")
        blocks += [f"### {heading}\n\n" + "\n".join(notes) for heading, notes in under.items()]
    return "\n\n".join(blocks)


def _text_faults(record: TthcRecord) -> Iterator[Unsettled]:
    """Report texts that were cut off, and characters that were put right with the words around the first of a kind."""
    texts = list(_texts(record))
    for place, text in texts:
        if text.rstrip().endswith("…"):
            fact = Phrase("nội dung kết thúc bằng “…”", "the text ends with “…”")
            yield Unsettled(defects.TRUNCATED, place, fact, line_of(text))
    whole = "\n".join(text for _, text in texts)
    if is_clean(whole) and is_printable(whole):
        return
    counts: Counter[Phrase] = Counter()
    examples: dict[Phrase, str] = {}
    for place, text in texts:
        for slip, example in _slips(text):
            counts[slip] += 1
            examples.setdefault(slip, f"{place}: {example}")
    fact = Phrase(
        "đã sửa: " + ", ".join(f"{n} {slip.vi}" for slip, n in counts.items()),
        "mended: " + ", ".join(f"{n} {slip.en}" for slip, n in counts.items()),
    )
    yield Unsettled(defects.TEXT_MENDED, "", fact, "\n".join(examples.values()))


def _slips(text: str) -> Iterator[tuple[Phrase, str]]:
    """Yield each departure of a text from the normal form with the mended words around it."""
    for suspect in suspects(text):
        yield _SLIPS[suspect.kind], line_of(text[max(0, suspect.index - 30) : suspect.index + 30])
    if not is_printable(mend(text)):
        yield _UNPRINTABLE, line_of(text)[:60]


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a record with the keys that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from _texts({name: getattr(value, name) for name in type(value).model_fields}, path)
        yield from _texts(value.model_extra or {}, path)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, part in enumerate(value, start=1):
            yield from _texts(part, f"{path}.{index}")
