"""The closed lists of the catalogue as concept schemes, and the codes of the EU Publications Office that it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.model.procedure import Applicant, ChannelKind, ItemKind
from sotay.rendering.open_data.decided import Status
from sotay.rendering.open_data.linked import names
from sotay.rendering.open_data.linked.nodes import Name, Node, node, typed, words
from sotay.rendering.site_view import SiteView
from sotay.text.labels import APPLICANTS, CHANNELS, ITEM_KINDS
from sotay.text.wording import sentence_case

FIELDS_SCHEME = "linh-vuc"
APPLICANTS_SCHEME = "doi-tuong"
CHANNELS_SCHEME = "cach-thuc"
PAPERS_SCHEME = "loai-giay-to"
REQUIREMENTS_SCHEME = "loai-yeu-cau"
STATUS_SCHEME = "tinh-trang"
FORMS_SCHEME = "mau"
CASE, CONDITION = "truong-hop", "dieu-kien"
"""What a requirement is: the situation that a part of the dossier belongs to, or what must be so."""

_REQUIREMENTS = {CASE: "Trường hợp hồ sơ", CONDITION: "Yêu cầu, điều kiện"}
_STATUSES = {Status.IN_FORCE: "Đang có hiệu lực", Status.UPCOMING: "Đã ban hành, chưa đến ngày có hiệu lực"}


def concept_nodes(view: SiteView, currencies: set[str]) -> Iterator[Node]:
    """Yield every scheme with its members, then the language, the frequency and the currencies."""
    fields = {field.id: field.name for field in view.publication.province.fields.value.entries}
    yield from _scheme(FIELDS_SCHEME, "Lĩnh vực", fields)
    yield from _scheme(APPLICANTS_SCHEME, "Đối tượng thực hiện", _labels(APPLICANTS))
    yield from _scheme(CHANNELS_SCHEME, "Cách thức thực hiện", _labels(CHANNELS))
    papers = {kind: label for kind, label in _labels(ITEM_KINDS).items() if kind != ItemKind.NOTE}
    yield from _scheme(PAPERS_SCHEME, "Cách nộp giấy tờ", papers)
    yield from _scheme(REQUIREMENTS_SCHEME, "Loại yêu cầu", _REQUIREMENTS)
    yield from _scheme(STATUS_SCHEME, "Tình trạng", _labels(_STATUSES))
    yield from _scheme(FORMS_SCHEME, "Biểu mẫu", {})
    yield node(Name("language:VIE"), "dct:LinguisticSystem", ("skos:prefLabel", words("Tiếng Việt")))
    yield node(Name("frequency:WEEKLY"), "skos:Concept", ("skos:prefLabel", words("Hằng tuần")))
    for currency in sorted(currencies):
        yield node(Name(f"currency:{currency}"), "skos:Concept", ("skos:notation", typed(currency)))


def _labels(
    labels: Mapping[Applicant, str] | Mapping[ChannelKind, str] | Mapping[ItemKind, str] | Mapping[Status, str],
) -> dict[str, str]:
    return {key.value: sentence_case(label) for key, label in labels.items()}


def _scheme(scheme: str, title: str, members: Mapping[str, str]) -> Iterator[Node]:
    at = names.scheme_name(scheme)
    yield node(at, "skos:ConceptScheme", ("skos:prefLabel", words(title)))
    for identifier, label in members.items():
        yield node(
            names.concept(scheme, identifier),
            "skos:Concept",
            ("skos:prefLabel", words(label)),
            ("skos:notation", typed(identifier)),
            ("skos:inScheme", (at,)),
        )
