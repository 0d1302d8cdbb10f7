"""`sotay rule`."""

from __future__ import annotations

import click

from sotay.cli.options import lang_option
from sotay.cli.vietnamese import VietnameseCommand
from sotay.errors import BadInput
from sotay.model.phrase import Language
from sotay.rendering.rule_text import rule_book, rule_text
from sotay.rules.catalogue import RULES
from sotay.text.fold import closest


@click.command(cls=VietnameseCommand)
@click.argument("codes", nargs=-1, metavar="[MÃ]…")
@click.option("--markdown", is_flag=True, help="In cả bộ quy tắc dạng Markdown.")
@lang_option
def rule(codes: tuple[str, ...], markdown: bool, lang: Language) -> int:
    """Giải thích quy tắc: đòi hỏi gì, căn cứ nào, sửa ra sao, tỉnh được đổi mức hay không.

    MÃ là mã quy tắc; bỏ trống là tất cả.

    \b
    Ví dụ:
      sotay rule ST204
      sotay rule ST407 ST504
      sotay rule --markdown > docs/rules.md
    """
    by_code = {rule.code: rule for rule in RULES}
    for code in codes:
        if code.upper() not in by_code:
            near = closest(code.upper(), by_code)
            vi = f"không có quy tắc {code}" + (f"; có phải là {near}?" if near else ".")
            raise BadInput(vi, f"there is no rule {code}" + (f"; did you mean {near}?" if near else "."))
    if markdown:
        click.echo(rule_book(RULES), nl=False)
        return 0
    wanted = [by_code[code.upper()] for code in codes] or RULES
    click.echo("\n".join(rule_text(one, lang) for one in wanted), nl=False)
    return 0
