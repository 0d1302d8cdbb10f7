"""Every rule there is, in the order of codes."""

from __future__ import annotations

from sotay.rules import approval, control, decisions, form, legal, overrides, procedure, register, text
from sotay.rules.rule import Rule

_FAMILIES = (form, control, approval, decisions, procedure, overrides, legal, register, text)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""All rules; a code is given once and never again to another rule."""
