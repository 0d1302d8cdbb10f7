"""Nodes as JSON-LD 1.1, in their order, one node a line: the same nodes are the same text."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sotay.rendering.open_data.linked.nodes import LANGUAGE, Name, Node, Ref, Term, Typed, Words, prefixes


def json_ld(nodes: Iterable[Node], base: str) -> str:
    """Return nodes as JSON-LD; addresses below the portal are relative to `base`."""
    context = json.dumps({"@base": base, **prefixes(base)}, ensure_ascii=False)
    graph = ",\n    ".join(json.dumps(_node(one), ensure_ascii=False) for one in nodes)
    return f'{{\n  "@context": {context},\n  "@graph": [\n    {graph}\n  ]\n}}\n'


def _node(one: Node) -> dict[str, object]:
    facts = {name: [_term(value) for value in values] for name, values in one.facts}
    told = {name: values[0] if len(values) == 1 else values for name, values in facts.items()}
    return {"@id": _address(one.at), "@type": list(one.kinds) if len(one.kinds) > 1 else one.kinds[0], **told}


def _address(at: Ref | Name) -> str:
    return at.address if isinstance(at, Ref) else at.name


def _term(term: Term) -> object:
    match term:
        case Ref() | Name():
            return {"@id": _address(term)}
        case Words():
            return {"@value": term.text, "@language": LANGUAGE}
        case Typed():
            return {"@value": term.text, "@type": term.datatype} if term.datatype else term.text
