"""Signs texts with OpenSSH's own `ssh-keygen -Y sign`; the secret key never enters this program.

Reads: the file of a key: the secret one, or the public one of a key that `ssh-agent` or a security key holds.
Returns: an armored signature. The passphrase is asked by `ssh-keygen` on the user's terminal.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

from sotay.errors import CannotSign
from sotay.history.canonical_decision import NAMESPACE
from sotay.model.phrase import Phrase

Tell = Callable[[str], None]
"""Shows the signer a line while `ssh-keygen` waits, as for a touch of a security key."""
_WAITS_FOR_TOUCH = "user presence"


def sign_text(text: str, key: Path, tell: Tell) -> str:
    """Return the signature of a text for the namespace of decisions; raises CannotSign with what to do about it."""
    program = which("ssh-keygen")
    if program is None:
        raise CannotSign(
            "máy này không có lệnh ssh-keygen. Cài gói OpenSSH (openssh-client) rồi chạy lại.",
            "this machine has no command ssh-keygen. Install OpenSSH (openssh-client) and run again.",
        )
    if not key.is_file():
        raise CannotSign(
            f"không có tệp khóa {key}. Chỉ ra tệp khóa bí mật, ví dụ ~/.ssh/id_ed25519; "
            "chưa có khóa thì tạo bằng “ssh-keygen -t ed25519”.",
            f"there is no key file {key}. Name the file of the secret key, e.g. ~/.ssh/id_ed25519; "
            "make one with “ssh-keygen -t ed25519”.",
        )
    with tempfile.TemporaryDirectory(prefix="sotay-") as folder:
        draft = Path(folder) / "decision"
        draft.write_text(text, encoding="utf-8", newline="\n")
        command = [program, "-Y", "sign", "-f", str(key.absolute()), "-n", NAMESPACE, str(draft)]
        code, said = _run(command, tell)
        signature = draft.with_name("decision.sig")
        if code or not signature.is_file():
            raise _refusal(key, said)
        return signature.read_text(encoding="ascii")


def _run(command: list[str], tell: Tell) -> tuple[int, str]:
    """Run `ssh-keygen`, passing on at once what it asks of the signer; return its code and all that it said."""
    environment = os.environ | {"LC_ALL": "C", "LANGUAGE": "C"}
    said: list[str] = []
    with subprocess.Popen(  # noqa: S603 - ssh-keygen, with files and words of our own
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as running:
        for line in running.stderr or ():
            said.append(line)
            if _WAITS_FOR_TOUCH in line:
                tell(line.strip())
    return running.returncode, "".join(said)


def _refusal(key: Path, said: str) -> CannotSign:
    """What `ssh-keygen` said against a key, and the remedy."""
    for sign, told in _REFUSALS.items():
        if sign in said:
            return CannotSign(told.vi.format(key=key), told.en.format(key=key))
    words = " ".join(said.split())
    return CannotSign(
        f"lệnh ssh-keygen không ký được bằng {key}: “{words}”. Thử ký một tệp bất kỳ bằng khóa này để tìm nguyên nhân.",
        f"ssh-keygen could not sign with {key}: “{words}”. Try to sign any file with this key to find out why.",
    )


_REFUSALS = {
    "UNPROTECTED PRIVATE KEY FILE": Phrase(
        "tệp khóa {key} để người khác đọc được nên ssh-keygen không dùng. Chạy “chmod 600 {key}” rồi ký lại; "
        "nếu người khác có thể đã chép tệp này thì thôi dùng khóa và tạo khóa mới.",
        "others may read the key file {key}, so ssh-keygen does not use it. Run “chmod 600 {key}” and sign again; "
        "if somebody may have copied it, stop using the key and make a new one.",
    ),
    "incorrect passphrase": Phrase(
        "không mở được khóa {key}: mật khẩu không đúng, hoặc không có cửa sổ lệnh để hỏi mật khẩu. "
        "Chạy lại trong cửa sổ lệnh, hoặc nạp khóa trước bằng “ssh-add {key}” rồi ký bằng tệp .pub của khóa.",
        "the key {key} was not opened: the passphrase is wrong, or there is no terminal to ask for it. "
        "Run again in a terminal, or load the key with “ssh-add {key}” and sign with its .pub file.",
    ),
    "No private key found for public key": Phrase(
        "{key} là khóa công khai, và không thấy khóa bí mật của nó ở bên cạnh hay trong ssh-agent. "
        "Nạp khóa bằng “ssh-add”, hoặc chỉ ra tệp khóa bí mật.",
        "{key} is a public key, and its secret key is neither beside it nor in ssh-agent. "
        "Load it with “ssh-add”, or name the file of the secret key.",
    ),
    "device not found": Phrase(
        "không thấy khóa bảo mật (FIDO) của {key}. Cắm khóa vào máy rồi ký lại.",
        "the security key (FIDO) of {key} was not found. Plug it in and sign again.",
    ),
    "agent refused operation": Phrase(
        "ssh-agent từ chối ký bằng {key}. Cắm hoặc chạm khóa bảo mật, mở khóa ssh-agent, rồi ký lại.",
        "ssh-agent refused to sign with {key}. Plug in or touch the security key, unlock ssh-agent, and sign again.",
    ),
    "Couldn't load public key": Phrase(
        "{key} không phải là tệp khóa SSH. Chỉ ra tệp khóa bí mật, ví dụ ~/.ssh/id_ed25519.",
        "{key} is no SSH key. Name the file of the secret key, e.g. ~/.ssh/id_ed25519.",
    ),
    "unknown option": Phrase(
        "lệnh ssh-keygen của máy này quá cũ. Cài OpenSSH 8.2 trở lên.",
        "ssh-keygen of this machine is too old. Install OpenSSH 8.2 or later.",
    ),
}
"""By what `ssh-keygen` says: what is the case and what to do."""
