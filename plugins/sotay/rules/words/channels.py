"""Ways to file as a part of a message: the Vietnamese word, with the key to type beside it."""

from __future__ import annotations

from collections.abc import Iterable

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


def channels_in_words(kinds: Iterable[ChannelKind]) -> Phrase:
    """Return ways of filing as a part of a sentence: `trực tiếp, trực tuyến`."""
    words = [_WORDS[kind] for kind in dict.fromkeys(kinds)]
    return Phrase(", ".join(each.vi for each in words), ", ".join(each.en for each in words))
