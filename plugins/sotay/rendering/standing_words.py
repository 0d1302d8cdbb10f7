"""How a version stands on a day, in a word or two, for terminals and tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sotay.history.ledger import Standing
from sotay.model.phrase import Phrase

STANDINGS: Final[Mapping[Standing, Phrase]] = {
    Standing.UPCOMING: Phrase("chưa áp dụng", "not in force yet"),
    Standing.IN_FORCE: Phrase("đang có hiệu lực", "in force"),
    Standing.SUPERSEDED: Phrase("đã được thay thế", "superseded"),
    Standing.WITHDRAWN: Phrase("đã bãi bỏ", "withdrawn"),
    Standing.LAPSED: Phrase("hết hiệu lực", "lapsed"),
}
