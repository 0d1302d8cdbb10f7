"""The repository with the past of the reference province, made by its own script."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.command import REPOSITORY


def make_past(place: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script that makes the repository, with some variables set."""
    command = [sys.executable, REPOSITORY / "scripts/make-past", place]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
