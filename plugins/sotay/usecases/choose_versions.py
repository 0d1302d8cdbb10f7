"""Which two texts of a document are meant: versions that its owner's decisions issued, or the working tree.

Reads: an examined province, its history, a code, and what somebody typed for the old and the new version.
Returns: the two texts. Of several agencies the ledger of the document's owner counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from sotay.errors import BadInput
from sotay.history.ledger import Period, Standing
from sotay.model.decision import Action
from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.rules.examination import Examination
from sotay.usecases.ports import History

TREE: Final = "tree"
"""What stands for the text of the working tree."""


@dataclass(frozen=True, slots=True)
class ChosenText:
    """One of the two texts."""

    document: DocumentFile
    version: Version | None
    """The version that was asked for; None for the working tree."""
    is_issued: bool = False
    """Whether a decision issued it; if not, Git merely recorded it."""


@dataclass(frozen=True, slots=True)
class ChosenTexts:
    """What is compared with what."""

    old: ChosenText
    new: ChosenText


def choose_versions(
    examination: Examination, history: History, code: str, old: str | None, new: str | None
) -> ChosenTexts:
    """Return the texts to compare; by default the version in force, or else the last one issued, with the tree.

    Raises BadInput for an unknown code or version, for one version twice, and for a text that cannot be found.
    """
    known = _Known(examination, history, _known_code(examination, history, code))
    before, after = known.text(old or known.standing()), known.text(new or TREE)
    if before.version == after.version:
        shown = before.version or TREE
        raise BadInput(
            f"hai bản cần so sánh là một ({shown}). Nêu hai bản khác nhau; {known.vi}",
            f"both versions are the same ({shown}). Name two different ones; {known.en}",
        )
    return ChosenTexts(before, after)


def _known_code(examination: Examination, history: History, code: str) -> str:
    codes = set(examination.province.document_by_code)
    for ledger in examination.ledgers.values():
        codes |= set(ledger.codes())
    if code in codes or code in history.codes:
        return code
    near = get_close_matches(code.upper(), sorted(codes), n=3)
    raise BadInput(
        f"không có tài liệu “{code}”" + (f"; có phải là {', '.join(near)}?" if near else ". Xem mã hiệu ở đầu tệp."),
        f"there is no document “{code}”"
        + (f"; did you mean {', '.join(near)}?" if near else ". See the code at the head of its file."),
    )


class _Known:
    """The versions of a document that can be named."""

    def __init__(self, examination: Examination, history: History, code: str) -> None:
        self._examination = examination
        self._history = history
        self._code = code
        self._tree = examination.province.document_by_code.get(code)
        self._periods = _periods(examination, code, self._tree)

    def standing(self) -> str:
        """The version in force on the day, or else the last one issued."""
        last = self._periods[-1] if self._periods else None
        day = self._examination.day
        in_force = (period for period in self._periods if period.standing(day) is Standing.IN_FORCE)
        period = next(in_force, last)
        if period is None:
            raise BadInput(
                f"chưa quyết định nào ban hành {self._code}, nên không có bản để so sánh. Ban hành bằng “sotay issue”.",
                f"no decision has issued {self._code}, so there is nothing to compare. Issue it with “sotay issue”.",
            )
        return str(period.version)

    def text(self, name: str) -> ChosenText:
        """The text that a name stands for."""
        if name == TREE:
            if self._tree is None:
                raise BadInput(
                    f"{self._code} không còn trong thư mục làm việc. Nêu hai bản đã ban hành; {self.vi}",
                    f"{self._code} is no longer in the working tree. Name two issued versions; {self.en}",
                )
            return ChosenText(self._tree, None)
        # Of two decisions that issue one version, the later one says what its text is.
        period = next((p for p in reversed(self._periods) if str(p.version) == name), None)
        return self._issued(period) if period else self._recorded(name)

    def _issued(self, period: Period) -> ChosenText:
        document = self._examination.text_of(period)
        if document is None:
            version, number = period.version, period.decision.number
            raise BadInput(
                f"không tìm thấy nội dung bản {version} của {self._code} mà Quyết định số {number} đã duyệt. "
                "Tìm tệp của bản đó trong kho gốc rồi đưa vào Git; “sotay check” cho biết chỗ sai.",
                f"the text of version {version} of {self._code} that decision “{number}” approved cannot be found. "
                "Find its file in the original repository and commit it; “sotay check” says what is wrong.",
            )
        return ChosenText(document, period.version, is_issued=True)

    def _recorded(self, name: str) -> ChosenText:
        """The last text that Git recorded under a version that no decision issued."""
        recorded = [text for text in self._history.recorded(self._code) if str(text.version) == name]
        if not recorded:
            raise BadInput(f"{self._code} không có bản “{name}”; {self.vi}", f"{self._code} has no “{name}”; {self.en}")
        return ChosenText(self._history.text_of(recorded[-1]), recorded[-1].version)

    @property
    def vi(self) -> str:
        """The names that can be given, in Vietnamese."""
        return f"các bản có thể nêu: {self._names}."

    @property
    def en(self) -> str:
        """The names that can be given, in English."""
        return f"the versions are: {self._names}."

    @property
    def _names(self) -> str:
        issued = {period.version for period in self._periods}
        recorded = {text.version for text in self._history.recorded(self._code) if text.version}
        versions = map(str, sorted(issued | recorded))
        return ", ".join([*versions, TREE] if self._tree else versions)


def _periods(examination: Examination, code: str, tree: DocumentFile | None) -> tuple[Period, ...]:
    """The periods of a document at its owner: the agency that the text names, or else the one that issued it."""
    by_agency = {agency: ledger.of(code) for agency, ledger in examination.ledgers.items()}
    if tree and by_agency.get(tree.control.owner or ""):
        return by_agency[tree.control.owner or ""]
    issuers = (periods for periods in by_agency.values() if any(p.action is Action.ISSUE for p in periods))
    return next(issuers, ()) or next(filter(None, by_agency.values()), ())
