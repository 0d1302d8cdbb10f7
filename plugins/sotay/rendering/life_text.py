"""The life of a document as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.history.ledger import Period
from sotay.history.timeline import RecordedText
from sotay.model.phrase import Language, Phrase
from sotay.rendering.findings.text import harmless
from sotay.rendering.standing_words import STANDINGS
from sotay.text.wording import day_words
from sotay.usecases.document_life import DocumentLife, Draft, InForce, IssuedVersion


def history_text(life: DocumentLife, language: Language) -> str:
    """Return the whole life: versions by date of effect, then what was never issued."""
    lines = [" ".join(line.split("\n")) for line in _lines(life, language)]
    return harmless("\n".join(lines) + "\n")


def _lines(life: DocumentLife, language: Language) -> Iterator[str]:
    yield f"{life.code}  {life.title or ''}".rstrip()
    yield _FILE.format(path=life.path)(language) if life.path else _GONE(language)
    if not life.versions:
        yield ""
        yield _NEVER(language)
    for version in life.versions:
        yield ""
        yield from _version(version, language)
    for draft in life.drafts:
        yield ""
        yield from _draft(draft, language)


def _version(version: IssuedVersion, language: Language) -> Iterator[str]:
    period = version.issued.period
    standing = STANDINGS[version.issued.standing]
    yield _VERSION.format(version=period.version, standing=standing(language))(language)
    yield "  " + _in_force(version.issued, _ISSUED, language)
    if period.ended_by:
        ended = _WITHDRAWN if period.withdrawn else _REPLACED
        yield "  " + ended.format(
            number=period.ended_by.number, day=day_words(period.ended_by.effective_date, language)
        )(language)
    if version.document and version.document.control.changes:
        yield "  " + _CHANGES.format(changes=version.document.control.changes)(language)
    yield "  " + _FINGERPRINT.format(fingerprint=period.fingerprint or "–")(language)
    yield "  " + (_recorded(version.recorded, language) if version.document else _LOST(language))
    for adopted in version.adopted:
        yield "  " + _in_force(adopted, _ADOPTED, language)


def _draft(draft: Draft, language: Language) -> Iterator[str]:
    version = draft.document.version
    yield (_DRAFT.format(version=version) if version else _DRAFT_WITHOUT)(language)
    yield "  " + _recorded(draft.recorded, language)


def _in_force(held: InForce, said: Phrase, language: Language) -> str:
    decision = held.period.decision
    day, span = day_words(decision.date, language), _span(held.period, language)
    return said.format(number=decision.number, day=day, agency=held.agency.name, span=span)(language)


def _span(period: Period, language: Language) -> str:
    starts = day_words(period.starts, language)
    if period.ends is None:
        return _FROM.format(starts=starts)(language)
    return _FROM_TO.format(starts=starts, ends=day_words(period.ends, language))(language)


def _recorded(recorded: RecordedText | None, language: Language) -> str:
    if recorded is None:
        return _UNRECORDED(language)
    commit = recorded.commit
    day = day_words(commit.day, language)
    return _RECORDED.format(id=commit.short, day=day, author=commit.author, subject=commit.subject)(language)


_FILE = Phrase("Tệp: {path}", "File: {path}")
_GONE = Phrase("Tệp không còn trong kho.", "The file is no longer in the repository.")
_NEVER = Phrase("Chưa có bản nào được ban hành.", "No version was ever issued.")
_VERSION = Phrase("Bản {version}: {standing}", "Version {version}: {standing}")
_ISSUED = Phrase(
    "Ban hành: quyết định {number} ngày {day} của “{agency}”, có hiệu lực {span}",
    "Issued: decision {number} of {day} of “{agency}”, in force {span}",
)
_ADOPTED = Phrase(
    "Áp dụng: quyết định {number} ngày {day} của “{agency}”, có hiệu lực {span}",
    "Adopted: decision {number} of {day} of “{agency}”, in force {span}",
)
_REPLACED = Phrase(
    "Thay thế: quyết định {number}, từ ngày {day}",
    "Superseded: decision {number}, from {day}",
)
_WITHDRAWN = Phrase("Bãi bỏ: quyết định {number}, từ ngày {day}", "Withdrawn: decision {number}, from {day}")
_CHANGES = Phrase("Nội dung sửa đổi: “{changes}”", "Changes: “{changes}”")
_FINGERPRINT = Phrase("Dấu vân tay: {fingerprint}", "Fingerprint: {fingerprint}")
_RECORDED = Phrase(
    "Ghi nhận: {id} ngày {day}, “{author}”: “{subject}”",
    "Recorded: {id} on {day}, “{author}”: “{subject}”",
)
_UNRECORDED = Phrase(
    "Ghi nhận: chưa; nội dung này mới có trong thư mục làm việc",
    "Recorded: not yet; only the working tree has this text",
)
_LOST = Phrase(
    "Ghi nhận: không tìm thấy nội dung có dấu vân tay này",
    "Recorded: no text with this fingerprint was found",
)
_DRAFT = Phrase("Dự thảo {version}: không quyết định nào ban hành", "Draft {version}: no decision issues it")
_DRAFT_WITHOUT = Phrase(
    "Dự thảo không ghi bản: không quyết định nào ban hành", "Draft without a version: no decision issues it"
)
_FROM = Phrase("từ ngày {starts}", "from {starts}")
_FROM_TO = Phrase("từ ngày {starts} đến hết ngày {ends}", "from {starts} to {ends}")
