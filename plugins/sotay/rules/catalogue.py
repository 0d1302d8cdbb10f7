"""Every rule there is, in the order of codes."""

from __future__ import annotations

from sotay.rules.approval import (
    adoption_lag,
    approved_documents,
    decisions,
    delegation,
    evidence,
    review,
    sequence,
    signatures,
    signing_keys,
    temporary,
)
from sotay.rules.attached import forms
from sotay.rules.change import amendment, recorded, releases, settings
from sotay.rules.control import codes, control_block, sections
from sotay.rules.easing import policies
from sotay.rules.file import conflict_marks, cut_value, key_order, reading
from sotay.rules.legal import citations, legal_basis
from sotay.rules.procedure import charges, dossier, national_record, overrides, owed_to_citizens, steps
from sotay.rules.records import kept_records
from sotay.rules.references import (
    between_documents,
    bodies,
    communes,
    feedback,
    folders,
    glossary,
    opening_hours,
    registers,
    ways_in,
)
from sotay.rules.rule import Rule
from sotay.rules.writing import letters_and_links, slips_of_typing, structure, wording

_FAMILIES = (
    adoption_lag,
    amendment,
    approved_documents,
    bodies,
    charges,
    citations,
    codes,
    communes,
    conflict_marks,
    control_block,
    cut_value,
    decisions,
    delegation,
    dossier,
    evidence,
    reading,
    feedback,
    folders,
    forms,
    glossary,
    kept_records,
    key_order,
    legal_basis,
    national_record,
    opening_hours,
    overrides,
    policies,
    owed_to_citizens,
    between_documents,
    recorded,
    registers,
    releases,
    review,
    sections,
    sequence,
    settings,
    signatures,
    signing_keys,
    steps,
    structure,
    temporary,
    letters_and_links,
    slips_of_typing,
    ways_in,
    wording,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""All rules; a code is given once and never again to another rule."""
