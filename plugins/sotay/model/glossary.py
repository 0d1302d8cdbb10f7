"""The glossary of search: everyday words, and the official words they stand for."""

from __future__ import annotations

from pydantic import Field

from sotay.model.schema import Value


class GlossaryEntry(Value):
    """Ways to say one thing, and how the names of procedures and papers say it."""

    say: tuple[str, ...] = Field(
        title="cách nói", description="Cách người dân hay nói, viết đủ dấu: sổ đỏ, sổ hồng.", min_length=1
    )
    means: tuple[str, ...] = Field(
        title="nghĩa là",
        description="Lời trong tên thủ tục, giấy tờ; trang web tìm thêm lời này bên cạnh lời đã gõ.",
        min_length=1,
    )


class Glossary(Value):
    """`procedures/glossary.yml`."""

    entries: tuple[GlossaryEntry, ...] = Field((), title="cách nói", description="Các cách nói và nghĩa của chúng.")
    stop_words: tuple[str, ...] = Field(
        (),
        title="lời bỏ qua",
        description="Lời trong câu hỏi không nói gì về việc cần tìm: xin hỏi, ở đâu, thế nào.",
    )
