"""An agency's own terms set against the common ones: limits with their cases, phases and closing hours, and fees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sotay.deadlines.working_time import is_longer
from sotay.model.agency import Override
from sotay.model.document import Document
from sotay.model.phrase import Phrase
from sotay.model.procedure import Duration, TimeLimit
from sotay.model.source import KeyPath
from sotay.rules.words.durations import in_words


@dataclass(frozen=True, slots=True)
class Lengthening:
    """A point in which an own limit may end later than the common one."""

    path: KeyPath
    """Where within the own limit."""
    own: Phrase
    common: Phrase
    is_certain: bool
    """Whether it is longer on every day, and not only on some."""

    @property
    def in_words(self) -> Mapping[str, str]:
        """The named places of a message that compares the two."""
        how = Phrase("dài hơn", "longer than") if self.is_certain else _MAY_END_LATER
        return {
            "own": self.own.vi, "own_en": self.own.en, "common": self.common.vi, "common_en": self.common.en,
            "how": how.vi, "how_en": how.en,
        }  # fmt: skip


_MAY_END_LATER = Phrase("có thể kết thúc muộn hơn", "which may end later than")


def lengthenings(own: TimeLimit, common: TimeLimit) -> Iterator[Lengthening]:
    """Yield everything in which an own limit may end later than the common one."""
    if is_longer(own, common):
        yield Lengthening((), in_words(own), in_words(common), own.unit is common.unit)
    elif _closes_earlier(own, common) and not is_longer(common, own):
        yield Lengthening(("cutoff",), _with_cutoff(own), _with_cutoff(common), is_certain=False)
    yield from _in_cases(own, common)
    by_name = {phase.name: phase for phase in common.phases}
    for index, phase in enumerate(own.phases):
        same = by_name.get(phase.name)
        if same and is_longer(phase, same):
            words = _of_phase(phase, phase.name), _of_phase(same, phase.name)
            yield Lengthening(("phases", index), *words, phase.unit is same.unit)


def changes_nothing(override: Override, control: Document) -> bool:
    """Return whether own terms are those that hold anyway."""
    if override.counter:
        return False
    concerned = [channel for channel in control.channels if override.channel in (None, channel.kind)]
    limits = [control.time_limit_of(channel) for channel in concerned]
    same_limit = override.time_limit is None or (
        bool(limits) and all(limit and _says_the_same(override.time_limit, limit) for limit in limits)
    )
    same_fees = not override.fees or (
        bool(concerned) and all(override.fees == control.fees_of(channel) for channel in concerned)
    )
    return same_limit and same_fees


def clash(one: Override, other: Override) -> bool:
    """Return whether two terms for a procedure say the same kind of thing about the same way of filing."""
    if one.channel and other.channel and one.channel is not other.channel:
        return False
    pairs = ((one.time_limit, other.time_limit), (one.fees, other.fees), (one.counter, other.counter))
    is_empty = not (other.time_limit or other.fees or other.counter)
    return is_empty or any(first and second for first, second in pairs)


def _says_the_same(own: TimeLimit, common: TimeLimit) -> bool:
    """Return whether two limits differ at most in the words for their start."""
    return own.model_copy(update={"starts": common.starts}) == common


def _in_cases(own: TimeLimit, common: TimeLimit) -> Iterator[Lengthening]:
    """A case that the common terms do not know gets no more than their ordinary limit."""
    by_case = {extension.when: extension for extension in common.extensions}
    for index, extension in enumerate(own.extensions):
        most: Duration = by_case.get(extension.when, common)
        if is_longer(extension, most):
            there = _in_case(most, extension.when) if extension.when in by_case else in_words(most)
            own_words = _in_case(extension, extension.when)
            yield Lengthening(("extensions", index), own_words, there, extension.unit is most.unit)


def _closes_earlier(own: TimeLimit, common: TimeLimit) -> bool:
    """Whether some dossiers that count from the day itself elsewhere count from the next working day here."""
    return own.cutoff is not None and (common.cutoff is None or own.cutoff < common.cutoff)


def _with_cutoff(limit: TimeLimit) -> Phrase:
    words = in_words(limit)
    if limit.cutoff is None:
        return Phrase(f"{words.vi} (không có giờ chốt)", f"{words.en} (whatever the hour)")
    return Phrase(f"{words.vi} (nhận trước {limit.cutoff})", f"{words.en} (received before {limit.cutoff})")


def _in_case(limit: Duration, when: str) -> Phrase:
    words = in_words(limit)
    return Phrase(f"{words.vi} trong trường hợp “{when}”", f"{words.en} in the case “{when}”")


def _of_phase(limit: Duration, name: str) -> Phrase:
    words = in_words(limit)
    return Phrase(f"{words.vi} ở giai đoạn “{name}”", f"{words.en} in the phase “{name}”")
