"""ST130–ST139: how the province applies the rules, and what an author asks to be let off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from sotay.markup.allowances import Allowance, read_allowances
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import ProvinceSettings, RulePolicy
from sotay.model.source import Place, Source
from sotay.rules.easing.leeway import may_be_lowered, may_spare_older_documents, weight
from sotay.rules.examination import Examination
from sotay.rules.rule import AgencyRule, DecisionRule, Findings, ProvinceRule, Rule, SourceRule
from sotay.rules.words.suggestion import did_you_mean

_BASIS = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")


@cache
def rules_by_code() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    from sotay.rules.catalogue import RULES as EVERY_RULE  # noqa: PLC0415 - the catalogue lists this module, too

    return {rule.code: rule for rule in EVERY_RULE}


class KnownRule(ProvinceRule):
    """A policy names a rule that there is."""

    code = "ST130"
    title = Phrase("Chính sách nêu quy tắc có thật", "A policy names a rule that exists")
    fact = Phrase("không có quy tắc “{rule}”{hint}", "there is no rule “{rule}”{hint_en}")
    basis = _BASIS
    remedy = Phrase(
        "Sửa mã quy tắc ở “rules”; lệnh “sotay rule” liệt kê mọi quy tắc.",
        "Mend the code under “rules”; “sotay rule” lists all rules.",
    )

    def check(self, examination: Examination) -> Findings:
        settings, known = examination.province.settings, rules_by_code()
        for index, policy in enumerate(settings.value.rules):
            if policy.rule not in known:
                place = settings.place("rules", index, "rule")
                yield self.found(place, rule=policy.rule, **did_you_mean(policy.rule, known))


class SoundPolicy(ProvinceRule):
    """A policy lowers only what may be lowered, says it once, and changes something."""

    code = "ST131"
    title = Phrase("Chính sách hợp lệ và có tác dụng", "A policy is allowed and has an effect")
    fact = Phrase("chính sách về {rule}: {fault}", "the policy on {rule}: {fault_en}")
    basis = _BASIS
    remedy = Phrase("Sửa hoặc xóa mục này ở “rules”.", "Mend or delete this item under “rules”.")

    def check(self, examination: Examination) -> Findings:
        settings, known = examination.province.settings, rules_by_code()
        seen: set[str] = set()
        for index, policy in enumerate(settings.value.rules):
            rule = known.get(policy.rule)
            place = settings.place("rules", index, "rule")
            if rule and policy.rule in seen:
                yield self.found(place, rule=rule.code, fault=_TWICE.vi, fault_en=_TWICE.en)
            elif rule:
                for fault, severity in _faults(policy, rule):
                    found = self.found(place, rule=rule.code, fault=fault.vi, fault_en=fault.en)
                    yield found.weighing(severity)
            seen.add(policy.rule)


_TWICE = Phrase("đã có một mục ở trên cho quy tắc này", "an item above is already about this rule")
_LOWERED = Phrase("quy tắc này không được hạ mức", "this rule may not weigh less")
_DEFERRED = Phrase("quy tắc này không được gia hạn", "there is no period of grace for this rule")
_SPARED = Phrase("quy tắc này áp dụng cho mọi tài liệu, không kể ngày", "this rule holds for documents of every day")
_EMPTY = Phrase("không đổi gì, vì thiếu “severity”, “applies_from” và “grace_until”", "it states nothing to be changed")
_SAME = Phrase("đây đã là mức của quy tắc", "this is the severity of the rule anyway")
_NO_ERROR = Phrase(
    "gia hạn chỉ có tác dụng với lỗi, mà đây là {severity}", "grace is for errors, and this is {severity_en}"
)
_NO_DOCUMENT = Phrase(
    "“applies_from” chỉ có tác dụng với quy tắc về tài liệu", "“applies_from” is for rules about documents"
)
_TOO_EARLY = Phrase("gia hạn kết thúc trước ngày bắt đầu áp dụng", "the grace ends before the rule begins to apply")
_CALLED = {
    Severity.ERROR: ("lỗi", "an error"),
    Severity.WARNING: ("cảnh báo", "a warning"),
    Severity.ADVICE: ("gợi ý", "advice"),
}


def _faults(policy: RulePolicy, rule: Rule) -> Iterator[tuple[Phrase, Severity]]:
    """What is refused is an error; what has no effect is a warning."""
    lowers = policy.severity is not None and weight(policy.severity) < weight(rule.severity)
    severity = policy.severity or rule.severity
    starts, ends = policy.applies_from, policy.grace_until
    if lowers and not may_be_lowered(rule.code):
        yield _LOWERED, Severity.ERROR
    if starts and not may_spare_older_documents(rule.code):
        yield _SPARED, Severity.ERROR
    elif starts and isinstance(rule, (AgencyRule, DecisionRule)):
        yield _NO_DOCUMENT, Severity.WARNING
    if ends and not may_be_lowered(rule.code):
        yield _DEFERRED, Severity.ERROR
    elif ends and severity is not Severity.ERROR:
        vi, en = _CALLED[severity]
        yield _NO_ERROR.format(severity=vi, severity_en=en), Severity.WARNING
    elif starts and ends and ends < starts:
        yield _TOO_EARLY, Severity.WARNING
    if not (policy.severity or starts or ends):
        yield _EMPTY, Severity.WARNING
    elif policy.severity is rule.severity and not (starts or ends):
        yield _SAME, Severity.WARNING


class GraceOver(ProvinceRule):
    """A period of grace that is over leaves the file."""

    code = "ST132"
    severity = Severity.WARNING
    title = Phrase("Hết gia hạn thì bỏ khỏi tệp", "A period of grace that is over is removed")
    fact = Phrase(
        "gia hạn của {rule} đã hết ngày {ended:%d/%m/%Y}; từ đó mỗi lỗi {rule} lại chặn công bố",
        "the grace for {rule} ended on {ended}; since then its errors stop publication again",
    )
    basis = _BASIS
    remedy = Phrase("Xóa “grace_until”, hoặc cả mục nếu không còn gì khác.", "Delete “grace_until”, or the whole item.")

    def check(self, examination: Examination) -> Findings:
        settings, known = examination.province.settings, rules_by_code()
        for index, policy in enumerate(settings.value.rules):
            ended = policy.grace_until
            if ended and ended < examination.day and policy.rule in known and may_be_lowered(policy.rule):
                yield self.found(settings.place("rules", index, "grace_until"), rule=policy.rule, ended=ended)


class AllowanceFault(Enum):
    """Why an allowance cannot stand."""

    NO_RULE = Phrase("chưa nêu mã quy tắc", "it names no rule")
    UNKNOWN = Phrase("không có quy tắc “{rule}”{hint}", "there is no rule “{rule}”{hint_en}")
    NO_REASON = Phrase("chưa nêu lý do", "it states no reason")
    NOT_ADVICE = Phrase(
        "“{rule}” không phải là gợi ý nên không bỏ qua được", "“{rule}” is not advice and cannot be waived"
    )
    UNUSED = Phrase("không có gợi ý “{rule}” nào ở dòng này", "there is no advice “{rule}” on this line")


class AllowanceInOrder(SourceRule):
    """Only advice can be waived, with a reason, and where it is given."""

    code = "ST133"
    severity = Severity.WARNING
    title = Phrase("Chỉ bỏ qua gợi ý, có lý do", "Only advice is waived, and with a reason")
    fact = Phrase("lời xin bỏ qua không có giá trị: {fault}", "this allowance has no effect: {fault_en}")
    basis = _BASIS
    remedy = Phrase(
        "Viết “sotay: allow ST901 lý do”, ngay trên dòng có gợi ý; không cần nữa thì xóa dòng này.",
        "Write “sotay: allow ST901 reason” right above the line; delete it if it is not needed any more.",
    )
    requires = frozenset({"ST100"})

    def check(self, source: Source, examination: Examination) -> Findings:
        for allowance in read_allowances(source.path, source.text):
            fault = fault_of(allowance)
            if fault:
                yield self.refused(source.path, allowance, fault)

    def refused(self, path: str, allowance: Allowance, fault: AllowanceFault) -> Finding:
        """Return the finding about an allowance that cannot stand."""
        near = did_you_mean(allowance.code, rules_by_code()) if fault is AllowanceFault.UNKNOWN else {}
        said = fault.value.format(rule=allowance.code, **near)
        return self.found(Place(path, allowance.line), fault=said.vi, fault_en=said.en)


def fault_of(allowance: Allowance) -> AllowanceFault | None:
    """Return what is wrong with an allowance whatever is found in its file."""
    if not allowance.code:
        return AllowanceFault.NO_RULE
    if allowance.code not in rules_by_code():
        return AllowanceFault.UNKNOWN
    return None if allowance.reason else AllowanceFault.NO_REASON


def is_usually_advice(code: str, settings: ProvinceSettings) -> bool:
    """Return whether a rule advises, by itself or as the province has it; single findings may weigh otherwise."""
    stated = next((policy.severity for policy in settings.rules if policy.rule == code), None)
    severity = stated if stated and may_be_lowered(code) else rules_by_code()[code].severity
    return severity is Severity.ADVICE


RULES: tuple[Rule, ...] = (KnownRule(), SoundPolicy(), GraceOver(), AllowanceInOrder())
