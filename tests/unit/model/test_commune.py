"""Communes: the form of their codes."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sotay.model.commune import Commune


def test_a_code_is_five_digits() -> None:
    assert Commune(code="05977", name="Phường Đông Kinh").code == "05977"


@pytest.mark.parametrize(
    "code", ["5977", "059771", "0597a", "\uff10\uff15\uff19\uff17\uff17", "\u0660\u0665\u0669\u0667\u0667"]
)
def test_digits_of_other_scripts_and_other_lengths_are_no_code(code: str) -> None:
    with pytest.raises(ValidationError):
        Commune(code=code, name="Phường Đông Kinh")
