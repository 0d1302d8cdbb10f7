"""The question “when will I have the result?” on the page of a procedure.

Reads: an entry and the calendar of the province.
Returns: what the script needs, and examples worked out for those who read without it; nothing where no limit is stated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sotay.deadlines.counting import Counting, counting
from sotay.deadlines.due_date import Unknown, due_date
from sotay.deadlines.office_hours import OfficeHours, clock_of, minute_of
from sotay.deadlines.receipt import Moment, Office
from sotay.deadlines.working_calendar import BeyondCalendarError, WorkingCalendar
from sotay.model.procedure import ChannelKind, Duration, TimeLimit
from sotay.rendering.addresses import Standpoint
from sotay.rendering.calendar_file import CALENDAR
from sotay.rendering.due_date_words import RESULTS, due_words, reason_words, sentence
from sotay.rendering.key_facts import counter_of
from sotay.rendering.ways import way_slug
from sotay.text.labels import CHANNELS
from sotay.text.wording import duration_words, sentence_case, since_words
from sotay.usecases.publication import Entry

_EIGHT = 8 * 60
_LATE = 30
_PART_OF_A_LIMIT = re.compile(r"chưa kể|riêng thời gian")
_RECEIPT = re.compile(r"\b(nhận|nộp)( được)?( đầy)?( đủ)? (hồ sơ|yêu cầu|đơn|khiếu nại|văn bản đề nghị)\b")
"""What people hand in themselves."""


@dataclass(frozen=True, slots=True)
class DueCase:
    """One length that a time limit may have: the ordinary one, or a longer one under a condition."""

    label: str
    time: str
    counting: Counting
    """How far to count."""


@dataclass(frozen=True, slots=True)
class DueLimit:
    """The time limit of one or more ways of filing."""

    ways: tuple[ChannelKind, ...]
    """Empty where no way is stated."""
    label: str
    """The ways in words; empty where all ways have this limit."""
    since: str
    """What it is counted from; empty where that is not stated."""
    is_from_receipt: bool
    """Whether it is counted from the receipt of the dossier, as far as the document says."""
    cutoff: int | None
    """The minute after which a dossier counts from the next working day."""
    cases: tuple[DueCase, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The ways as the rest of the page names them."""
        return tuple(map(way_slug, self.ways))

    @property
    def question(self) -> str:
        """Which question of the table fits it."""
        if not self.is_from_receipt:
            return "counted"
        return "question_way" if self.label else "question"


@dataclass(frozen=True, slots=True)
class DueExample:
    """One question with its answer, worked out when the page was built."""

    question: str
    answer: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueDateView:
    """What the page shows and the script reads."""

    title: str
    limits: tuple[DueLimit, ...]
    hours: OfficeHours | None
    examples: tuple[DueExample, ...]
    calendar: str
    """The address of the calendar within the site."""

    @property
    def data(self) -> str:
        """What the script counts by, as JSON."""
        limits = [
            {"label": limit.label, "question": limit.question, "cutoff": limit.cutoff,
             "cases": [(case.counting.unit, case.counting.whole, case.counting.rest) for case in limit.cases]}
            for limit in self.limits
        ]  # fmt: skip
        return json.dumps(
            {"hours": self.hours.week if self.hours else None, "limits": limits},
            ensure_ascii=False,
            separators=(",", ":"),
        )


def due_date_view(entry: Entry, standpoint: Standpoint) -> DueDateView | None:
    """Return the question as the page of a procedure in force asks it; None without a time limit or a calendar."""
    publication = standpoint.addresses.publication
    calendar = WorkingCalendar.of(publication.province.calendar.value)
    limits = tuple(_limits(entry))
    if not entry.is_in_force or not limits:
        return None
    hours = _hours(entry, standpoint)
    examples = tuple(_examples(limits, calendar, hours, publication.day))
    if not examples:
        return None
    title = "Nộp hôm nay thì bao giờ có kết quả?" if limits[0].is_from_receipt else "Bao giờ có kết quả?"
    return DueDateView(title, limits, hours, examples, CALENDAR)


def _limits(entry: Entry) -> Iterator[DueLimit]:
    together: dict[TimeLimit, list[ChannelKind]] = {}
    for channel in entry.control.channels:
        limit = entry.time_limit_of(channel)
        if limit:
            together.setdefault(limit, []).append(channel.kind)
    if not together and entry.control.time_limit:
        together[entry.control.time_limit] = []
    for limit, ways in together.items():
        names = " hoặc ".join(CHANNELS[way].lower() for way in ways) if len(together) > 1 else ""
        is_from_receipt = not limit.starts or bool(_RECEIPT.search(limit.starts))
        yield DueLimit(
            ways=tuple(ways),
            label=names,
            since=since_words(limit.starts) if limit.starts else "",
            is_from_receipt=is_from_receipt,
            cutoff=minute_of(limit.cutoff) if limit.cutoff and is_from_receipt else None,
            cases=tuple(_cases(limit)),
        )


def _cases(limit: TimeLimit) -> Iterator[DueCase]:
    """The limit and its extensions; not those that are only a part of the whole time, to which others are added."""
    yield _case("Thông thường", limit)
    for extension in limit.extensions:
        if not _PART_OF_A_LIMIT.search(extension.when):
            yield _case(sentence_case(extension.when), extension)


def _case(label: str, duration: Duration) -> DueCase:
    return DueCase(label, duration_words(duration), counting(duration))


def _hours(entry: Entry, standpoint: Standpoint) -> OfficeHours | None:
    """The hours of the desk, where the page is that of the agency which receives the dossier."""
    counter = counter_of(entry) if standpoint.agency and entry.is_performed else None
    return OfficeHours.of(counter.hours) if counter else None


def _examples(
    limits: Sequence[DueLimit], calendar: WorkingCalendar, hours: OfficeHours | None, day: date
) -> Iterator[DueExample]:
    """One dossier received at eight for each way of filing, and one after the hour that is too late for the day."""
    for limit in limits:
        office = Office(calendar, hours, limit.cutoff)
        first = _first_receiving_of_the_week(day, office)
        for minute in (_EIGHT, *([] if limit.cutoff is None else [limit.cutoff + _LATE])):
            found = _example(limit, Moment(first, minute), office) if first else None
            if found:
                yield found


def _first_receiving_of_the_week(day: date, office: Office) -> date | None:
    """A day for the examples that stays the same all week, so that pages need not change every day."""
    monday = day - timedelta(days=day.weekday())
    try:
        return monday if office.receives_on(monday) else office.next_receiving(monday)
    except BeyondCalendarError:
        return None


def _example(limit: DueLimit, moment: Moment, office: Office) -> DueExample | None:
    due = due_date(moment, limit.cases[0].counting, office, is_receipt=limit.is_from_receipt)
    if isinstance(due, Unknown):
        return None
    asked = {"at": clock_of(moment.minute), "day": moment.day.isoformat(), "way": limit.label}
    return DueExample(
        question=sentence(RESULTS["answered"], {"question": sentence(RESULTS[limit.question], asked)}),
        answer=due_words(due),
        reasons=tuple(map(reason_words, due.reasons)),
    )
