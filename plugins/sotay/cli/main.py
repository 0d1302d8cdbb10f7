"""The command's entry: its subcommands, its exit codes, and the one place that catches everything."""

from __future__ import annotations

import gc
import sys
import traceback
from itertools import pairwise

import click

from sotay import __version__
from sotay.cli.vietnamese import VietnameseGroup, usage_message
from sotay.errors import SotayError

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3
"""Exit codes."""


COMMANDS = {
    "audit-pack": "sotay.cli.audit_pack:audit_pack",
    "build": "sotay.cli.build:build",
    "check": "sotay.cli.check:check",
    "diff": "sotay.cli.diff:diff",
    "import": "sotay.cli.import_records:import_group",
    "issue": "sotay.cli.issue:issue",
    "log": "sotay.cli.log:log",
    "report": "sotay.cli.report:report_group",
    "review": "sotay.cli.review:review",
    "rule": "sotay.cli.rule:rule",
    "schema": "sotay.cli.schema:schema",
    "serve": "sotay.cli.serve:serve",
    "verify": "sotay.cli.verify:verify",
    "sign": "sotay.cli.sign:sign",
}
"""Where each subcommand is; it is loaded when it is called, so that no command waits for what another needs."""


@click.group(
    cls=VietnameseGroup,
    lazy_commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sotay", help="Hiện số phiên bản rồi thoát.")
def cli() -> None:
    """Sổ tay: sổ tay chất lượng và cổng thủ tục hành chính của một tỉnh, từ Markdown trong Git.

    \b
    Ví dụ:
      sotay check                       kiểm tra toàn bộ kho tài liệu
      sotay build --out site            dựng Cổng và trang của mọi cơ quan
      sotay issue QT-HT-01 --agency so-tu-phap --decision 45/QĐ-STP \\
        --date 2026-06-15 --effective 2026-07-01 --signed-by le-van-c

    Mã thoát: 0 sạch, 1 có lỗi trong tài liệu, 2 dùng lệnh hoặc cấu hình sai, 3 lỗi của chương trình.
    """


def main() -> None:
    """Run the command; a user's mistake never shows a traceback, a bug of ours says how to report it."""
    # A province is many small values that live until the end: looking for cycles among them takes a tenth of the time.
    gc.set_threshold(200_000, 50, 100)
    language = "en" if "en" in _option("--lang") else "vi"
    try:
        sys.exit(cli(standalone_mode=False) or CLEAN)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        sys.exit(USAGE)
    except click.ClickException as error:
        said = error.format_message() if language == "en" else usage_message(error)
        click.echo(f"sotay: {said}. Xem “sotay --help”.", err=True)
        sys.exit(USAGE)
    except SotayError as error:
        # What a file or a person brought into the message must not steer the terminal.
        from sotay.rendering.findings.text import harmless  # noqa: PLC0415 - only messages need it

        click.echo(f"sotay: {harmless(error.en if language == 'en' else error.vi)}", err=True)
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001 - the one place where a bug becomes exit code 3
        click.echo(traceback.format_exc(), err=True)
        click.echo(
            f"sotay {__version__}: lỗi của chương trình. Xin gửi toàn bộ thông báo này cho người phát triển.", err=True
        )
        sys.exit(BUG)


def _option(name: str) -> list[str]:
    """The words given for an option, read before click does, so that every message is in one language."""
    words = sys.argv[1:]
    given = [word.partition("=")[2] for word in words if word.startswith(f"{name}=")]
    return given + [after for word, after in pairwise(words) if word == name]
