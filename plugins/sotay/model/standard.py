"""The clauses of the standards that a quality management system can follow: numbers are data, one list an edition.

A standard that is not listed here is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping

CLAUSES: Mapping[str, frozenset[str]] = {
    "TCVN ISO 9001:2015": frozenset(
        """
        4  4.1 4.2 4.3 4.4 4.4.1 4.4.2
        5  5.1 5.1.1 5.1.2 5.2 5.2.1 5.2.2 5.3
        6  6.1 6.1.1 6.1.2 6.2 6.2.1 6.2.2 6.3
        7  7.1 7.1.1 7.1.2 7.1.3 7.1.4 7.1.5 7.1.5.1 7.1.5.2 7.1.6 7.2 7.3 7.4
           7.5 7.5.1 7.5.2 7.5.3 7.5.3.1 7.5.3.2
        8  8.1 8.2 8.2.1 8.2.2 8.2.3 8.2.3.1 8.2.3.2 8.2.4
           8.3 8.3.1 8.3.2 8.3.3 8.3.4 8.3.5 8.3.6 8.4 8.4.1 8.4.2 8.4.3
           8.5 8.5.1 8.5.2 8.5.3 8.5.4 8.5.5 8.5.6 8.6 8.7 8.7.1 8.7.2
        9  9.1 9.1.1 9.1.2 9.1.3 9.2 9.2.1 9.2.2 9.3 9.3.1 9.3.2 9.3.3
        10 10.1 10.2 10.2.1 10.2.2 10.3
        """.split()  # noqa: SIM905 - a table to read
    ),
}
"""The numbers of the clauses that state requirements, by standard and edition."""
