"""ST630: the address to which people write leaves open only what a page can fill in."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.feedback import FEEDBACK_PLACES, Feedback
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean


class FillableFeedbackAddress(ProvinceRule):
    """What stands in braces in an address of feedback is known on the page of a procedure."""

    code = "ST630"
    title = Phrase("Địa chỉ nhận phản ánh điền được", "The address of feedback can be filled in")
    fact = Phrase(
        "trong ngoặc nhọn của địa chỉ nhận phản ánh có “{part}”{hint}",
        "the address of feedback has “{part}” in braces{hint_en}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 8.2.1 c", "TCVN ISO 9001:2015, 8.2.1 c")
    remedy = Phrase(
        "Trong ngoặc nhọn chỉ ghi code, version hoặc title; hoặc viết địa chỉ không có ngoặc nhọn.",
        "Write only code, version or title in braces, or an address without braces.",
    )

    def check(self, examination: Examination) -> Findings:
        for feedback, place in _stated(examination.province):
            for name in feedback.unknown_places:
                yield self.found(place, part=name, **did_you_mean(name, FEEDBACK_PLACES))


def _stated(province: Province) -> Iterator[tuple[Feedback, Place]]:
    """Every place for feedback, and where its address stands."""
    if province.settings.value.feedback:
        yield province.settings.value.feedback, province.settings.place("feedback", "url")
    for files in province.agencies:
        if files.agency.feedback:
            yield files.agency.feedback, files.file.place("feedback", "url")


RULES = (FillableFeedbackAddress(),)
