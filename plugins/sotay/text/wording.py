"""Values in words, as administrative documents write them: lengths of time, money, dates, versions, hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from sotay.model.agency import OpeningHours, Weekday
from sotay.model.phrase import Language
from sotay.model.procedure import ChannelKind, DossierItem, Duration, Fee, ItemKind, TimeUnit
from sotay.model.version import Version
from sotay.text.labels import CHANNELS, ITEM_KINDS, UNITS, WEEKDAYS

_CURRENCIES = {"VND": "đồng", "USD": "đô la Mỹ", "EUR": "euro"}
_TEXTS_THAT_RULE = ("Thông tư", "Nghị quyết", "Nghị định", "Luật", "Quyết định", "Quy định")
_WEEK = tuple(Weekday)
_SHORTEST_RUN = 3


def number_words(number: Decimal) -> str:
    """Return a number with a decimal comma and without needless zeros: `0,5`."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    whole, _, fraction = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped


def duration_words(duration: Duration) -> str:
    """Return a length of time; 0 working days is `trong ngày`."""
    if duration.value == 0:
        return "trong ngày" if duration.unit in (TimeUnit.WORKING_DAY, TimeUnit.DAY) else "ngay khi nhận"
    return f"{number_words(duration.value)} {UNITS[duration.unit]}"


def since_words(starts: str) -> str:
    """Return what a time limit is counted from: `tính từ ngày nhận đủ hồ sơ hợp lệ`."""
    return f"tính từ {starts.removeprefix('kể ').removeprefix('từ ')}"


def step_words(duration: Duration) -> str:
    """Return the time of an internal step, short: steps are counted in working time anyway."""
    if duration.unit is TimeUnit.WORKING_HOUR:
        return f"{number_words(duration.value)} giờ"
    return duration_words(duration)


def date_words(day: date) -> str:
    """Return a date as `01/07/2026`."""
    return f"{day:%d/%m/%Y}"


def day_words(day: date, language: Language) -> str:
    """Return a day in a sentence of either language: `01/07/2026`, in English `2026-07-01`."""
    return date_words(day) if language == "vi" else day.isoformat()


def clock_words(time: str) -> str:
    """Return a time of day: `15 giờ`, `16 giờ 30`."""
    hour, _, minute = time.partition(":")
    return f"{int(hour)} giờ" + (f" {minute}" if minute != "00" else "")


def version_words(version: Version) -> str:
    """Return a version in the words of document control: `lần ban hành 01, sửa đổi 00`."""
    return f"lần ban hành {version.issue:02d}, sửa đổi {version.amendment:02d}"


def fee_words(fee: Fee) -> str:
    """Return what a fee comes to: `miễn phí`, `2.000 đồng/trang`, or who fixes it."""
    if fee.amount == 0:
        return "miễn phí"
    if fee.amount is None:
        return _fixed_by(fee.set_by) if fee.set_by else "theo quy định"
    money = f"{number_words(Decimal(fee.amount))} {_CURRENCIES.get(fee.currency, fee.currency)}"
    return f"{money}/{fee.unit}" if fee.unit else money


def fee_conditions(fee: Fee) -> tuple[str, ...]:
    """Return when a fee applies, what fixes it and until when, each a short phrase."""
    parts = [fee.when] if fee.when else []
    if fee.amount and fee.set_by:
        parts.append(_fixed_by(fee.set_by))
    if fee.legal_basis and fee.legal_basis not in (fee.set_by or ""):
        parts.append(f"căn cứ {fee.legal_basis}")
    if fee.valid_from:
        parts.append(f"từ {date_words(fee.valid_from)}")
    if fee.valid_to:
        parts.append(f"đến hết {date_words(fee.valid_to)}")
    return tuple(parts)


def _fixed_by(who: str) -> str:
    return f"theo {who}" if who.startswith(_TEXTS_THAT_RULE) else f"do {who} quy định"


def is_charged_on(fee: Fee, day: date) -> bool:
    """Return whether a fee is within its own dates on a day."""
    return (fee.valid_from is None or fee.valid_from <= day) and (fee.valid_to is None or day <= fee.valid_to)


def copies_words(item: DossierItem) -> str:
    """Return how a paper is handed in: `1 bản chính, 1 bản sao`, `xuất trình`, `không phải mang`."""
    if item.kind is not ItemKind.SUBMIT:
        return ITEM_KINDS[item.kind]
    return counts_words(item) or ITEM_KINDS[ItemKind.SUBMIT]


def counts_words(item: DossierItem) -> str:
    """Return how many of a paper there must be: `1 bản chính, 1 bản sao`; nothing if that is not stated."""
    counts = [(item.originals, "bản chính"), (item.copies, "bản sao")]
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def channel_words(channels: Iterable[ChannelKind]) -> str:
    """Return ways of filing as a list: `trực tiếp, bưu chính`."""
    return ", ".join(CHANNELS[channel].lower() for channel in channels)


def opening_words(hours: Sequence[OpeningHours]) -> tuple[str, ...]:
    """Return opening hours, days with the same hours together: `thứ Hai – thứ Sáu: 7:30–11:30, 13:30–17:00`."""
    by_day: dict[Weekday, list[str]] = {}
    for opening in hours:
        for day in opening.days:
            by_day.setdefault(day, []).append(f"{_short(opening.opens)}–{_short(opening.closes)}")
    together: dict[str, list[Weekday]] = {}
    for day in _WEEK:
        if day in by_day:
            together.setdefault(", ".join(by_day[day]), []).append(day)
    return tuple(f"{_days(days)}: {times}" for times, days in together.items())


def _short(time: str) -> str:
    return time.removeprefix("0")


def _days(days: list[Weekday]) -> str:
    first = _WEEK.index(days[0])
    if len(days) >= _SHORTEST_RUN and tuple(days) == _WEEK[first : first + len(days)]:
        return f"{WEEKDAYS[days[0]]} – {WEEKDAYS[days[-1]]}"
    return ", ".join(WEEKDAYS[day] for day in days)


def mid_sentence(name: str) -> str:
    """Return the name of a province as it stands within a sentence: `tỉnh Lạng Sơn`."""
    return name[:1].lower() + name[1:] if name.startswith(("Tỉnh ", "Thành phố ")) else name


def within_sentence(text: str) -> str:
    """Return a text as it stands within a sentence: its first letter small, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence_case(text: str) -> str:
    """Return a text with its first letter capital, the rest as it is."""
    return text[:1].upper() + text[1:]
