"""ST627: the hours of a counter run forward, name each day once, and do not overlap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sotay.model.agency import Agency, OpeningHours, Weekday
from sotay.model.phrase import Phrase
from sotay.model.province import FileOf
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, Findings
from sotay.text.labels import WEEKDAYS


class PossibleOpeningHours(AgencyRule):
    """A counter closes after it opens, and what it states of one day is stated once."""

    code = "ST627"
    title = Phrase("Giờ nhận hồ sơ không ngược, không chồng nhau", "Opening hours run forward and do not overlap")
    fact = Phrase("giờ nhận hồ sơ {hours} {what}", "the opening hours {hours} {what_en}")
    basis = Phrase("TCVN ISO 9001:2015, 8.2.1 a", "TCVN ISO 9001:2015, 8.2.1 a")
    remedy = Phrase(
        "Ghi “closes” sau “opens”, mỗi ngày một lần trong “days”, các buổi trong một ngày rời nhau, "
        "ví dụ 07:30–11:30 và 13:30–17:00.",
        "State “closes” after “opens”, each day once in “days”, and the spans of a day apart from one another, "
        "e.g. 07:30–11:30 and 13:30–17:00.",
    )
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        for index, counter in enumerate(file.value.counters):
            for position, what in _faults(counter.hours):
                span, place = counter.hours[position], file.place("counters", index, "hours", position)
                yield self.found(place, hours=_clock(span), what=what.vi, what_en=what.en)


def _faults(hours: Sequence[OpeningHours]) -> Iterator[tuple[int, Phrase]]:
    """The position of every span that cannot be, and why; what runs backward overlaps with nothing."""
    taken: defaultdict[Weekday, list[OpeningHours]] = defaultdict(list)
    for position, span in enumerate(hours):
        what = _backward(span) or _named_twice(span) or _overlap(span, taken)
        if what:
            yield position, what
        else:
            for day in span.days:
                taken[day].append(span)


def _backward(span: OpeningHours) -> Phrase | None:
    if span.opens < span.closes:
        return None
    return Phrase("đóng cửa không sau lúc mở cửa", "close no later than they open")


def _named_twice(span: OpeningHours) -> Phrase | None:
    day = next((day for day, count in Counter(span.days).items() if count > 1), None)
    return None if day is None else Phrase(f"ghi {WEEKDAYS[day]} hai lần", f"name {day.capitalize()} twice")


def _overlap(span: OpeningHours, taken: Mapping[Weekday, Sequence[OpeningHours]]) -> Phrase | None:
    for day in span.days:
        for other in taken.get(day, ()):
            if span.opens < other.closes and other.opens < span.closes:
                return Phrase(
                    f"chồng lên {_clock(other)} đã ghi cho {WEEKDAYS[day]}",
                    f"overlap with {_clock(other)}, already stated for {day.capitalize()}",
                )
    return None


def _clock(span: OpeningHours) -> str:
    return f"{span.opens}–{span.closes}"


RULES = (PossibleOpeningHours(),)
