"""Which texts are compared when somebody names two versions, one, or none."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.errors import BadInput
from sotay.model.version import Version
from sotay.usecases.choose_versions import ChosenTexts, choose_versions
from sotay.usecases.ports import NoEarlierTexts
from tests.support.builders import Archive

LATER = date(2026, 9, 1)


def amended() -> Archive:
    """A document whose first version is in no text any more, and whose second is the one on file."""
    archive = Archive().document("HD-MC-01").issue("HD-MC-01").adopt("HD-MC-01")
    archive.document("HD-MC-01", "## Mục đích\n\nCâu khác.\n", version="1.1")
    return archive.issue("HD-MC-01", serial="60", signed=LATER, effective=LATER)


def choose(
    archive: Archive, old: str | None, new: str | None, day: date = LATER, code: str = "HD-MC-01"
) -> ChosenTexts:
    return choose_versions(archive.examined(day), NoEarlierTexts(), code, old, new)


def test_by_default_it_is_the_version_in_force_and_the_tree() -> None:
    texts = choose(amended(), None, None)
    assert (texts.old.version, texts.old.is_issued) == (Version(1, 1), True)
    assert texts.new.version is None


def test_before_the_first_day_it_is_the_last_version_issued() -> None:
    archive = Archive().document("HD-MC-01").issue("HD-MC-01")
    assert choose(archive, None, None, date(2026, 6, 20)).old.version == Version(1)


def test_a_text_that_is_lost_is_told_with_its_decision_and_never_replaced() -> None:
    with pytest.raises(BadInput, match=r"bản 1\.0 của HD-MC-01 mà Quyết định số 45/QĐ-STP") as raised:
        choose(amended(), "1.0", None)
    assert "Find its file" in raised.value.en


def test_what_no_decision_issued_has_nothing_to_be_compared_with() -> None:
    with pytest.raises(BadInput, match="chưa quyết định nào ban hành HD-MC-01"):
        choose(Archive().document("HD-MC-01"), None, None)


def test_a_document_that_is_gone_from_the_tree_is_no_tree() -> None:
    archive = amended().withdraw("HD-MC-01", serial="90", effective=date(2026, 10, 1))
    del archive.texts["procedures/mot-cua/HD-MC-01.md"]
    with pytest.raises(BadInput, match=r"không còn trong thư mục làm việc.*các bản có thể nêu: 1\.0, 1\.1\."):
        choose(archive, "tree", "1.0")


def test_a_code_like_no_other_says_where_codes_are() -> None:
    with pytest.raises(BadInput, match=r"không có tài liệu “9”\. Xem mã hiệu ở đầu tệp") as raised:
        choose(amended(), None, None, code="9")
    assert "See the code at the head of its file." in raised.value.en
