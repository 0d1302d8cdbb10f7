"""`sotay serve`."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.build_sites import PORTAL, sites_of
from sotay.model.release import Edition


@click.command(cls=VietnameseCommand)
@click.argument("agency", default=PORTAL, metavar="[CƠ QUAN]")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ và cổng.")
@click.option("--known-at", metavar="PHIÊN BẢN|NGÀY", help="Xem theo điều kho đã biết tại một phiên bản hoặc ngày.")
@click.option("--edition", type=click.Choice([edition.value for edition in Edition]), help="Ấn bản cần xem.")
@as_of_option
@root_option
def serve(
    agency: str, address: str, known_at: str | None, edition: str | None, as_of: date | None, root: Path | None
) -> int:
    """Xem thử một trang trên máy mình; sửa tài liệu thì trang tự dựng lại.

    CƠ QUAN là mã cơ quan; bỏ trống là Cổng.

    \b
    Ví dụ:
      sotay serve
      sotay serve phuong-dong-kinh
      sotay serve --as-of 2027-03-01
    """
    (site,) = sites_of(root_or_here(root), [agency])
    stated = {"SOTAY_AS_OF": as_of and as_of.isoformat(), "SOTAY_KNOWN_AT": known_at, "SOTAY_EDITION": edition}
    told = {name: value for name, value in stated.items() if value}
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(site.config), "-a", address]
    return subprocess.run(command, check=False, env=os.environ | told).returncode  # noqa: S603 - our own program
