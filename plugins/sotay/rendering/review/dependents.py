"""Documents of a review whose forms or model changed: who must issue and adopt which of them again, and why.

Reads: changed documents whose own files are as they were.
Returns: lines of Markdown: agencies that have the same documents to decide on share one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.decision import Action
from sotay.model.phrase import Language, Phrase
from sotay.rendering.review.words import agency_names, code_words, shortened
from sotay.usecases.review.review_change import ChangedDocument

_MOST_CODES = 40
_MOST_LINES = 20
_TITLE = Phrase(
    "### Phải ban hành lại vì {codes} thay đổi ({count} tài liệu)",
    "### To be issued again because {codes} changed ({count} documents)",
)
_WHY = Phrase(
    "Tệp của các tài liệu này giữ nguyên, nhưng biểu mẫu, mô hình khung là một phần nội dung đã được phê duyệt.",
    "The files of these documents are as they were, but forms and models are a part of what was approved.",
)
_LINES = {
    Action.ISSUE: Phrase(
        "- **{agency} ban hành lại** {count} tài liệu: {codes}",
        "- **{agency} issues again** {count} documents: {codes}",
    ),
    Action.ADOPT: Phrase(
        "- **{agency} áp dụng bản mới** của {count} tài liệu: {codes}",
        "- **{agency} adopts the new version** of {count} documents: {codes}",
    ),
}
_COVERED = Phrase("- Đã có quyết định cho: {codes}", "- Already decided: {codes}")
_MORE = Phrase(" và {count} tài liệu khác", " and {count} more")


def dependent_lines(documents: Sequence[ChangedDocument], language: Language) -> Iterator[str]:
    """Yield what follows from changed forms and models; nothing where no document is made of them."""
    if not documents:
        return
    causes = sorted({code for document in documents for code in document.because})
    yield _TITLE.format(codes=_codes(causes, language), count=len(documents))(language)
    yield from (_WHY(language), "")
    said = [line for action in _LINES for line in _lines(documents, action, language)]
    yield from shortened(said, _MOST_LINES, language)
    covered = [document.code for document in documents if not document.needs]
    if covered:
        yield _COVERED.format(codes=_codes(covered, language))(language)


def _lines(documents: Sequence[ChangedDocument], action: Action, language: Language) -> Iterator[str]:
    """One line for all agencies that have the same documents to decide on."""
    together: dict[tuple[str, ...], list[str]] = {}
    for agency, codes in _by_agency(documents, action).items():
        together.setdefault(tuple(codes), []).append(agency)
    for same, agencies in together.items():
        facts = {"agency": agency_names(agencies, language), "count": len(same), "codes": _codes(same, language)}
        yield _LINES[action].format(**facts)(language)


def _by_agency(documents: Sequence[ChangedDocument], action: Action) -> dict[str, list[str]]:
    """The codes for each agency, the agencies in the order of the portal."""
    needs = [(need, document.code) for document in documents for need in document.needs if need.action is action]
    needs.sort(key=lambda pair: (pair[0].agency.order, pair[0].agency.id))
    told: dict[str, list[str]] = {}
    for need, code in needs:
        told.setdefault(need.agency.short_name, []).append(code)
    return told


def _codes(codes: Sequence[str], language: Language) -> str:
    shown = ", ".join(map(code_words, codes[:_MOST_CODES]))
    rest = len(codes) - _MOST_CODES
    return shown + (_MORE.format(count=rest)(language) if rest > 0 else "")
