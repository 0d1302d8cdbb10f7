"""`sotay schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sotay.cli.options import lang_option
from sotay.cli.vietnamese import VietnameseCommand
from sotay.errors import BadInput
from sotay.model.phrase import Language, Phrase
from sotay.rendering.json_schema import KINDS, json_schema
from sotay.rendering.key_reference import key_reference


@click.command(cls=VietnameseCommand)
@click.option("--kind", type=click.Choice(list(KINDS)), help="In lược đồ của một loại tệp.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ MỤC",
    help="Ghi lược đồ vào thư mục, mỗi loại tệp một tệp .json.",
)
@click.option("--markdown", is_flag=True, help="In bảng tra cứu mọi khóa dạng Markdown.")
@lang_option
def schema(kind: str | None, out: Path | None, markdown: bool, lang: Language) -> int:
    """In lược đồ của các loại tệp: khóa nào, kiểu gì, giá trị nào được phép.

    Lược đồ theo JSON Schema 2020-12, dùng để trình soạn thảo gợi ý và báo lỗi ngay khi gõ.
    Không có tùy chọn nào thì liệt kê các loại tệp.

    \b
    Ví dụ:
      sotay schema
      sotay schema --kind agency
      sotay schema --out docs/schema
      sotay schema --markdown > docs/keys.md
    """
    if markdown and (kind or out):
        raise BadInput("--markdown không dùng cùng --kind hoặc --out.", "--markdown does not go with --kind or --out.")
    if markdown:
        click.echo(key_reference(), nl=False)
    elif out:
        _write(out, [kind] if kind else list(KINDS), lang)
    elif kind:
        click.echo(_text(kind), nl=False)
    else:
        for name, known in KINDS.items():
            click.echo(f"{name:<12}  {json_schema(name)['title']:<30}  {known.files}")
    return 0


def _write(folder: Path, kinds: list[str], language: Language) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in kinds:
            (folder / f"{kind}.json").write_text(_text(kind), encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadInput(f"không ghi được vào {folder}: {error}.", f"cannot write into {folder}: {error}.") from error
    click.echo(_WRITTEN.format(count=len(kinds), folder=folder)(language))


def _text(kind: str) -> str:
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


_WRITTEN = Phrase("Đã ghi {count} lược đồ vào {folder}.", "Wrote {count} schemas into {folder}.")
