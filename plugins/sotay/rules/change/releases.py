"""ST308, ST310: a release that the province vouched for stays in its history, and its record stays as it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sotay.history.commit_standing import CommitStanding
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import FileOf
from sotay.model.release import Release
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule

_RECORDS = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")


class ReleaseStaysInHistory(ProvinceRule):
    """The commit of every recorded release leads to what is checked out; else history was rewritten."""

    code = "ST308"
    title = Phrase("Lịch sử vẫn đi qua mọi bản phát hành đã ghi sổ", "History is not rewritten under a known release")
    fact = Phrase(
        "lịch sử đã bị viết lại: bản phát hành ngày {day:%d/%m/%Y} lập từ phiên bản {commit}, "
        "mà phiên bản này không còn dẫn đến phiên bản đang mở",
        "history was rewritten: the release of {day} was made of the commit {commit}, "
        "which no longer leads to what is checked out",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.1 b, 7.5.3.2")
    remedy = Phrase(
        "Lấy lại nhánh có phiên bản {commit} từ một bản sao khác của kho rồi làm tiếp trên nhánh đó; "
        "không xóa sổ phát hành này. Bật bảo vệ nhánh để không ai ghi đè lịch sử.",
        "Get the branch with the commit {commit} back from another copy of the repository and go on from there; "
        "do not delete this record. Protect the branch, so that nobody can overwrite its history.",
    )

    def check(self, examination: Examination) -> Findings:
        for file in examination.province.releases:
            standing = examination.standings.get(file.value.commit, CommitStanding.IN_HISTORY)
            if standing is CommitStanding.IN_HISTORY or file.source.refuses("commit"):
                continue
            told = {"day": file.value.as_of, "commit": file.value.commit[:12]}
            finding = self.found(file.place("commit"), **told)
            yield finding if standing is not CommitStanding.UNKNOWN else _cut_off(finding, told)


def _cut_off(finding: Finding, told: Mapping[str, object]) -> Finding:
    """In a clone that was cut off nobody can tell, and nothing is guessed."""
    return replace(finding, fact=_UNKNOWN.format(**told), remedy=_UNSHALLOW).weighing(Severity.WARNING)


_UNKNOWN = Phrase(
    "chưa xét được lịch sử có bị viết lại không: kho chỉ được lấy về một phần, "
    "không thấy phiên bản {commit} của bản phát hành ngày {day:%d/%m/%Y}",
    "whether history was rewritten cannot be told: the clone was cut off "
    "before the commit {commit} of the release of {day}",
)
_UNSHALLOW = Phrase(
    "Lấy đủ lịch sử bằng “git fetch --unshallow” (trong CI: fetch-depth: 0) rồi kiểm tra lại.",
    "Fetch the whole history by “git fetch --unshallow” (in CI: fetch-depth: 0) and check again.",
)


class ReleaseRecordStays(ProvinceRule):
    """A record of a release is never edited or removed: by it the release is known again."""

    code = "ST310"
    title = Phrase("Sổ phát hành đã ghi thì không sửa, không xóa", "A record of a release is not edited or removed")
    fact = Phrase(
        "sổ của bản phát hành ngày {day:%d/%m/%Y} {what} so với {reference}",
        "the record of the release of {day} {what_en} against {reference}",
    )
    basis = _RECORDS
    remedy = Phrase(
        "Khôi phục {path} như ở {reference}; bản phát hành khác thì ghi thành sổ khác bằng “sotay build --record”.",
        "Restore {path} as it is at {reference}; record another release by “sotay build --record”.",
    )

    def check(self, examination: Examination) -> Findings:
        recorded = examination.recorded
        now = {file.source.path: file for file in examination.province.releases}
        lost = {source.path for source in examination.province.unreadable if source.problems}
        for before in recorded.releases if recorded else ():
            path = before.source.path
            file = now.get(path)
            if before.is_faulty or path in lost or (file and (file.value == before.value or file.is_faulty)):
                continue
            what = _EDITED if file else _REMOVED
            place = _place_of_change(file, before) if file else Place("sites/province.yml", 1)
            yield self.found(
                place,
                day=before.value.as_of,
                what=what.vi,
                what_en=what.en,
                path=path,
                reference=recorded.reference if recorded else "",
            )


_EDITED = Phrase("đã bị sửa", "was edited")
_REMOVED = Phrase("đã bị xóa", "was removed")


def _place_of_change(file: FileOf[Release], before: FileOf[Release]) -> Place:
    key = next(key for key in Release.model_fields if getattr(file.value, key) != getattr(before.value, key))
    return file.place(key)


RULES = (ReleaseStaysInHistory(), ReleaseRecordStays())
