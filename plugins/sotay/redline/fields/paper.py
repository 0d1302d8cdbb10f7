"""One paper of the dossier: what it is called, how it is handed in, when it is needed, on which form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.procedure import ChannelKind, DossierItem, ItemKind
from sotay.redline.fields.difference import Difference, quoted
from sotay.redline.fields.facets import Facet, differences, quoted_text, worded
from sotay.text.labels import ITEM_KINDS
from sotay.text.wording import channel_words, counts_words, within_sentence

_PAPER = "giấy tờ"
_NO_COUNT = "không ghi số bản"
_NOUNS = {ItemKind.RETRIEVED: "thông tin", ItemKind.NOTE: "lưu ý"}
_COUNTED = {**_NOUNS, ItemKind.RETRIEVED: "thông tin cơ quan tự tra cứu"}


def counted_noun(paper: DossierItem) -> str:
    """Return what a part of the dossier is where such parts are counted: `giấy tờ`, `lưu ý`."""
    return _COUNTED.get(paper.kind, _PAPER)


def paper_words(paper: DossierItem) -> str:
    """Return a paper with what decides whether and how it must be brought: `Giấy chứng sinh (1 bản chính)`."""
    handling = ITEM_KINDS[paper.kind] if paper.kind is ItemKind.PRESENT else counts_words(paper)
    details = [handling] if handling else []
    if paper.retrieved_from:
        details.append(f"ở {paper.retrieved_from}")
    if paper.condition:
        details.append(within_sentence(paper.condition))
    if paper.channels:
        details.append(_only_for(paper.channels))
    if paper.form:
        details.append(f"biểu mẫu {paper.form}")
    return f"{paper.name} ({', '.join(details)})" if details else paper.name


def paper_differences(old: DossierItem, new: DossierItem) -> Iterator[Difference]:
    """Yield how a paper differs from what it was."""
    noun = _NOUNS.get(new.kind, _PAPER) if old.kind is new.kind else _PAPER
    thing = f"{noun} {quoted(new.name)}"
    facets = (
        quoted_text("name", noun),
        Facet(("kind", "originals", "copies"), lambda old, new: _handed_in(thing, old, new)),
        Facet(("retrieved_from",), lambda old, new: _looked_up(thing, old, new)),
        quoted_text("condition", f"điều kiện phải có {thing}"),
        Facet(("channels",), lambda old, new: _by_channel(thing, old, new)),
        worded("form", f"biểu mẫu của {thing}"),
        worded("portal_form", f"mẫu trên Cổng của {thing}"),
        quoted_text("note", f"ghi chú của {thing}"),
    )
    return differences(old, new, facets, thing)


def _handed_in(thing: str, old: DossierItem, new: DossierItem) -> Iterator[Difference]:
    """How many are handed in; or, if that is what changed, whether it is handed in, shown, or looked up."""
    if old.kind is new.kind is ItemKind.SUBMIT:
        yield Difference(thing, counts_words(old) or _NO_COUNT, counts_words(new) or _NO_COUNT)
    else:
        yield Difference(thing, _handling(old), _handling(new))


def _looked_up(thing: str, old: DossierItem, new: DossierItem) -> Iterator[Difference]:
    """Where it is looked up, unless that is said with the change of kind."""
    if old.kind is new.kind or ItemKind.RETRIEVED not in (old.kind, new.kind):
        yield Difference(f"nơi tra cứu {thing}", old.retrieved_from or "", new.retrieved_from or "")


def _by_channel(thing: str, old: DossierItem, new: DossierItem) -> Iterator[Difference]:
    yield Difference(thing, _only_for(old.channels), _only_for(new.channels))


def _handling(paper: DossierItem) -> str:
    """What is to be done with it: `nộp 1 bản chính`, `không phải mang (cơ quan tự tra cứu ở …)`."""
    words = f"{ITEM_KINDS[paper.kind]} {counts_words(paper)}".rstrip()
    return f"{words} ({_source(paper)})" if _source(paper) else words


def _source(paper: DossierItem) -> str:
    if paper.kind is not ItemKind.RETRIEVED:
        return ""
    return f"cơ quan tự tra cứu ở {paper.retrieved_from}" if paper.retrieved_from else "cơ quan tự tra cứu"


def _only_for(channels: Sequence[ChannelKind]) -> str:
    return f"chỉ cần khi nộp {channel_words(channels)}" if channels else "cần với mọi cách nộp"
