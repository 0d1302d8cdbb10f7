"""`api/procedures.json`: every procedure in force or approved, as issued for the province, and who carries it out."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from sotay.model.procedure import Applicant, Authority, Dossier, Level, NationalRecord, Related, Result, Step
from sotay.model.schema import DocumentCode, Identifier, NationalCode, Value
from sotay.rendering.listing import field_name
from sotay.rendering.open_data.decided import InForce, in_force, is_current
from sotay.rendering.open_data.provenance import Provenance, provenance
from sotay.rendering.open_data.terms import ChannelData, DurationData, channels_data, duration_data
from sotay.rendering.site_view import SiteView
from sotay.usecases.publication import Entry, ProcedureAcross


class FieldData(Value):
    """The field that a procedure belongs to."""

    id: Identifier = Field(title="mã", description="Mã lĩnh vực.")
    name: str = Field(title="tên", description="Tên lĩnh vực.")


class StepData(Step):
    """One step, with the name of the role that takes it."""

    role_name: str | None = Field(None, title="tên vai trò", description="Tên vai trò thực hiện bước này.")
    time: DurationData | None = Field(None, title="thời gian", description="Thời gian của bước.")


class OwnTermsData(Value):
    """What an agency does otherwise for a procedure, and the decision that allows it."""

    decision: str = Field(title="quyết định", description="Số quyết định cho phép.")
    channels: tuple[ChannelData, ...] = Field(
        title="cách thức", description="Mọi cách thức như áp dụng tại cơ quan này, đã tính quy định riêng."
    )


class PerformerData(InForce):
    """An agency that carries a procedure out, and which version it applies."""

    agency: Identifier = Field(title="cơ quan", description="Mã cơ quan; tệp api/<mã>.json nói rõ về cơ quan.")
    name: str = Field(title="tên", description="Tên cơ quan.")
    address: str = Field(title="địa chỉ trang", description="Trang của thủ tục tại cơ quan này, tính từ Cổng.")
    own_terms: OwnTermsData | None = Field(
        None, title="quy định riêng", description="Chỉ có khi cơ quan làm khác quy định chung."
    )


class ProcedureFacts(InForce):
    """What a citizen is owed about a procedure (Nghị định 63/2010/NĐ-CP, Điều 8)."""

    code: DocumentCode = Field(title="mã hiệu", description="Mã hiệu của quy trình.")
    tthc: tuple[NationalCode, ...] = Field(title="mã thủ tục", description="Mã trong Cơ sở dữ liệu quốc gia về TTHC.")
    title: str = Field(title="tên", description="Tên thủ tục.")
    address: str = Field(title="địa chỉ trang", description="Trang của thủ tục, tính từ Cổng.")
    field: FieldData | None = Field(None, title="lĩnh vực", description="Lĩnh vực của thủ tục.")
    levels: tuple[Level, ...] = Field(title="cấp thực hiện", description="Các cấp thực hiện.")
    applicants: tuple[Applicant, ...] = Field(title="đối tượng", description="Đối tượng thực hiện.")
    authority: Authority | None = Field(None, title="cơ quan thực hiện", description="Theo bản ghi quốc gia.")
    channels: tuple[ChannelData, ...] = Field(title="cách thức", description="Các cách nộp hồ sơ.")
    dossier: Dossier | None = Field(None, title="hồ sơ", description="Thành phần và số bộ hồ sơ.")
    steps: tuple[StepData, ...] = Field(title="các bước", description="Các bước giải quyết.")
    results: tuple[Result, ...] = Field(title="kết quả", description="Kết quả trả cho người dân.")
    conditions: tuple[str, ...] = Field(title="yêu cầu, điều kiện", description="Yêu cầu, điều kiện.")
    legal_basis: tuple[str, ...] = Field(
        title="căn cứ pháp lý", description="Số hiệu văn bản; tệp api/legal.json nói rõ về từng văn bản."
    )
    related: Related | None = Field(None, title="liên quan", description="Mã hiệu các thủ tục liên quan.")
    keywords: tuple[str, ...] = Field(title="từ khóa", description="Từ người dân hay gõ.")
    national_record: NationalRecord | None = Field(
        None, title="bản ghi quốc gia", description="Quyết định công bố và lần đối chiếu gần nhất."
    )
    changes: str | None = Field(None, title="nội dung sửa đổi", description="Bản này thay đổi điều gì.")
    replaces: tuple[DocumentCode, ...] = Field(title="thay thế", description="Mã hiệu tài liệu bị thay thế.")
    owner: Identifier | None = Field(None, title="đơn vị chủ trì", description="Mã cơ quan chịu trách nhiệm.")


class ProcedureData(ProcedureFacts):
    """A procedure, and who carries it out."""

    performers: tuple[PerformerData, ...] = Field(title="nơi thực hiện", description="Các cơ quan thực hiện thủ tục.")


class ProceduresFile(Value):
    """The whole file."""

    provenance: Provenance = Field(title="nguồn", description="Dữ liệu của ngày nào, từ đâu.")
    procedures: tuple[ProcedureData, ...] = Field(
        title="thủ tục", description="Thủ tục đang có hiệu lực hoặc đã ban hành, theo lĩnh vực rồi theo tên."
    )


def procedures_file(view: SiteView) -> ProceduresFile:
    """Return every procedure that is in force or approved."""
    return ProceduresFile(
        provenance=provenance(view.publication, view.site_url),
        procedures=tuple(_procedure(across, view) for across in current_procedures(view)),
    )


def current_procedures(view: SiteView) -> tuple[ProcedureAcross, ...]:
    """Return the procedures that are in force on the day or approved for later."""
    return tuple(across for across in view.publication.procedures if is_current(across.issued))


def _procedure(across: ProcedureAcross, view: SiteView) -> ProcedureData:
    entry = across.issued
    facts = procedure_facts(entry, view, view.addresses.portal[entry.code])
    performers = tuple(_performer(other, view) for other in across.performers if is_current(other))
    return ProcedureData.model_validate({**facts, "performers": performers})


def procedure_facts(entry: Entry, view: SiteView, address: str) -> Mapping[str, object]:
    """Return the facts of a procedure as an entry has them, by the keys of `ProcedureFacts`."""
    control = entry.control
    return {
        **dict(in_force(entry)),
        "code": entry.code,
        "tthc": control.tthc,
        "title": control.title or entry.code,
        "address": address,
        "field": FieldData(id=control.field, name=field_name(entry, view.publication)) if control.field else None,
        "levels": control.levels,
        "applicants": control.applicants,
        "authority": control.authority,
        "channels": channels_data(entry),
        "dossier": control.dossier,
        "steps": tuple(_step(step, view) for step in control.steps),
        "results": control.results,
        "conditions": control.conditions,
        "legal_basis": control.legal_basis,
        "related": control.related,
        "keywords": control.keywords,
        "national_record": control.national_record,
        "changes": control.changes,
        "replaces": control.replaces,
        "owner": control.owner,
    }


def _step(step: Step, view: SiteView) -> StepData:
    role = view.publication.province.role_by_id.get(step.role)
    time = duration_data(step.time) if step.time else None
    return StepData.model_validate({**dict(step), "time": time, "role_name": role.name if role else None})


def _performer(entry: Entry, view: SiteView) -> PerformerData:
    return PerformerData.model_validate(
        {
            **dict(in_force(entry)),
            "agency": entry.agency.id,
            "name": entry.agency.name,
            "address": address_at_agency(entry, view),
            "own_terms": own_terms(entry),
        }
    )


def address_at_agency(entry: Entry, view: SiteView) -> str:
    """Return the page of a document on the site of the agency that has it, from the portal on."""
    return f"{entry.agency.id}/{view.addresses.by_agency[entry.agency.id][entry.code]}"


def own_terms(entry: Entry) -> OwnTermsData | None:
    """Return what an agency does otherwise, with all ways to file as they are there; None if nothing."""
    if not entry.overrides:
        return None
    decisions = dict.fromkeys(override.decision for override in entry.overrides)
    return OwnTermsData(decision=", ".join(decisions), channels=channels_data(entry))
