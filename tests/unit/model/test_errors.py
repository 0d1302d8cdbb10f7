"""An error that stops a command says in both languages what is the case and what to do."""

from __future__ import annotations

import pytest

from sotay.errors import NotAProvince, SotayError, UnknownAgency
from sotay.model.phrase import Phrase


@pytest.mark.parametrize("error", [NotAProvince("/srv/lang-son"), UnknownAgency("so-x", "so-tu-phap, so-xay-dung")])
def test_an_error_speaks_both_languages(error: SotayError) -> None:
    assert str(error) == error.vi
    assert error.vi != error.en
    assert error.vi.endswith(".")
    assert error.en.endswith(".")


def test_a_phrase_is_chosen_by_language() -> None:
    phrase = Phrase("tài liệu {code}", "document {code}").format(code="A-1")
    assert phrase("vi") == "tài liệu A-1"
    assert phrase("en") == "document A-1"
