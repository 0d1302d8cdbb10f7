"""A review as Markdown for a pull request: what changes, whom it touches, what must be decided next.

What matters stands in the first lines; the whole redline is folded below each document.
Reads: a review.
Returns: Markdown of GitHub and GitLab, short enough for a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sotay.model.finding import Severity
from sotay.model.phrase import Language, Phrase
from sotay.rendering.redline.markdown import LONGEST
from sotay.rendering.review.dependents import dependent_lines
from sotay.rendering.review.documents import document_lines, folded_redline
from sotay.rendering.review.findings import finding_items
from sotay.rendering.review.words import code_words, decision_words, shortened, text_words
from sotay.usecases.review.changed_files import ChangedFile
from sotay.usecases.review.changed_terms import ChangedTerms
from sotay.usecases.review.review_change import ChangedDecision, ChangedDocument, ChangeKind, Review

_MOST_FILES = 10
_MOST_DECISIONS = 20
_MOST_TERMS = 20
_MOST_DETAILS = 8
_ROOM_FOR_REST = 200

_TITLE = Phrase("## Rà soát thay đổi so với {reference}", "## Review of changes against {reference}")
_NOTHING = Phrase(
    "Không có thay đổi nào về tài liệu, quyết định, danh mục.", "No document, decision or register changes."
)
_COUNTS = Phrase(
    "{documents} tài liệu, {agencies} cơ quan liên quan, {findings} lỗi và cảnh báo mới.",
    "Documents: {documents}; agencies concerned: {agencies}; new errors and warnings: {findings}.",
)
_MENDED = Phrase(" Không còn {count} lỗi, cảnh báo cũ.", " Errors and warnings that are gone: {count}.")
_FAULTY = Phrase(
    "**Chú ý:** có tệp chưa đọc được hết: {files}. Những điều nêu dưới đây có thể thiếu hoặc chưa đúng; "
    "sửa tệp rồi rà soát lại.",
    "**Note:** files that could not be read as a whole: {files}. What is said below may be incomplete or wrong; "
    "mend them, then review again.",
)
_LEFT_OUT = Phrase(
    "… còn {count} tài liệu không nêu ở đây vì bản rà soát quá dài.",
    "… {count} more documents, left out because this review is too long.",
)
_NOT_FOLDED = Phrase(
    "Từng chỗ sửa của {count} tài liệu không nêu ở đây vì quá dài; xem bằng “sotay diff”.",
    "The redlines of {count} documents are left out because they are too long; see them with “sotay diff”.",
)
_TERMS = Phrase("### Quy định riêng của cơ quan", "### Own terms of agencies")
_TERM = Phrase("- {agency}, {code} {title}: {changes}", "- {agency}, {code} {title}: {changes}")
_WRITTEN = Phrase("chỉ đổi cách ghi", "only written otherwise")
_PERMITTED = Phrase(". Đã có quyết định: {decisions}", ". Decided: {decisions}")
_UNPERMITTED = Phrase(
    ". **Còn thiếu quyết định** của {agency} cho phép quy định này",
    ". **A decision still to be taken** by {agency} that permits these terms",
)
_GIVEN_UP = Phrase(
    ". Quyết định vẫn cho phép quy định đã bỏ: {decisions}", ". Still permitted though given up, by: {decisions}"
)
_DECISIONS = Phrase("### Quyết định kèm theo", "### Decisions that come with it")
_DECISION = Phrase("- {agency}: {decision}: {count} tài liệu", "- {agency}: {decision}: {count} documents")
_FINDINGS = Phrase("### Lỗi, cảnh báo, gợi ý mới", "### New findings")
_FILES = Phrase("### Tệp khác", "### Other files")


def review_markdown(review: Review, language: Language) -> str:
    """Return the review; document text in it can neither format nor mention nor link anything."""
    head = [_TITLE.format(reference=code_words(review.reference))(language), *_summary(review, language)]
    own = [document for document in review.documents if document.kind is not ChangeKind.FOLLOWS]
    follow = [document for document in review.documents if document.kind is ChangeKind.FOLLOWS]
    tail = [
        *_section("", dependent_lines(follow, language)),
        *_section(_TERMS(language), shortened([*_terms(review.terms, language)], _MOST_TERMS, language)),
        *_section(_DECISIONS(language), shortened([*_decisions(review, language)], _MOST_DECISIONS, language)),
        *_section(_FINDINGS(language), finding_items(review.new_findings, language)),
        *_section(_FILES(language), shortened([*_files(review.other_files)], _MOST_FILES, language)),
    ]
    room = LONGEST - _length([*head, *tail])
    return "\n".join(_fitting([*head, *_documents(own, room, language), *tail])) + "\n"


def _summary(review: Review, language: Language) -> Iterator[str]:
    if review.faulty:
        files = ", ".join(map(code_words, review.faulty[:_MOST_FILES]))
        yield from ("", _FAULTY.format(files=files)(language), "")
    if not (review.documents or review.terms or review.decisions or review.other_files):
        yield _NOTHING(language)
        return
    weighty = [finding for finding in review.new_findings if finding.severity is not Severity.ADVICE]
    counts = {"documents": len(review.documents), "agencies": len(review.agencies), "findings": len(weighty)}
    mended = _MENDED.format(count=review.mended)(language) if review.mended else ""
    yield _COUNTS.format(**counts)(language) + mended


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = [*lines]
    return ["", *([title] if title else []), *found] if found else []


def _documents(documents: Sequence[ChangedDocument], room: int, language: Language) -> Iterator[str]:
    """What is said of each document, as far as there is room; redlines in what room is left then."""
    told: list[tuple[ChangedDocument, list[str]]] = []
    room -= 2 * _ROOM_FOR_REST
    for document in documents:
        lines = ["", *document_lines(document, language)]
        room -= _length(lines)
        if room < 0:
            break
        told.append((document, lines))
    not_folded = 0
    for document, lines in told:
        yield from lines
        fold = folded_redline(document.redline, language)
        if _length(fold) <= room:
            room -= _length(fold)
            yield from fold
        else:
            not_folded += 1
    if len(told) < len(documents):
        yield from ("", _LEFT_OUT.format(count=len(documents) - len(told))(language))
    if not_folded:
        yield from ("", _NOT_FOLDED.format(count=not_folded)(language))


def _fitting(lines: Sequence[str]) -> Iterator[str]:
    """As many lines as a comment may have, should a file be made of nothing but the longest of everything."""
    room = LONGEST
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _terms(terms: Iterable[ChangedTerms], language: Language) -> Iterator[str]:
    for changed in terms:
        agency = text_words(changed.agency.short_name)
        said = "; ".join(text_words(c.sentence) for c in changed.changes[:_MOST_DETAILS]) or _WRITTEN(language)
        line = _TERM.format(
            agency=agency, code=code_words(changed.code), title=text_words(changed.title), changes=said
        )(language)
        for form, decisions in ((_PERMITTED, changed.permitted_by), (_GIVEN_UP, changed.given_up)):
            if decisions:
                line += form.format(decisions="; ".join(decision_words(d, language) for d in decisions))(language)
        yield line + (_UNPERMITTED.format(agency=agency)(language) if changed.lacks_decision else "") + "."


def _decisions(review: Review, language: Language) -> Iterator[str]:
    for change in review.decisions:
        yield _decision(change, language)


def _decision(change: ChangedDecision, language: Language) -> str:
    return _DECISION.format(
        agency=text_words(change.agency.short_name),
        decision=decision_words(change.decision, language),
        count=len(change.decision.documents),
    )(language)


def _files(files: Iterable[ChangedFile]) -> Iterator[str]:
    for file in files:
        shown = ", ".join(map(text_words, file.details[:_MOST_DETAILS]))
        more = " …" if len(file.details) > _MOST_DETAILS else ""
        yield f"- {code_words(file.path)}" + (f": {shown}{more}" if shown else "")
