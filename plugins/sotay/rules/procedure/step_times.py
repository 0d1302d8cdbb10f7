"""ST407, ST432, ST433, ST437, ST438: the steps fit into the time limit, its phases and its extensions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from sotay.deadlines.working_time import is_longer
from sotay.model.document import Document, DocumentFile
from sotay.model.finding import Finding
from sotay.model.phrase import Phrase
from sotay.model.procedure import ChannelKind, Clock, Duration, PhaseLimit, Step, TimeLimit
from sotay.model.source import KeyPath
from sotay.rules.examination import Examination
from sotay.rules.rule import PROCEDURES, READABLE, WITH_STEPS, DocumentRule, Findings
from sotay.rules.words.channels import channels_in_words
from sotay.rules.words.durations import compared, in_words
from sotay.rules.words.suggestion import did_you_mean

_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
_ONE_STOP = Phrase("Nghị định 118/2025/NĐ-CP", "Decree 118/2025/NĐ-CP")
_SAID_OF_TIME = ("steps", "channels", "time_limit")


class StepsWithinLimit(DocumentRule):
    """The steps during which the clock runs fit into every channel's time limit, and into its extensions."""

    code = "ST407"
    kinds = PROCEDURES
    title = Phrase("Tổng thời gian các bước không quá thời hạn", "The steps fit into the time limit")
    fact = Phrase(
        "các bước{case} cộng lại {total}, quá thời hạn {limit} khi nộp {channels}",
        "the steps{case_en} take {total_en}; filed {channels_en}, the limit is {limit_en}",
    )
    basis = _ONE_STOP
    remedy = Phrase(
        "Rút ngắn các bước, sửa thời hạn, hoặc ghi “clock: stopped” ở bước mà thời hạn không tính.",
        "Shorten the steps, mend the limit, or write “clock: stopped” at a step that the limit does not count.",
    )
    requires = READABLE | {"ST404", "ST406"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if _is_uncertain(document):
            return
        steps = document.control.steps
        channels_by_limit: dict[tuple[str | None, Duration], list[ChannelKind]] = {}
        for channel in document.control.channels:
            limit = document.control.time_limit_of(channel)
            for case in _cases(limit, steps) if limit else ():
                channels_by_limit.setdefault(case, []).append(channel.kind)
        for (when, longest), kinds in channels_by_limit.items():
            words = compared(running(steps, when), longest)
            if words:
                total, most = words
                channels = channels_in_words(kinds)
                yield self.found(
                    document.place("steps"),
                    case=f" trong trường hợp “{when}”" if when else "",
                    case_en=f" in the case “{when}”" if when else "",
                    total=total.vi, total_en=total.en, limit=most.vi, limit_en=most.en,
                    channels=channels.vi, channels_en=channels.en,
                )  # fmt: skip


def running(steps: Iterable[Step], when: str | None = None) -> tuple[Duration, ...]:
    """Return the times that count: of steps during which the clock runs, always or in one case of extension."""
    return tuple(step.time for step in steps if step.time and step.clock is Clock.RUNS and step.when in (None, when))


def _cases(limit: TimeLimit, steps: Sequence[Step]) -> Iterator[tuple[str | None, Duration]]:
    """The limit itself, and its extensions that have steps of their own; only their lengths count."""
    yield None, Duration(value=limit.value, unit=limit.unit)
    named = {step.when for step in steps}
    for extension in limit.extensions:
        if extension.when in named:
            yield extension.when, Duration(value=extension.value, unit=extension.unit)


class PhasesNamed(DocumentRule):
    """Phases hold every step, one after the other, and are those that the time limit names."""

    code = "ST432"
    kinds = WITH_STEPS
    title = Phrase("Các bước xếp theo giai đoạn của thời hạn", "Steps follow the phases of the time limit")
    fact = Phrase("{what}{hint}", "{what_en}{hint_en}")
    basis = _ONE_STOP
    remedy = Phrase(
        "Ghi ở “phase” của mỗi bước đúng tên một giai đoạn trong “phases”, các bước cùng giai đoạn liền nhau.",
        "State at “phase” of each step the name of one of “phases”; steps of one phase stand together.",
    )
    requires = READABLE | {"ST406"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        listed = list(_phases(control))
        if _is_uncertain(document) or not (listed or any(step.phase for step in control.steps)):
            return
        for index, step in enumerate(control.steps):
            if step.phase is None and step.clock is Clock.RUNS:
                what = Phrase(f"bước {index + 1} chưa ghi giai đoạn", f"step {index + 1} states no phase")
                yield self._about(document, ("steps", index), what)
                return
        yield from self._together(document)
        yield from self._listed(document, [phase.name for _, phase in listed])
        yield from self._used(document, listed)

    def _together(self, document: DocumentFile) -> Findings:
        """A phase that was left does not come back; a stopped clock may stand between two phases."""
        left: dict[str, int] = {}
        steps = [(index, step.phase) for index, step in enumerate(document.control.steps) if step.phase]
        for phase, group in groupby(steps, key=lambda item: item[1]):
            first, *rest = [index for index, _ in group]
            if phase in left:
                what = Phrase(
                    f"bước {first + 1} trở lại giai đoạn “{phase}” đã kết thúc ở bước {left[phase] + 1}",
                    f"step {first + 1} goes back to the phase “{phase}”, which ended with step {left[phase] + 1}",
                )
                yield self._about(document, ("steps", first, "phase"), what)
                return
            left[phase] = [first, *rest][-1]

    def _listed(self, document: DocumentFile, names: Sequence[str]) -> Findings:
        told: set[str] = set()
        for index, step in enumerate(document.control.steps):
            if names and step.phase and step.phase not in names and step.phase not in told:
                told.add(step.phase)
                what = Phrase(
                    f"thời hạn không có giai đoạn “{step.phase}”", f"the time limit has no phase “{step.phase}”"
                )
                yield self._about(document, ("steps", index, "phase"), what, did_you_mean(step.phase, names, 0.6))

    def _used(self, document: DocumentFile, listed: Iterable[tuple[KeyPath, PhaseLimit]]) -> Findings:
        """A phase that is only misspelt at the steps was told there."""
        names = {step.phase for step in document.control.steps if step.phase}
        known = {phase.name for _, phase in listed}
        if names <= known:
            for path, phase in listed:
                if phase.name not in names:
                    what = Phrase(
                        f"giai đoạn “{phase.name}” không có bước nào", f"the phase “{phase.name}” has no steps"
                    )
                    yield self._about(document, path, what)

    def _about(
        self, document: DocumentFile, path: KeyPath, what: Phrase, hint: Mapping[str, str] | None = None
    ) -> Finding:
        hint = hint or {"hint": "", "hint_en": ""}
        return self.found(document.place(*path), what=what.vi, what_en=what.en, **hint)


class PhasesWithinLimit(DocumentRule):
    """The steps of a phase fit into its limit, and the phases into the whole limit."""

    code = "ST437"
    kinds = PROCEDURES
    title = Phrase(
        "Thời gian từng giai đoạn cộng lại không quá thời hạn", "Steps fit into phases, phases into the limit"
    )
    fact = Phrase("{who} cộng lại {total}, quá {limit}", "{who_en} take {total_en}, more than {limit_en}")
    basis = _ONE_STOP
    remedy = Phrase(
        "Rút ngắn phần quá dài, hoặc chia lại thời gian giữa các giai đoạn trong “phases”.",
        "Shorten what is too long, or share out the time among “phases” anew.",
    )
    requires = READABLE | {"ST404", "ST406", "ST407", "ST432"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if _is_uncertain(document):
            return
        told: set[tuple[str, Duration]] = set()
        steps: dict[str | None, list[Step]] = {}
        for step in document.control.steps:
            steps.setdefault(step.phase, []).append(step)
        for path, limit in _limits(document.control):
            whole = compared(limit.phases, limit)
            if whole:
                yield self._over(
                    document, path, whole, Phrase("các giai đoạn", "the phases"), Phrase("thời hạn", "the limit")
                )
            for index, phase in enumerate(limit.phases):
                key = (phase.name, Duration(value=phase.value, unit=phase.unit))
                words = compared(running(steps.get(phase.name, ())), phase)
                if words and key not in told:
                    told.add(key)
                    who = Phrase(f"các bước của giai đoạn “{phase.name}”", f"the steps of the phase “{phase.name}”")
                    most = Phrase("thời hạn của giai đoạn", "its limit")
                    yield self._over(document, (*path, "phases", index), words, who, most)

    def _over(
        self, document: DocumentFile, path: KeyPath, words: tuple[Phrase, Phrase], who: Phrase, most: Phrase
    ) -> Finding:
        total, limit = words
        return self.found(
            document.place(*path), who=who.vi, who_en=who.en, total=total.vi, total_en=total.en,
            limit=f"{most.vi} {limit.vi}", limit_en=f"{most.en} of {limit.en}",
        )  # fmt: skip


class ExtensionsLonger(DocumentRule):
    """An extension says when it holds, once, and is longer than the limit that it extends."""

    code = "ST433"
    kinds = PROCEDURES
    title = Phrase("Trường hợp kéo dài có tên riêng và dài hơn thời hạn", "An extension is named once, and longer")
    fact = Phrase("{what}", "{what_en}")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi ở “when” trường hợp được kéo dài, và ở “value” tổng thời hạn của trường hợp đó.",
        "State at “when” the case, and at “value” the whole time limit in that case.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if _is_uncertain(document):
            return
        for path, limit in _limits(document.control):
            seen: set[str] = set()
            for index, extension in enumerate(limit.extensions):
                case = " ".join(extension.when.split())
                what = None
                if not case:
                    what = Phrase("có thời hạn kéo dài nhưng không ghi trường hợp nào", "an extension names no case")
                elif case.casefold() in seen:
                    what = Phrase(f"trường hợp kéo dài “{case}” ghi hai lần", f"the case “{case}” stands twice")
                elif not is_longer(extension, limit):
                    own, common = in_words(extension), in_words(limit)
                    what = Phrase(
                        f"trường hợp kéo dài “{case}” là {own.vi}, không dài hơn thời hạn {common.vi}",
                        f"the extension “{case}” is {own.en}, no longer than the limit of {common.en}",
                    )
                seen.add(case.casefold())
                if what:
                    yield self.found(document.place(*path, "extensions", index), what=what.vi, what_en=what.en)


class StepCaseKnown(DocumentRule):
    """A step done only in some case names a case in which the limit is extended."""

    code = "ST438"
    kinds = PROCEDURES
    title = Phrase("Bước có điều kiện nêu đúng trường hợp kéo dài", "A conditional step names an extension")
    fact = Phrase(
        "bước {step}: không có trường hợp kéo dài “{when}”{hint}",
        "step {step}: there is no extension “{when}”{hint_en}",
    )
    basis = _ONE_STOP
    remedy = Phrase(
        "Chép đúng “when” của một mục trong “extensions”, hoặc thêm mục đó với tổng thời hạn.",
        "Copy “when” of one of “extensions”, or add it there with the whole time limit.",
    )
    requires = READABLE | {"ST404"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if _is_uncertain(document) or all(step.when is None for step in document.control.steps):
            return
        known = {extension.when for _, limit in _limits(document.control) for extension in limit.extensions}
        for index, step in enumerate(document.control.steps):
            if step.when is not None and step.when not in known:
                place = document.place("steps", index, "when")
                yield self.found(place, step=index + 1, when=step.when, **did_you_mean(step.when, known, 0.6))


def _is_uncertain(document: DocumentFile) -> bool:
    """Whether reading refused something about the time, so that sums would be wrong."""
    return any(document.source.refuses(key) for key in _SAID_OF_TIME)


def _limits(control: Document) -> Iterator[tuple[KeyPath, TimeLimit]]:
    """Every time limit that holds for some channel, with its key path."""
    own = [(index, channel.time_limit) for index, channel in enumerate(control.channels)]
    if control.time_limit and (not own or any(limit is None for _, limit in own)):
        yield ("time_limit",), control.time_limit
    for index, limit in own:
        if limit:
            yield ("channels", index, "time_limit"), limit


def _phases(control: Document) -> Iterator[tuple[KeyPath, PhaseLimit]]:
    for path, limit in _limits(control):
        for index, phase in enumerate(limit.phases):
            yield (*path, "phases", index), phase


RULES = (StepsWithinLimit(), PhasesNamed(), ExtensionsLonger(), PhasesWithinLimit(), StepCaseKnown())
