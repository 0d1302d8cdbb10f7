"""The canonical text of a decision: what its signer signs, the same however the file is laid out.

Reads: a decision, and whose it is.
Returns: a line that names the form, then JSON in one fixed layout: keys in order, one a line, the signature left out.
Agency and province are in it, so that a signature cannot be moved to a like decision of another agency.
Only stated keys are in it, so that keys which the schema gains later leave old signatures valid.
"""

from __future__ import annotations

import json
from typing import Final

from sotay.model.decision import Decision
from sotay.model.stated_content import stated_content

NAMESPACE: Final = "decision@sotay"
"""What a signature must be made for (`ssh-keygen -n`), so that none made for another purpose counts."""
FORM: Final = "sotay-decision 1"
"""The first line: the form of the text, and its version."""
_UNSIGNED = frozenset({"signature"})


def canonical_decision(decision: Decision, agency: str, province: str) -> str:
    """Return the text to be signed; `agency` is the id of its folder, `province` the code of the province."""
    content = {"province": province, "agency": agency, "decision": stated_content(decision, leave_out=_UNSIGNED)}
    return f"{FORM}\n{json.dumps(content, ensure_ascii=False, sort_keys=True, indent=2)}\n"
