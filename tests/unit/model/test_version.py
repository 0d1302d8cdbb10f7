"""A version is lần ban hành and lần sửa đổi, ordered as people count."""

from __future__ import annotations

import re

import pytest

from sotay.model.version import Version


def test_versions_stand_in_the_order_of_issue_and_amendment() -> None:
    texts = ["1.0", "1.1", "1.9", "1.10", "2.0", "10.0"]
    assert sorted(map(Version.parse, reversed(texts))) == [Version.parse(text) for text in texts]


@pytest.mark.parametrize("text", ["1.0", "2.1", "10.12", "99.99"])
def test_a_version_reads_as_it_is_written(text: str) -> None:
    assert str(Version.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "1", "0.1", "01.0", "1.00", "1.0.0", "v1.0", "1,0", "100.0", "-1.0", " 1.0", "1.0\n"]
)
def test_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Version.parse(text)
