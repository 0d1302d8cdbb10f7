"""ST620–ST622: nobody is sent to a body that no longer exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from sotay.model.agency import Agency
from sotay.model.body import StateBody
from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles
from sotay.model.source import KeyPath, Place, Source
from sotay.rules.approval.approved_documents import decision_of, owner_of
from sotay.rules.approval.standing import ended_with_its_owner, is_over
from sotay.rules.examination import Examination
from sotay.rules.references import former_levels
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule, Rule
from sotay.rules.writing.prose import is_comment
from sotay.text.former_times import is_former_body, sentence_around
from sotay.text.known_names import KnownNames, readable, same_name
from sotay.text.legal_number import is_well_formed

_WHO_DOES_IT = Phrase(
    "Nghị định 63/2010/NĐ-CP, Điều 8; TCVN ISO 9001:2015, 5.3",
    "Decree 63/2010/NĐ-CP, Article 8; TCVN ISO 9001:2015, 5.3",
)
_WHERE_PEOPLE_ARE_SENT = frozenset({"authority", "steps", "channels", "counters", "roles", "partners"})
_NOT_LOOKED_AT = frozenset({"keywords", "changes", "related", "replaces", "name", "short_name", "successor", "people"})
"""At the head of a file: what people type, what tells of changes, and what an agency says about itself."""


@dataclass(frozen=True)
class Bodies:
    """What no longer exists: the bodies of the register, and the agencies of the repository past their last day."""

    gone: tuple[StateBody, ...]

    @classmethod
    def of(cls, examination: Examination) -> Bodies:
        """Put register and agencies together; a name that an agency still bears is not sought."""
        province = examination.province
        agencies = [files.agency for files in province.agencies]
        alive = {same_name(n) for a in agencies if not a.is_gone(examination.day) for n in (a.name, a.short_name)}
        ended = [_as_body(a, province.agency_by_id) for a in agencies if a.is_gone(examination.day)]
        bodies = (*province.bodies.value.bodies, *ended)
        return cls(tuple(body for body in bodies if not alive & {same_name(name) for name in body.names}))

    @cached_property
    def by_name(self) -> Mapping[str, StateBody]:
        """Each body by each of its names."""
        return {name: body for body in reversed(self.gone) for name in body.names}

    @cached_property
    def names(self) -> KnownNames:
        """All names as one pattern."""
        return KnownNames(self.by_name)

    def successor(self, body: StateBody) -> str | None:
        """Return what took over in the end; a successor that is itself gone is passed over."""
        by_name = {same_name(name): found for name, found in self.by_name.items()}
        passed, name = {body.name}, body.successor
        while name and (after := by_name.get(same_name(name))):
            if after.name in passed:
                return None
            passed.add(after.name)
            name = after.successor
        return name


def _as_body(agency: Agency, agencies: Mapping[str, AgencyFiles]) -> StateBody:
    after = agencies.get(agency.successor or "")
    name = after.agency.name if after else None
    body = StateBody(name=agency.name, also=(agency.short_name,), successor=name, source=agency.id)
    return body.model_copy(update={"valid_to": agency.valid_to})


@dataclass
class _Mentions:
    """Where one file names one body, with one severity."""

    body: StateBody
    severity: Severity
    said: str
    """The name that the file has, where it comes first."""
    lines: list[int] = field(default_factory=list)


class NoFormerBody(ProvinceRule):
    """Documents, pages and agencies name bodies that exist."""

    code = "ST620"
    title = Phrase("Không nhắc đến cơ quan không còn tồn tại", "No body is named that no longer exists")
    fact = Phrase("“{name}” không còn tồn tại{since}{lines}", "“{name}” no longer exists{since_en}{lines_en}")
    basis = _WHO_DOES_IT
    remedy = Phrase(
        "Ghi cơ quan đang làm việc này{by}; nếu nói về quá khứ thì ghi rõ, ví dụ “{name} (cũ)”.",
        "Name the body that does it now{by}; if the past is meant, say so, e.g. “{name} (cũ)”.",
    )

    def check(self, examination: Examination) -> Findings:
        bodies, province, today = Bodies.of(examination), examination.province, examination.day
        if not bodies.gone:
            return
        for document in province.documents:
            if is_over(document, examination):
                continue  # it sends nobody anywhere any more, and tells how things were
            day = document.control.effective_date or today
            yield from self._told(document.source, document.body.first_line, (day, today), bodies)
        for page in province.pages:
            yield from self._told(page.source, page.body.first_line, (today, today), bodies)
        at_work = (agency.file.source for agency in province.agencies if not agency.agency.is_gone(today))
        for source in (province.settings.source, *at_work):
            yield from self._told(source, None, (today, today), bodies)

    def _told(self, source: Source, body_line: int | None, days: tuple[date, date], bodies: Bodies) -> Findings:
        together: dict[tuple[str, Severity], _Mentions] = {}
        for line, body, severity, said in _mentions(source, body_line, days, bodies):
            mentions = together.setdefault((body.name, severity), _Mentions(body, severity, said))
            mentions.lines.append(line)
        for mentions in together.values():
            yield self._finding(source, mentions, bodies)

    def _finding(self, source: Source, mentions: _Mentions, bodies: Bodies) -> Finding:
        body, lines = mentions.body, sorted(set(mentions.lines))
        after = bodies.successor(body)
        since = body.valid_to + timedelta(days=1) if body.valid_to and body.valid_to < date.max else None
        also = ", ".join(map(str, lines[1:]))
        facts = {
            "name": mentions.said,
            "since": f" từ {since:%d/%m/%Y}" if since else "",
            "since_en": f" since {since}" if since else "",
            "lines": f"; còn ở dòng {also}" if also else "",
            "lines_en": f"; also on line {also}" if also else "",
            "by": f": “{after}”" if after else "",
        }
        return self.found(Place(source.path, lines[0]), **facts).weighing(mentions.severity)


def _mentions(
    source: Source, body_line: int | None, days: tuple[date, date], bodies: Bodies
) -> Iterator[tuple[int, StateBody, Severity, str]]:
    """Yield line, body, weight and name of each mention; `days` are that of the effect and that of the check."""
    text = readable(source.text)
    found = [*bodies.names.find(text)]
    if not found or source.is_cut:
        return
    keys = {line: path for path, line in sorted(source.lines.items(), key=lambda item: len(item[0]))}
    for start, end, name in found:
        body, line = bodies.by_name[name], text.count("\n", 0, start) + 1
        in_body = body_line is not None and line >= body_line
        severity = _weight((), body, days) if in_body else _weight(_path_at(keys, line), body, days)
        if severity and not (is_comment(text, start) and not in_body) and not _is_past(text, start, end):
            yield line, body, severity, name


def _is_past(text: str, start: int, end: int) -> bool:
    return is_former_body(*sentence_around(text, start, end))


def _path_at(keys: Mapping[int, KeyPath], line: int) -> KeyPath:
    """Return the deepest key at or above a line of the front matter; a long value goes on below its key."""
    return next((keys[number] for number in range(line, 0, -1) if number in keys), ())


def _weight(path: KeyPath, body: StateBody, days: tuple[date, date]) -> Severity | None:
    """Return how much a mention matters: most where people are sent, less in prose; None where it is right."""
    if path and (path[0] in _NOT_LOOKED_AT or path[-1] == "portal_form"):
        return None
    sends_people = bool(path) and path[0] in _WHERE_PEOPLE_ARE_SENT
    effective, today = days
    if body.is_gone(effective):
        return Severity.ERROR if sends_people else Severity.WARNING
    return Severity.WARNING if sends_people and body.is_gone(today) else None


class FormerBodies(ProvinceRule):
    """The register of former bodies names each once, none that exists, and none as its own successor."""

    code = "ST621"
    title = Phrase(
        "Danh mục cơ quan đã giải thể không mâu thuẫn", "The register of former bodies does not contradict itself"
    )
    fact = Phrase("“{name}” {what}", "“{name}” {what_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
    remedy = Phrase("Sửa hoặc xóa dòng này trong sites/bodies.yml.", "Mend or delete it in sites/bodies.yml.")

    def check(self, examination: Examination) -> Findings:
        register = examination.province.bodies
        alive = {
            same_name(name)
            for files in examination.province.agencies
            for name in (files.agency.name, files.agency.short_name)
            if not files.agency.is_gone(examination.day)
        }
        seen: set[tuple[str, ...]] = set()
        circled: set[str] = set()
        for index, body in enumerate(register.value.bodies):
            for place_of, name in _named(index, body):
                words = same_name(name)
                wrong = _wrong_name(words, alive, seen)
                seen.add(words)
                if wrong:
                    yield self.found(register.place(*place_of), name=name, what=wrong.vi, what_en=wrong.en)
            wrong = _wrong_otherwise(body, register.value.bodies, circled)
            if wrong:
                place = register.place("bodies", index, "successor" if body.successor else "legal_basis")
                yield self.found(place, name=body.name, what=wrong.vi, what_en=wrong.en)


def _named(index: int, body: StateBody) -> Iterator[tuple[KeyPath, str]]:
    yield ("bodies", index, "name"), body.name
    for position, name in enumerate(body.also):
        yield ("bodies", index, "also", position), name


def _wrong_name(words: tuple[str, ...], alive: set[tuple[str, ...]], seen: set[tuple[str, ...]]) -> Phrase | None:
    if words in alive:
        return Phrase(
            "là tên một cơ quan đang hoạt động trong sites/", "is the name of an agency of sites/ that exists"
        )
    return Phrase("đã có trong danh mục", "stands in the register twice") if words in seen else None


def _wrong_otherwise(body: StateBody, bodies: Sequence[StateBody], circled: set[str]) -> Phrase | None:
    """What is wrong with successor or legal basis; a circle of successors is told once, and put into `circled`."""
    after = {same_name(name): other for other in bodies for name in other.names}
    passed, name = [body.name], body.successor
    while name and (other := after.get(same_name(name))):
        if other is body:
            if body.name in circled:
                break
            circled.update(passed)
            return Phrase("được kế tục bởi chính nó", "is its own successor")
        if other.name in passed:
            break
        passed.append(other.name)
        name = other.successor
    if body.legal_basis and not is_well_formed(body.legal_basis):
        return Phrase(
            f"có căn cứ “{body.legal_basis}” sai thể thức", f"has a malformed legal basis “{body.legal_basis}”"
        )
    return None


class OwnerExists(DocumentRule):
    """The owner of a document exists when it takes effect, and today."""

    code = "ST622"
    title = Phrase("Đơn vị chủ trì còn hoạt động", "The owner exists")
    fact = Phrase(
        "“{name}” đã thôi hoạt động từ {day:%d/%m/%Y}, {what}", "“{name}” no longer exists from {day}, {what_en}"
    )
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Để cơ quan kế tục chủ trì và ban hành lại tài liệu{by}.", "Let the successor own it and issue it anew{by}."
    )
    requires = READABLE | {"ST602"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        owner = owner_of(document, examination)
        last = owner.agency.valid_to if owner else None
        if owner is None or last is None or last == date.max:
            return
        after = examination.province.agency_by_id.get(owner.agency.successor or "")
        told = {
            "name": owner.agency.name,
            "day": last + timedelta(days=1),
            "by": f": {after.id}" if after else "",
        }
        effective = document.control.effective_date or examination.day
        if last < effective:
            # Of a decision that comes too late, the rules about decisions speak.
            if decision_of(document, examination) is None:
                what = {"what": "trước khi tài liệu có hiệu lực", "what_en": "before the document takes effect"}
                yield self.found(document.place("owner"), **told, **what)
        elif last < examination.day and not ended_with_its_owner(document, examination):
            what = {
                "what": "tài liệu chưa chuyển cho cơ quan khác",
                "what_en": "and nobody has taken the document over",
            }
            yield self.found(document.place("owner"), **told, **what).weighing(Severity.WARNING)


RULES: tuple[Rule, ...] = (NoFormerBody(), FormerBodies(), OwnerExists(), *former_levels.RULES)
