"""“Thường làm”: the procedures that the province puts on its home page, with their time and fee."""

from __future__ import annotations

from sotay.rendering.listing import ProcedureLine, is_over, procedure_line
from sotay.rendering.site_view import SiteView


def most_used(view: SiteView) -> tuple[ProcedureLine, ...]:
    """Return the chosen procedures for a home page: all of them, or those that the agency carries out."""
    standpoint, day = view.at(""), view.publication.day
    lines = []
    for code in view.publication.province.settings.value.most_used:
        if view.agency:
            entry = view.agency.by_code.get(code)
            shown = entry if entry and entry.is_performed else None
        else:
            across = view.publication.procedure_by_code.get(code)
            shown = across.issued if across else None
        if shown and not is_over(shown):
            authority = shown.control.authority
            who = authority.executing if authority and not view.agency else None
            lines.append(procedure_line(shown, standpoint.document(code) or "", day, who))
    return tuple(lines)
