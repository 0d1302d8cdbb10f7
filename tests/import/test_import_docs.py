"""The documentation of the import names everything that there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sotay.rendering.import_report import OUTCOMES
from sotay.usecases.importing import defects as import_defects
from sotay.usecases.importing import filing_defects
from sotay.usecases.importing.draft import Defect
from sotay.usecases.importing.tthc_record import (
    ChannelRow,
    PaperGroup,
    PaperRow,
    RecordSource,
    ResultRow,
    Row,
    TthcRecord,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"
ENGLISH = (DOCS / "import.md").read_text(encoding="utf-8")
VIETNAMESE = (DOCS / "nhap-du-lieu.md").read_text(encoding="utf-8")
DEFECTS = [
    defect
    for module in (import_defects, filing_defects)
    for defect in vars(module).values()
    if isinstance(defect, Defect)
]


@pytest.mark.parametrize("row", [TthcRecord, ChannelRow, PaperGroup, PaperRow, ResultRow, RecordSource])
def test_every_key_of_a_record_is_documented_with_its_label(row: type[Row]) -> None:
    for name, field in row.model_fields.items():
        assert f"`{name}`" in ENGLISH
        assert str(field.title) in ENGLISH


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.id)
def test_every_defect_is_documented_and_speaks_two_languages(defect: Defect) -> None:
    assert f"| `{defect.id}` | {defect.label.vi} |" in ENGLISH
    assert all((defect.label.en, defect.remedy.vi, defect.remedy.en))


def test_defects_have_names_of_their_own() -> None:
    assert len({defect.id for defect in DEFECTS}) == len(DEFECTS)


def test_every_fate_of_a_draft_is_documented() -> None:
    for outcome, label in OUTCOMES.items():
        assert f"| `{outcome.value}`, {label.vi} |" in ENGLISH


def test_the_vietnamese_page_uses_the_words_of_the_report() -> None:
    labels = {defect.label.vi for defect in DEFECTS}
    table = VIETNAMESE.split("## Những việc hay gặp")[1].split("## Nhập lại")[0]
    used = [line.split("|")[1].strip() for line in table.strip().splitlines()[2:]]
    assert used
    assert set(used) <= labels
