"""The texts of a repository to one value: the province.

Reads: the text of every Markdown and YAML file under `procedures/` and `sites/`, by path.
Returns: a Province; whatever cannot be read is a problem of its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sotay.markup.conform import conform
from sotay.markup.expand_model import expand
from sotay.markup.front_matter import split_front_matter
from sotay.markup.markdown import parse_body
from sotay.markup.yaml_values import read_yaml
from sotay.model.agency import Agency
from sotay.model.attachment import Attachment
from sotay.model.body import BodyRegister
from sotay.model.calendar import Calendar
from sotay.model.catalogue import FieldCatalogue, LifeEventCatalogue, TemplateCatalogue
from sotay.model.commune import CommuneRegister
from sotay.model.decision import Decision
from sotay.model.document import DocumentFile
from sotay.model.glossary import Glossary
from sotay.model.legal import LegalRegister
from sotay.model.page import Page, PageMatter
from sotay.model.province import AgencyFiles, FileOf, Province, ProvinceSettings
from sotay.model.record import RECORDS, RecordFile
from sotay.model.release import RELEASES, Release
from sotay.model.schema import Value
from sotay.model.source import Problem, ProblemKind, Source
from sotay.text.normal import has_endless_marks
from sotay.usecases.reading import PlainReading, Reading

PORTAL = "portal"
"""The folder under `sites/` that holds the portal's hand-written pages; no agency may be called so."""

ValueT = TypeVar("ValueT", bound=Value)


def assemble_province(
    texts: Mapping[str, str],
    undecodable: Mapping[str, str] | None = None,
    attachments: Sequence[Attachment] = (),
    reading: Reading | None = None,
) -> Province:
    """Read every file and put the province together; `undecodable` names files that are not UTF-8, with the reason."""
    reading = reading or PlainReading()
    endless = {path: "marks" for path, text in texts.items() if has_endless_marks(text)}
    texts = {path: text for path, text in texts.items() if path not in endless}
    unreadable = [_undecodable(path, reason) for path, reason in {**(undecodable or {}), **endless}.items()]
    path = "sites/province.yml"
    settings_source, settings = reading.values(ProvinceSettings, path, texts.get(path, ""))
    # Nothing is known of such a province; a name that says nothing would be refused if it were stated.
    settings = settings or ProvinceSettings.model_construct(name="", code="", standard="")
    agencies = tuple(_agencies(texts, unreadable, reading))
    releases = tuple(_releases(texts, unreadable, reading))
    documents = tuple(reading.document(path, texts[path]) for path in sorted(texts) if is_document(path))
    return Province(
        settings=FileOf(settings_source, settings),
        calendar=_register(Calendar, "sites/calendar.yml", texts, reading),
        fields=_register(FieldCatalogue, "procedures/fields.yml", texts, reading),
        life_events=_register(LifeEventCatalogue, "procedures/life-events.yml", texts, reading),
        legal=_register(LegalRegister, "procedures/legal.yml", texts, reading),
        templates=_register(TemplateCatalogue, "procedures/templates.yml", texts, reading),
        bodies=_register(BodyRegister, "sites/bodies.yml", texts, reading),
        glossary=_register(Glossary, "procedures/glossary.yml", texts, reading),
        communes=_register(CommuneRegister, "sites/communes.yml", texts, reading),
        agencies=agencies,
        documents=_expanded(documents, agencies, settings, reading),
        pages=tuple(_page(path, texts[path]) for path in sorted(texts) if _is_page(path)),
        attachments=tuple(attachments),
        releases=releases,
        unreadable=tuple(unreadable),
    )


def model_values(document: DocumentFile, agency: Agency, settings: ProvinceSettings) -> Mapping[str, tuple[str, ...]]:
    """Return everything that fills the placeholders of a document's model: facts of the agency, then its own values."""
    head = agency.person(document.control.approver)
    facts = {
        "ten_co_quan": agency.name,
        "ten_ngan": agency.short_name,
        "ten_tinh": settings.name,
        "tieu_chuan": settings.standard,
    }
    if head:
        facts["nguoi_dung_dau"] = head.title
    return {name: (fact,) for name, fact in facts.items()} | dict(document.control.values)


def model_of(document: DocumentFile, documents: Mapping[str, DocumentFile]) -> DocumentFile | None:
    """Return the model that a document names, if its text is at hand in the named version."""
    code, _, version = (document.control.model or "").partition("@")
    model = documents.get(code)
    return model if model and str(model.version) == version else None


def _expanded(
    documents: tuple[DocumentFile, ...],
    agencies: tuple[AgencyFiles, ...],
    settings: ProvinceSettings,
    reading: Reading,
) -> tuple[DocumentFile, ...]:
    by_code = {document.code: document for document in reversed(documents)}
    by_agency = {files.id: files.agency for files in agencies}
    return tuple(_expand(document, by_code, by_agency, settings, reading) for document in documents)


def _expand(
    document: DocumentFile,
    by_code: Mapping[str, DocumentFile],
    by_agency: Mapping[str, Agency],
    settings: ProvinceSettings,
    reading: Reading,
) -> DocumentFile:
    model = model_of(document, by_code)
    agency = by_agency.get(document.control.owner or "")
    if model is None or agency is None:
        return document
    text = expand(model.body.text, model_values(document, agency, settings))
    own = f"\n\n{document.body.text}" if document.body.text.strip() else ""
    return replace(document, expanded=reading.body(text + own))


def _agencies(texts: Mapping[str, str], unreadable: list[Source], reading: Reading) -> Iterator[AgencyFiles]:
    folders = sorted({path.split("/")[1] for path in texts if path.startswith("sites/") and path.count("/") > 1})
    found: list[AgencyFiles] = []
    for folder in folders:
        if folder in {PORTAL, RELEASES}:
            continue
        agency = _value(Agency, f"sites/{folder}/agency.yml", texts, unreadable, reading)
        start = f"sites/{folder}/decisions/"
        paths = sorted(path for path in texts if path.startswith(start) and path.endswith(".yml"))
        decisions = [_value(Decision, path, texts, unreadable, reading) for path in paths]
        if agency:
            ordered = sorted((d for d in decisions if d), key=lambda d: d.value.sequence)
            records = sorted(_records(folder, texts, unreadable, reading), key=lambda r: (r.value.date, r.path))
            found.append(AgencyFiles(agency, tuple(ordered), tuple(records)))
    yield from sorted(found, key=lambda files: (files.agency.order, files.id))


def _records(agency: str, texts: Mapping[str, str], unreadable: list[Source], reading: Reading) -> Iterator[RecordFile]:
    for path in sorted(texts):
        if path.startswith(f"sites/{agency}/{RECORDS}/") and path.endswith(".md"):
            record = reading.record(path, texts[path])
            if isinstance(record, RecordFile):
                yield record
            else:
                unreadable.append(record)


def _releases(texts: Mapping[str, str], unreadable: list[Source], reading: Reading) -> Iterator[FileOf[Release]]:
    for path in sorted(texts):
        if path.startswith(f"sites/{RELEASES}/") and path.endswith(".yml"):
            release = _value(Release, path, texts, unreadable, reading)
            if release:
                yield release


def _value(
    schema: type[ValueT], path: str, texts: Mapping[str, str], unreadable: list[Source], reading: Reading
) -> FileOf[ValueT] | None:
    if path not in texts:
        unreadable.append(Source(path, "", problems=(Problem(ProblemKind.UNREADABLE, 1, {"reason": "absent"}),)))
        return None
    source, value = reading.values(schema, path, texts[path])
    if value is None:
        unreadable.append(source)
        return None
    return FileOf(source, value)


def _register(schema: type[ValueT], path: str, texts: Mapping[str, str], reading: Reading) -> FileOf[ValueT]:
    """A file all of whose keys may be left out; an absent or unreadable one reads as empty."""
    if path not in texts:
        return FileOf(Source(path, ""), schema())
    source, value = reading.values(schema, path, texts[path])
    return FileOf(source, value if value is not None else schema())


def _page(path: str, text: str) -> Page:
    parts = split_front_matter(text)
    if parts is None:
        return Page(Source(path, text), PageMatter(), parse_body(text))
    conformed = conform(PageMatter, read_yaml(parts.yaml, parts.yaml_line), parts.yaml_line)
    source = Source(path, text, conformed.lines, conformed.problems)
    return Page(source, conformed.value or PageMatter(), parse_body(parts.body, parts.body_line))


def _undecodable(path: str, reason: str) -> Source:
    return Source(path, "", problems=(Problem(ProblemKind.UNREADABLE, 1, {"reason": reason}),))


def _is_page(path: str) -> bool:
    return path.startswith(f"sites/{PORTAL}/docs/") and path.endswith(".md")


def is_document(path: str) -> bool:
    """Return whether a file is a controlled document, by where it lies."""
    if not path.endswith(".md"):
        return False
    first, *rest = path.split("/")
    return first == "procedures" or (first == "sites" and rest[1:2] == ["docs"] and rest[0] != PORTAL)
