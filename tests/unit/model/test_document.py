"""A document as a file: its code, its state of approval, its address; what it owes by channel."""

from __future__ import annotations

from sotay.markup.markdown import parse_body
from sotay.markup.read_document import read_document
from sotay.model.procedure import ChannelKind
from tests.support.builders import a_document, a_draft_text


def test_a_document_without_a_code_is_known_by_its_file() -> None:
    assert a_document(code=None, path="procedures/x/HD-MC-09.md").code == "HD-MC-09"


def test_without_decision_and_dates_a_document_is_a_draft() -> None:
    assert read_document("a.md", a_draft_text()).is_draft
    assert not a_document().is_draft
    assert not a_document(decision=None).is_draft


def test_a_document_is_public_unless_it_says_internal() -> None:
    assert a_document().is_public
    assert not a_document(access="internal").is_public


def test_the_address_is_the_national_code_where_there_is_exactly_one() -> None:
    assert a_document(kind="procedure", code="QT-HT-01").address == "1.001193"
    assert a_document(kind="procedure", code="QT-HT-01", tthc=["1.001193", "1.000656"]).address == "QT-HT-01"
    assert a_document().address == "HD-MC-01"


def test_a_channel_has_its_own_limit_and_fees_or_the_procedures() -> None:
    channels = [
        {"kind": "counter"},
        {"kind": "online", "time_limit": {"value": 1, "unit": "day"}, "fees": [{"amount": 5}]},
    ]
    control = a_document(kind="procedure", channels=channels).control
    counter, online = control.channels
    assert (counter.kind, online.kind) == (ChannelKind.COUNTER, ChannelKind.ONLINE)
    assert control.time_limit_of(counter) == control.time_limit
    assert control.time_limit_of(online) == online.time_limit
    assert control.fees_of(counter) == control.fees
    assert control.fees_of(online) == online.fees


def test_the_text_published_is_the_expanded_one_where_there_is_a_model() -> None:
    document = a_document("Phần riêng.\n")
    assert document.text is document.body
    filled = parse_body("Từ mô hình.\n")
    assert type(document)(document.source, document.control, document.body, filled).text is filled
