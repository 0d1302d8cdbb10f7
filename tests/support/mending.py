"""Mends one file as `sotay check --fix` would where no decision approved anything."""

from __future__ import annotations

from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.mend_texts import Mended, mend_texts, to_be_mended


def mending(path: str, text: str) -> Mended:
    """Return what becomes of a file that lies at a path."""
    texts = {path: text.replace("\r\n", "\n")}
    province = assemble_province(texts)
    written = {path: text} if path in to_be_mended(province) else {}
    return next(iter(mend_texts(province, texts, written)), Mended(path, text, text, (), ()))


def mended(path: str, text: str) -> str:
    """Return the text of a file once it is mended."""
    return mending(path, text).after
