"""What the head of a document's page says about its standing: the badge, what is ahead, and what to read instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sotay.history.ledger import Standing
from sotay.model.document import DocumentKind
from sotay.model.version import Version
from sotay.rendering.addresses import Standpoint, comparison_tail, version_tail
from sotay.rendering.listing import is_over
from sotay.rendering.site_view import Link
from sotay.rendering.validity import Tone, badge, decision_words, ends_with_agency, first_day_after
from sotay.rendering.versions.switch import Shown, version_switch
from sotay.text.wording import date_words, version_words
from sotay.usecases.publication import Entry
from sotay.usecases.succession import heirs

TO_HISTORY = "Lịch sử các bản"


@dataclass(frozen=True, slots=True)
class Aside:
    """A line below the badge: something to know besides, with where to read it."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """The box that says that what follows is not in force, and leads to what is."""

    tone: Tone
    lead: str
    """The one thing to know."""
    text: str
    """Why, and since when."""
    instead_label: str = ""
    instead: tuple[Link, ...] = ()
    """What to read in its place."""
    more: tuple[Link, ...] = ()
    """Where else to look."""


def standing_facts(entry: Entry, standpoint: Standpoint) -> Mapping[str, object]:
    """Return the facts that the head of a document's current page shows."""
    over = is_over(entry)
    return {
        "badge": badge(entry),
        "badge_more": badge_more(entry),
        "asides": tuple(_asides(entry, standpoint)),
        "notice": _over(entry, standpoint) if over else None,
        "is_folded": over,
        "switch": version_switch(entry, standpoint, Shown.CURRENT),
        "staff_notes": entry.control.staff_notes,
    }


def badge_more(entry: Entry) -> tuple[str, ...]:
    """Return what stands beside the badge: the version in words, and its decision."""
    return version_words(entry.period.version), f"QĐ {entry.period.decision.number}"


def what_it_is(entry: Entry) -> str:
    """Return what a notice calls a document."""
    return "Thủ tục này" if entry.kind is DocumentKind.PROCEDURE else "Tài liệu này"


def replacements(entry: Entry, standpoint: Standpoint) -> Iterator[Link]:
    """Yield links to the public documents that state that they replace this one."""
    for code in standpoint.addresses.replacements.get(entry.code, ()):
        href = standpoint.document(code)
        if href:
            yield Link(standpoint.addresses.titles[code], href)


def end_words(entry: Entry) -> str:
    """Return why a version is over: who ended it, or that its time was up."""
    period = entry.period
    if ends_with_agency(entry):
        return f"{entry.agency.name} thôi hoạt động từ ngày {date_words(first_day_after(period))}."
    if period.ended_by is None:
        return f"Bản này chỉ áp dụng tạm thời đến hết ngày {date_words(period.ends)}." if period.ends else ""
    decision = decision_words(period.ended_by, entry.agency)
    return f"Bãi bỏ theo {decision}." if entry.standing is Standing.WITHDRAWN else f"Được thay theo {decision}."


def version_link(code: str, version: Version, standpoint: Standpoint, label: str = "") -> tuple[Link, ...]:
    """Return the link to a version's own page; none where the version has no page."""
    history = standpoint.addresses.histories.get(code)
    href = standpoint.history(code, version_tail(version))
    has_page = history is not None and any(one.period.version == version for one in history.versions)
    return (Link(label or f"Xem bản {version}", href),) if href and has_page else ()


def comparison_link(code: str, old: Version, new: Version, standpoint: Standpoint, label: str) -> tuple[Link, ...]:
    """Return the link to the comparison of two versions; none where one of them has no page."""
    low, high = min(old, new), max(old, new)
    known = version_link(code, low, standpoint) and version_link(code, high, standpoint)
    href = standpoint.history(code, comparison_tail(low, high))
    return (Link(label, href),) if href and known and low < high else ()


def _over(entry: Entry, standpoint: Standpoint) -> Notice:
    instead = tuple(replacements(entry, standpoint)) or tuple(_of_successor(entry, standpoint))
    label = "Nay làm theo" if entry.kind is DocumentKind.PROCEDURE else "Nay dùng"
    href = standpoint.history(entry.code)
    return Notice(
        tone=Tone.PAST,
        lead=f"{what_it_is(entry)} không còn áp dụng.",
        text=end_words(entry),
        instead_label=label,
        instead=instead,
        more=(Link(TO_HISTORY, href),) if href else (),
    )


def _of_successor(entry: Entry, standpoint: Standpoint) -> Iterator[Link]:
    """The same document at whoever took over from the agency."""
    publication = standpoint.addresses.publication
    for heir in heirs(publication, entry.agency.id) if ends_with_agency(entry) else ():
        page = standpoint.addresses.by_agency[heir.id].get(entry.code)
        if page and not is_over(heir.by_code[entry.code]):
            title = entry.control.title or entry.code
            yield Link(f"{title} tại {heir.agency.short_name}", standpoint.site(heir.id, page))


def _asides(entry: Entry, standpoint: Standpoint) -> Iterator[Aside]:
    """What is decided already and comes later, and what the owner has issued beyond what applies here."""
    following, version = entry.upcoming, entry.period.version
    if following:
        words = (
            f"Từ {date_words(following.starts)} áp dụng bản {following.version} "
            f"({version_words(following.version)}), theo {decision_words(following.decision, entry.agency)}."
        )
        links = (
            *version_link(entry.code, following.version, standpoint, "Xem bản này"),
            *comparison_link(entry.code, version, following.version, standpoint, "Có gì thay đổi"),
        )
        yield Aside(words, links)
    elif entry.is_in_force and entry.period.ends and entry.period.withdrawn:
        decision = decision_words(entry.period.ended_by, entry.agency) if entry.period.ended_by else ""
        yield Aside(f"Sau ngày {date_words(entry.period.ends)} tài liệu này bị bãi bỏ, theo {decision}.")
    yield from _newer(entry, standpoint)


def _newer(entry: Entry, standpoint: Standpoint) -> Iterator[Aside]:
    history = standpoint.addresses.histories[entry.code]
    newest, here = history.in_force, entry.period.version
    if newest is None or not entry.is_in_force or newest.period.version <= here:
        return
    there = newest.period
    links = (
        *version_link(entry.code, there.version, standpoint, f"Xem bản {there.version}"),
        *comparison_link(entry.code, here, there.version, standpoint, "Có gì khác"),
    )
    yield Aside(
        f"{entry.agency.short_name} đang áp dụng bản {here}. {newest.agency.short_name} đã ban hành bản "
        f"{there.version}, có hiệu lực từ {date_words(there.starts)}, theo Quyết định số {there.decision.number}.",
        links,
    )
