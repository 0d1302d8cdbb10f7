"""The documents of a review in Markdown: what changed in words, who applies it, which decisions are missing.

Reads: changed documents.
Returns: for each its lines, and apart from them the whole redline, for which there may be no room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sotay.model.decision import Action
from sotay.model.phrase import Language, Phrase
from sotay.redline.changes import Fate, FieldChange, Redline
from sotay.rendering.redline.labels import VersionNames, version_names
from sotay.rendering.redline.markdown import redline_markdown
from sotay.rendering.review.words import agency_names, code_words, decision_words, shortened, text_words
from sotay.usecases.review.needed_decisions import Need
from sotay.usecases.review.review_change import ChangedDocument, ChangeKind

_MOST_FACTS = 12
_LONGEST_REDLINE = 8_000
_FORMAL = frozenset({"access", "owner", "kind", "valid_to", "replaces"})
"""Facts that are no citizen's business, but change who may see a document, who answers for it, or until when."""

_KINDS = {
    ChangeKind.ADDED: Phrase("tài liệu mới", "new document"),
    ChangeKind.REMOVED: Phrase("xóa tài liệu", "document removed"),
    ChangeKind.CHANGED: Phrase("sửa nội dung", "content changed"),
    ChangeKind.MOVED: Phrase("chỉ chuyển tệp, nội dung giữ nguyên", "file moved, content unchanged"),
    ChangeKind.LAYOUT: Phrase(
        "chỉ đổi cách trình bày, nội dung giữ nguyên; không cần quyết định",
        "only the layout changed; no decision is needed",
    ),
    ChangeKind.UNREAD: Phrase("tệp hỏng, không so sánh được", "file damaged, cannot be compared"),
}
_UNREAD = Phrase(
    "Tệp trước hoặc sau thay đổi không đọc được hết, nên chưa thể nói nội dung nào đổi. "
    "Sửa lỗi của tệp rồi rà soát lại.",
    "Before or after the change the file cannot be read as a whole, so nothing can be said of its content. "
    "Mend the file, then review again.",
)
_BECAUSE = Phrase(
    "Biểu mẫu, mô hình khung của tài liệu này cũng đổi: {codes}.", "Forms or models it is made of changed too: {codes}."
)
_APPLIED = Phrase("Cơ quan đang áp dụng: {agencies}.", "Applied by: {agencies}.")
_ISSUED = Phrase("Đã có quyết định: {decision}.", "Decided: {decision}.")
_NEEDED = Phrase("**Còn thiếu quyết định:** {needs}.", "**Decisions still to be taken:** {needs}.")
_ISSUE = Phrase("{agency} ban hành bản {version}", "{agency} issues version {version}")
_ISSUE_NEXT = Phrase(
    "{agency} ban hành bản mới (tăng “version” sau bản {above})",
    "{agency} issues a new version (raise “version” above {above})",
)
_ISSUE_FIRST = Phrase("{agency} ban hành (ghi “version” trước)", "{agency} issues it (state its “version” first)")
_ADOPT = Phrase("{agency} áp dụng bản mới", "{agency} adopt the new version")
_WITHDRAW = Phrase("{agency} bãi bỏ", "{agency} withdraws it")
_WHOLE = Phrase("Xem từng chỗ sửa", "See every change")
_BEFORE = "{name} trước thay đổi"
_AFTER = "{name} sau thay đổi"


def document_lines(document: ChangedDocument, language: Language) -> Iterator[str]:
    """Yield what is said of a document, its whole redline apart."""
    yield f"### {code_words(document.code)} {text_words(document.title)} ({_KINDS[document.kind](language)})"
    if document.kind is ChangeKind.UNREAD:
        yield "- " + _UNREAD(language)
    if document.redline:
        said = [f"- {text_words(change.sentence)}" for change in document.redline.fields if _is_said(change)]
        yield from shortened(said, _MOST_FACTS, language)
    if document.kind in (ChangeKind.LAYOUT, ChangeKind.MOVED, ChangeKind.UNREAD):
        return
    if document.because:
        yield "- " + _BECAUSE.format(codes=", ".join(map(code_words, document.because)))(language)
    if document.applied_by:
        names = agency_names([agency.short_name for agency in document.applied_by], language)
        yield "- " + _APPLIED.format(agencies=names)(language)
    if document.issued_by:
        yield "- " + _ISSUED.format(decision=decision_words(document.issued_by, language))(language)
    if document.needs:
        yield "- " + _NEEDED.format(needs="; ".join(_needs(document.needs, language)))(language)


def folded_redline(redline: Redline | None, language: Language) -> Sequence[str]:
    """Return the whole redline, closed until somebody opens it; nothing where all of it is said already."""
    if redline is None or not _has_more(redline):
        return ()
    said = redline_markdown(redline, _names(redline), longest=_LONGEST_REDLINE).rstrip("\n")
    return ("", "<details>", f"<summary>{_WHOLE(language)}</summary>", "", said, "", "</details>")


def _names(redline: Redline) -> VersionNames:
    """Two texts with one number are told apart by when they were."""
    names = version_names(redline)
    if redline.old_version != redline.new_version:
        return names
    return VersionNames(_BEFORE.format(name=names.old), _AFTER.format(name=names.new))


def _is_said(change: FieldChange) -> bool:
    return change.matters or change.field in _FORMAL


def _has_more(redline: Redline) -> bool:
    """Whether there is more to see than the sentences above: changes of the text, or facts for which no room was."""
    said = [change for change in redline.fields if _is_said(change)]
    controls = {"version", "changes", "decision", "approved_date", "effective_date"}
    hidden = [change for change in redline.fields if change not in said and change.field not in controls]
    is_changed = any(change.fate is not Fate.KEPT for change in redline.blocks)
    return bool(hidden) or len(said) > _MOST_FACTS or is_changed


def _needs(needs: Iterable[Need], language: Language) -> Iterator[str]:
    """What is to be decided: the owner's part, then all that adopt or withdraw together."""
    needs = tuple(needs)
    for need in needs:
        if need.action is Action.ISSUE:
            form = _ISSUE if need.version else _ISSUE_NEXT if need.above else _ISSUE_FIRST
            agency = text_words(need.agency.short_name)
            yield form.format(agency=agency, version=need.version, above=need.above)(language)
    for action, form in ((Action.ADOPT, _ADOPT), (Action.WITHDRAW, _WITHDRAW)):
        names = [need.agency.short_name for need in needs if need.action is action]
        if names:
            yield form.format(agency=agency_names(names, language))(language)
