"""ST223, ST224: an agency decides while it exists, about what concerns it, and adopts what is still in force."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.history.ledger import Period, Standing
from sotay.model.agency import Agency
from sotay.model.decision import Action, Decision
from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Level
from sotay.model.province import AgencyFiles, FileOf, Province
from sotay.model.source import KeyPath
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings

_ADOPTION = Phrase("Thông tư 26/2014/TT-BKHCN, Điều 7", "Circular 26/2014/TT-BKHCN, Article 7")
_LEVELS = {
    Level.MINISTRY: Phrase("cấp bộ", "ministry"),
    Level.PROVINCE: Phrase("cấp tỉnh", "province"),
    Level.DISTRICT: Phrase("cấp huyện", "district"),
    Level.COMMUNE: Phrase("cấp xã", "commune"),
    Level.OTHER: Phrase("cơ quan khác", "other"),
}


class WhoseConcern(DecisionRule):
    """An agency that exists decides, about documents that concern it."""

    code = "ST223"
    title = Phrase("Cơ quan chỉ quyết định về tài liệu của mình", "An agency decides only about what concerns it")
    fact = Phrase("{what}", "{what_en}")
    basis = _ADOPTION
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")
    requires = READABLE | {"ST212", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        if agency.file.is_faulty:
            return
        for key, what, what_to_do in _out_of_time(file.value, agency.agency):
            yield self.of(file, (key,), what, what_to_do)
        for index, item in enumerate(file.value.documents):
            document = examination.document_of(item)
            if item.action is not Action.ADOPT or document is None or document.source.problems:
                continue
            if _is_own_of_another(document, agency, examination.province):
                yield self.of(file, ("documents", index), *_of_another(document))
            elif not _takes_part(document, agency.agency):
                finding = self.of(file, ("documents", index), *_of_other_levels(document, agency.agency))
                yield finding.weighing(Severity.WARNING)

    def of(self, file: FileOf[Decision], path: KeyPath, what: Phrase, what_to_do: Phrase) -> Finding:
        """Make the finding at a key."""
        facts = {"what": what.vi, "what_en": what.en, "what_to_do": what_to_do.vi, "what_to_do_en": what_to_do.en}
        return self.found(file.place(*path), **facts)


class AdoptedVersionInForce(DecisionRule):
    """What an agency adopts is still in force at its owner on the day of adoption."""

    code = "ST224"
    title = Phrase("Bản áp dụng còn hiệu lực ở cơ quan chủ trì", "An adopted version is still in force at its owner")
    fact = Phrase(
        "{code} bản {version} ở cơ quan chủ trì chỉ có hiệu lực đến hết ngày {ended:%d/%m/%Y}, {how}; "
        "quyết định này áp dụng từ ngày {day:%d/%m/%Y}",
        "at its owner {code} version {version} was in force to {ended} only, {how_en}; "
        "this decision adopts it from {day}",
    )
    basis = _ADOPTION
    remedy = Phrase(
        "Áp dụng bản đang có hiệu lực ở cơ quan chủ trì ngày đó{now}.",
        "Adopt the version that is in force at its owner on that day{now_en}.",
    )
    requires = READABLE | {"ST211", "ST212", "ST213", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        day, province = file.value.effective_date, examination.province
        for index, item in enumerate(file.value.documents):
            document = examination.document_of(item)
            ledger = examination.ledgers.get((document.control.owner if document else None) or "")
            if item.action is not Action.ADOPT or ledger is None or province.is_uncertain(item.code):
                continue
            issued = [p for p in ledger.of(item.code) if (p.version, p.fingerprint) == (item.version, item.fingerprint)]
            # A temporary version that ends before it begins is a finding of its own.
            started = [p for p in issued if p.starts <= day and not (p.is_void and p.lapses)]
            if not started or any(p.standing(day) is Standing.IN_FORCE for p in started):
                continue
            last, now = started[-1], ledger.in_force(item.code, day)
            how = _how_it_ended(last)
            if last.ends:
                yield self.found(
                    file.place("documents", index),
                    code=item.code,
                    version=item.version,
                    ended=last.ends,
                    day=day,
                    how=how.vi,
                    how_en=how.en,
                    now=f": bản {now.version}" if now else "",
                    now_en=f": version {now.version}" if now else "",
                )


def _how_it_ended(period: Period) -> Phrase:
    if period.ended_by is None:
        return Phrase("là ngày cuối của bản tạm thời", "the last day of a temporary version")
    number = period.ended_by.number
    if period.withdrawn:
        return Phrase(f"sau đó bị bãi bỏ theo quyết định {number}", f"then withdrawn by decision {number}")
    return Phrase(f"sau đó được thay thế theo quyết định {number}", f"then replaced by decision {number}")


def _out_of_time(decision: Decision, agency: Agency) -> Iterator[tuple[str, Phrase, Phrase]]:
    """Yield the day of a decision on which the agency did not exist yet, or no more."""
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        return
    for key, words, day in (
        ("date", Phrase("ký", "signed"), decision.date),
        ("effective_date", Phrase("có hiệu lực", "in force"), decision.effective_date),
    ):
        bound = Phrase("", "")
        if agency.valid_from and day < agency.valid_from:
            bound = Phrase(f"hoạt động từ ngày {agency.valid_from:%d/%m/%Y}", f"exists from {agency.valid_from} on")
        elif agency.valid_to and agency.valid_to < day:
            bound = Phrase(
                f"chỉ hoạt động đến hết ngày {agency.valid_to:%d/%m/%Y}", f"existed to {agency.valid_to} only"
            )
        if bound.vi:
            yield (
                key,
                Phrase(
                    f"quyết định {words.vi} ngày {day:%d/%m/%Y} nhưng “{agency.id}” {bound.vi}",
                    f"the decision is {words.en} on {day}, but “{agency.id}” {bound.en}",
                ),
                Phrase(
                    f"Sửa “{key}”, hoặc “valid_from”, “valid_to” trong agency.yml; "
                    "việc của cơ quan đã thôi hoạt động do cơ quan kế tục quyết định",
                    f"Mend “{key}”, or “valid_from” and “valid_to” in agency.yml; "
                    "what an agency that is no more would decide is for its successor",
                ),
            )
            return


def _is_own_of_another(document: DocumentFile, agency: AgencyFiles, province: Province) -> bool:
    """Whether it is no shared document of the library, but one of an agency that is not above this one."""
    folders = document.source.path.split("/")
    if folders[0] != "sites" or folders[1] == agency.id:
        return False
    above: set[str] = set()
    parent = agency.agency.parent
    while parent and parent not in above:
        above.add(parent)
        files = province.agency_by_id.get(parent)
        parent = files.agency.parent if files else None
    return folders[1] not in above


def _of_another(document: DocumentFile) -> tuple[Phrase, Phrase]:
    owner = document.source.path.split("/")[1]
    return (
        Phrase(
            f"{document.code} là tài liệu riêng của “{owner}”, không phải tài liệu dùng chung",
            f"{document.code} is a document of “{owner}” alone, not one of the shared library",
        ),
        Phrase(
            f"Bỏ mục này và ban hành tài liệu của chính cơ quan; nếu dùng chung thì {owner} chuyển tệp vào procedures/",
            f"Delete the item and issue a document of your own; if it is to be shared, {owner} moves it to procedures/",
        ),
    )


def _takes_part(document: DocumentFile, agency: Agency) -> bool:
    """Whether a procedure is for an agency's level, or has a step there; other documents are for all."""
    levels = document.control.levels
    return not levels or agency.level in levels or any(step.agency == agency.id for step in document.control.steps)


def _of_other_levels(document: DocumentFile, agency: Agency) -> tuple[Phrase, Phrase]:
    levels = [_LEVELS[level] for level in document.control.levels]
    vi, en = ", ".join(level.vi for level in levels), ", ".join(level.en for level in levels)
    own = _LEVELS[agency.level]
    return (
        Phrase(
            f"{document.code} chỉ thực hiện ở {vi}; cơ quan này thuộc {own.vi} và không có tên ở bước nào",
            f"{document.code} is carried out at level {en} only; this agency is of level {own.en} and has no step",
        ),
        Phrase(
            "Bỏ mục này, hoặc đề nghị cơ quan chủ trì bổ sung “levels” hay bước do cơ quan này làm",
            "Delete the item, or ask the owner to add the level to “levels” or the step that this agency does",
        ),
    )
