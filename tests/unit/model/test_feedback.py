"""Where feedback goes: read strictly, and only what a page can fill in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sotay.model.feedback import Feedback


def test_what_stands_in_braces_must_be_known() -> None:
    assert Feedback(url="https://phananh.example/{code}/{version}?ten={title}").unknown_places == ()
    assert Feedback(url="https://phananh.example/{ma}?a={}&b={code&c}").unknown_places == ("ma", "{}", "code&c")
    assert Feedback(url="https://phananh.example/{code").unknown_places == ("{",)


@pytest.mark.parametrize(
    "url",
    [
        "http://phananh.example/", "javascript:alert(1)", "https://", "phananh.example", "https://a b.example/",
        "https://ten@phananh.example/", "https:\\\\phananh.example",
    ],
)  # fmt: skip
def test_an_address_is_a_whole_https_address(url: str) -> None:
    with pytest.raises(ValidationError):
        Feedback(url=url)


@pytest.mark.parametrize(
    "email", ["phananh", "a@b", "a b@c.example", "a@c.example?cc=x@y.example", "Tên <a@c.example>"]
)
def test_a_mailbox_is_a_plain_one(email: str) -> None:
    with pytest.raises(ValidationError):
        Feedback(email=email)


def test_a_block_that_names_nothing_is_as_good_as_none() -> None:
    assert not Feedback().is_stated
    assert Feedback(address="Bộ phận Một cửa").is_stated
