"""Nodes as Turtle (RDF 1.1), in their order: the same nodes are the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sotay.rendering.open_data.linked.nodes import LANGUAGE, Name, Node, Ref, Term, Typed, Words, prefixes

_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    | {chr(code): f"\\u{code:04X}" for code in (*range(9), 11, 12, *range(14, 32), 127)}
)


def turtle(nodes: Iterable[Node], base: str) -> str:
    """Return nodes as Turtle; addresses below the portal are relative to `base`."""
    head = [f"@base <{base}> .", *(f"@prefix {prefix}: <{address}> ." for prefix, address in prefixes(base).items())]
    return "\n".join([*head, "", *(_node(one) for one in nodes)])


def _node(one: Node) -> str:
    return " ;\n  ".join(_statements(one)) + " .\n"


def _statements(one: Node) -> Iterator[str]:
    yield f"{_term(one.at)} a {', '.join(one.kinds)}"
    for name, values in one.facts:
        yield f"{name} {', '.join(map(_term, values))}"


def _term(term: Term) -> str:
    match term:
        case Ref():
            return f"<{term.address}>"
        case Name():
            return term.name
        case Words():
            return f'"{term.text.translate(_ESCAPES)}"@{LANGUAGE}'
        case Typed():
            kind = f"^^{term.datatype}" if term.datatype else ""
            return f'"{term.text.translate(_ESCAPES)}"{kind}'
