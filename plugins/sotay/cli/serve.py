"""`sotay serve`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from sotay.cli.options import root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.build_sites import PORTAL, sites_of


@click.command(cls=VietnameseCommand)
@click.argument("agency", default=PORTAL, metavar="[CƠ QUAN]")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ và cổng.")
@root_option
def serve(agency: str, address: str, root: Path | None) -> int:
    """Xem thử một trang trên máy mình; sửa tài liệu thì trang tự dựng lại.

    CƠ QUAN là mã cơ quan; bỏ trống là Cổng.

    \b
    Ví dụ:
      sotay serve
      sotay serve phuong-dong-kinh
    """
    (site,) = sites_of(root_or_here(root), [agency])
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(site.config), "-a", address]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own program
