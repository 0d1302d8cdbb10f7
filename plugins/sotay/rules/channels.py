"""Ways to file as a part of a message: the Vietnamese word, with the key to type beside it."""

from __future__ import annotations

from sotay.model.phrase import Phrase
from sotay.model.procedure import ChannelKind

_WORDS = {
    ChannelKind.COUNTER: Phrase("trực tiếp", "at the counter"),
    ChannelKind.ONLINE: Phrase("trực tuyến", "online"),
    ChannelKind.POST: Phrase("bưu chính", "by post"),
}


def channel(kind: ChannelKind) -> dict[str, str]:
    """Return a way to file in words with its key, under the names `channel` and `channel_en`."""
    words = _WORDS[kind]
    return {"channel": f"{words.vi} (“{kind}”)", "channel_en": f"“{kind}” ({words.en})"}


def word(kind: ChannelKind) -> Phrase:
    """Return a way to file in words."""
    return _WORDS[kind]
