"""Every rule there is, in the order of codes."""

from __future__ import annotations

from sotay.rules import (
    adoption_lag,
    approval,
    bodies,
    charges,
    citations,
    codes,
    control,
    cut_value,
    decisions,
    delegation,
    dossier,
    form,
    forms,
    key_order,
    legal,
    national_record,
    overrides,
    policies,
    procedure,
    references,
    register,
    review,
    sections,
    sequence,
    steps,
    structure,
    temporary,
    text,
    typing,
    wording,
)
from sotay.rules.rule import Rule

_FAMILIES = (
    adoption_lag,
    approval,
    bodies,
    charges,
    citations,
    codes,
    control,
    cut_value,
    decisions,
    delegation,
    dossier,
    form,
    forms,
    key_order,
    legal,
    national_record,
    overrides,
    policies,
    procedure,
    references,
    register,
    review,
    sections,
    sequence,
    steps,
    structure,
    temporary,
    text,
    typing,
    wording,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""All rules; a code is given once and never again to another rule."""
