"""The shipped scripts, run in node."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.support.command import REPOSITORY

SCRIPTS = REPOSITORY / "plugins/sotay/theme/assets/javascripts"
_CALL = """
import * as asked from %s;
let text = "";
for await (const part of process.stdin.setEncoding("utf8")) text += part;
const run = %s;
process.stdout.write(JSON.stringify(await run(asked, JSON.parse(text))));
"""


def in_node(module: str, run: str, value: object) -> Any:
    """Return what `run`, a JavaScript function of a module of the theme and a value, makes of it; both as JSON."""
    call = _CALL % (json.dumps((SCRIPTS / module).as_uri()), run)
    command = ["node", "--input-type=module", "--eval", call]
    done = subprocess.run(
        command, input=json.dumps(value), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
