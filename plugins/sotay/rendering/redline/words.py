"""Words of a redline as HTML: real `ins` and `del`, with words for those who do not see the lines.

Reads: words with their fate and marks; where links lead.
Returns: HTML in which everything of the document is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from markupsafe import Markup, escape

from sotay.redline.changes import Fate, Words
from sotay.rendering.redline.labels import look_words, relook_words, shown

LinkTarget = Callable[[str], str | None]
"""Where a link of the document leads from the page, or None if it leads nowhere public."""

_ELEMENTS: Final = {"strong": "strong", "em": "em", "s": "s", "code": "code"}
_LOOK = Markup('{html}<small class="redline__look"> ({look})</small>')
_BEGIN = {Fate.INSERTED: "bắt đầu thêm ", Fate.DELETED: "bắt đầu bỏ ", Fate.MOVED_AWAY: "bắt đầu chuyển đi "}
_END = {Fate.INSERTED: " hết thêm", Fate.DELETED: " hết bỏ", Fate.MOVED_AWAY: " hết chuyển đi"}


def no_links(_: str) -> str | None:
    """Lead nowhere: every link becomes its plain words."""
    return None


def words_html(words: Iterable[Words], target: LinkTarget = no_links) -> Markup:
    """Return words as HTML; neighbours of one fate share one element."""
    parts: list[Markup] = []
    for fate, together in groupby(words, key=lambda part: part.fate):
        run = list(together)
        if any(part.text or _is_seen(part.marks) for part in run):
            parts.append(_of_one_fate(fate, run, target))
    return Markup().join(parts)


def _is_seen(marks: Sequence[str]) -> bool:
    return any(mark.partition(" ")[0] in {"link", "image"} for mark in marks)


def _of_one_fate(fate: Fate, words: Sequence[Words], target: LinkTarget) -> Markup:
    inner = Markup().join(_look(words, target, is_changed=fate is not Fate.KEPT))
    if fate is Fate.KEPT:
        return inner
    element = "ins" if fate is Fate.INSERTED else "del"
    return Markup(
        '<{element}><span class="visually-hidden">{begin}</span>'
        '{inner}<span class="visually-hidden">{end}</span></{element}>'
    ).format(element=element, begin=_BEGIN[fate], inner=inner, end=_END[fate])


def _look(words: Sequence[Words], target: LinkTarget, *, is_changed: bool) -> Iterator[Markup]:
    for part in words:
        html = Markup("<br>").join(escape(line) for line in shown(part.text).split("\n"))
        for mark in reversed(part.marks):
            html = _marked(html, mark, target, is_changed=is_changed)
        if part.old_marks is not None:
            html = _LOOK.format(html=html, look=shown(relook_words(part)))
        yield html


def _marked(html: Markup, mark: str, target: LinkTarget, *, is_changed: bool) -> Markup:
    name, _, address = mark.partition(" ")
    if name in _ELEMENTS:
        return Markup("<{name}>{html}</{name}>").format(name=_ELEMENTS[name], html=html)
    if name == "footnote":
        return Markup("<sup>{html}</sup>").format(html=html)
    if name == "link":
        href = target(address.partition(' "')[0])
        html = Markup('<a href="{href}">{html}</a>').format(href=href, html=html) if href else html
        if not is_changed:
            return html
    # Where a link leads, or which picture is shown, may be the only thing that changed.
    return _LOOK.format(html=html, look=shown(look_words([mark])))
