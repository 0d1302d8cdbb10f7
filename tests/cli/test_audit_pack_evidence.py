"""An audit pack under attack: what it says of signatures, scans and own terms, and how it is made again."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sotay.engine.check_folder import read_folder
from sotay.rendering.decision_yaml import signature_yaml
from sotay.sources.published_files import found_files
from sotay.usecases.verify_signatures import canonical_texts
from tests.support.command import edit, sotay
from tests.support.recorded_province import git
from tests.support.released import copy_of, record
from tests.support.signing import DECISION, a_province, give_key, kept_key, signed_text

ASKED = ("--from", "2026-07-01", "--to", "2026-10-01", "--sample", "2")
SCAN = "sites/so-tu-phap/decisions/2026-52.pdf"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small province, whose decision 52 Lê Văn C signed."""
    folder = tmp_path_factory.mktemp("tinh")
    root = a_province(folder)
    give_key(root, kept_key(folder, "le-van-c"))
    sign(root, folder, "le-van-c")
    git(root, "init", "--quiet", "--initial-branch=main")
    return record(root, "Ban hành")


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    return copy_of(original, tmp_path / "kho")


@pytest.fixture(scope="module")
def whole(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(original, tmp_path_factory.mktemp("ho-so") / "stp")


def sign(root: Path, folder: Path, who: str) -> None:
    text = (root / DECISION).read_text(encoding="utf-8").partition("signature:")[0]
    (root / DECISION).write_text(text, encoding="utf-8")
    canonical = canonical_texts(read_folder(root))[DECISION]
    (root / DECISION).write_text(text + signature_yaml(signed_text(canonical, kept_key(folder, who))), encoding="utf-8")


def pack(root: Path, out: Path, agency: str = "so-tu-phap", seed: str = "doan 3") -> Path:
    done = sotay("audit-pack", agency, *ASKED, f"--seed={seed}", "--out", str(out), cwd=root)
    assert done.returncode == 0, done.stderr
    return out


def row(folder: Path, number: str) -> dict[str, str]:
    text = (folder / "quyet-dinh.csv").read_bytes().decode("utf-8-sig")
    [found] = [row for row in csv.DictReader(io.StringIO(text)) if row["Số"] == number]
    return found


def verified(folder: Path, root: Path, *options: str) -> tuple[set[tuple[str, str]], set[str]]:
    """The deviations, and what was proven."""
    done = sotay("verify", str(folder), "--root", str(root), "--format", "json", *options, cwd=folder.parent)
    assert "Traceback" not in done.stderr
    said = json.loads(done.stdout)
    return {(d["kind"], d["subject"]) for d in said["deviations"]}, {p["kind"] for p in said["proven"]}


def cover(folder: Path, change: Callable[[dict[str, object]], None] = lambda _: None) -> None:
    """Bring the manifest into line with the files, as a forger would."""
    path = folder / "release.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"] = [file.model_dump(mode="json") for file in found_files(folder).files]
    change(manifest)
    path.write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def in_shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as the guide prints it."""
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


def test_openssh_alone_checks_a_signature_with_the_files_of_the_pack(whole: Path) -> None:
    assert row(whole, "52/QĐ-STP")["Chữ ký số"] == "đúng"
    guide = (whole / "DOC-TRUOC.md").read_text(encoding="utf-8")
    [command] = re.findall(r"`(ssh-keygen -Y verify [^`]*)`", guide)
    done = in_shell(command, whole)
    assert done.returncode == 0, done.stderr
    assert 'Good "decision@sotay" signature for le-van-c' in done.stdout


def test_the_command_of_the_guide_makes_the_pack_again(original: Path, whole: Path, tmp_path: Path) -> None:
    guide = (whole / "DOC-TRUOC.md").read_text(encoding="utf-8")
    [command] = re.findall(r"`sotay (audit-pack [^`]*)`", guide)
    program = Path(sys.executable).parent / "sotay"
    done = in_shell(f"{program} {command} --out {tmp_path / 'stp'}", original)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "stp.zip").read_bytes() == whole.with_name("stp.zip").read_bytes()


def test_a_signature_by_a_stranger_is_no_evidence(root: Path, tmp_path: Path) -> None:
    sign(root, tmp_path, "nguoi-la")
    record(root, "Ký thay")
    found = pack(root, tmp_path / "stp")
    assert row(found, "52/QĐ-STP")["Chữ ký số"].startswith("SAI")
    assert "chữ ký số sai" in (found / "DOC-TRUOC.md").read_text(encoding="utf-8")
    deviations, proven = verified(found, root)
    assert deviations == {("signer_wrong", DECISION)}
    assert "signatures" not in proven


def test_a_signature_of_no_use_is_a_deviation(root: Path, tmp_path: Path) -> None:
    text = (root / DECISION).read_text(encoding="utf-8").partition("signature:")[0]
    (root / DECISION).write_text(text + "signature: chữ ký đã bị xóa\n", encoding="utf-8")
    record(root, "Xóa chữ ký")
    assert verified(pack(root, tmp_path / "stp"), root)[0] == {("signature_wrong", DECISION)}


def test_scans_that_are_absent_or_others_are_named(root: Path, tmp_path: Path) -> None:
    stated = f"scan:\n  file: 2026-52.pdf\n  sha256: sha256:{'a' * 64}\nsignature:"
    edit(root / DECISION, "signature:", stated)
    assert row(pack(root, tmp_path / "thieu"), "52/QĐ-STP")["Bản quét"] == "THIẾU tệp"
    (root / SCAN).write_bytes(b"%PDF-1.4 khac")
    found = pack(root, tmp_path / "sai")
    assert row(found, "52/QĐ-STP")["Bản quét"] == "SAI mã băm"
    assert "bản quét thiếu hoặc sai" in (found / "DOC-TRUOC.md").read_text(encoding="utf-8")


def test_own_terms_come_with_the_decision_that_permits_them(original: Path, tmp_path: Path) -> None:
    found = pack(original, tmp_path / "pdk", "phuong-dong-kinh")
    assert (found / row(found, "20/QĐ-UBND")["Tệp"]).is_file()
    assert "overrides:" in (found / "co-quan/phuong-dong-kinh.yml").read_text(encoding="utf-8")
    assert (found / "co-quan/so-tu-phap.yml").is_file(), "who approved what was adopted"


def test_a_rebuild_makes_the_pack_again_from_its_request(original: Path, whole: Path) -> None:
    deviations, proven = verified(whole, original, "--rebuild")
    assert deviations == set()
    assert "rebuilt" in proven


def test_a_forged_text_under_a_forged_manifest_is_found_by_a_rebuild(
    original: Path, whole: Path, tmp_path: Path
) -> None:
    forged = copy_of(whole, tmp_path / "stp")
    text = forged / "van-ban/QT-HT-01/1.0.md"
    text.write_text(text.read_text(encoding="utf-8").replace("originals: 1", "originals: 2"), encoding="utf-8")
    (forged / "quyet-dinh.csv").unlink()
    cover(forged)
    assert verified(forged, original)[0] == set(), "nothing but a rebuild can tell"
    assert verified(forged, original, "--rebuild")[0] == {
        ("rebuilt_differs", "van-ban/QT-HT-01/1.0.md"), ("rebuilt_besides", "quyet-dinh.csv"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value"), [("agency", "../so-tu-phap"), ("agency", "khong-co"), ("last", "2026-09-01"), ("seed", "khac")]
)
def test_a_forged_request_is_found_by_a_rebuild(
    original: Path, whole: Path, tmp_path: Path, key: str, value: str
) -> None:
    forged = copy_of(whole, tmp_path / "stp")

    def ask_otherwise(manifest: dict[str, object]) -> None:
        request: dict[str, object] = manifest["request"]  # type: ignore[assignment]
        request[key] = value

    cover(forged, ask_otherwise)
    assert verified(forged, original, "--rebuild")[0]


def test_a_pack_without_a_request_is_none(original: Path, whole: Path, tmp_path: Path) -> None:
    forged = copy_of(whole, tmp_path / "stp")
    cover(forged, lambda manifest: manifest.update(request=None))
    assert verified(forged, original)[0] == {("manifest_fault", "release.json")}


def test_the_record_of_a_site_says_nothing_of_a_pack(root: Path, whole: Path) -> None:
    commit = git(root, "rev-parse", "HEAD")
    (root / "sites/releases").mkdir()
    (root / "sites/releases/2026-10-01-noi-bo.yml").write_text(
        f"as_of: 2026-10-01\nedition: internal\ncommit: {commit}\ndigest: sha256:{'5a' * 32}\n", encoding="utf-8"
    )
    assert verified(whole, root)[0] == set()


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
@pytest.mark.parametrize("taken", ["stp", "stp.zip"])
def test_what_is_there_is_not_touched_and_nothing_half_is_left(root: Path, tmp_path: Path, taken: str) -> None:
    place = tmp_path / "ra"
    place.mkdir()
    (place / taken).symlink_to(tmp_path / "nowhere")
    done = sotay("audit-pack", "so-tu-phap", *ASKED, "--out", str(place / "stp"), cwd=root)
    assert (done.returncode, "không ghi đè" in done.stderr) == (2, True)
    assert [path.name for path in place.iterdir()] == [taken]
    assert not (tmp_path / "nowhere").exists()


def test_a_place_that_cannot_be_written_is_said_in_one_line(root: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    done = sotay("audit-pack", "so-tu-phap", *ASKED, "--out", str(tmp_path / "tep/stp"), cwd=root)
    assert (done.returncode, "không ghi được" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


@pytest.mark.parametrize("seed", ["a`b", "a'b", "a\nb", "", "a\u202eb"])
def test_a_seed_that_would_run_in_a_copied_command_is_refused(root: Path, tmp_path: Path, seed: str) -> None:
    done = sotay("audit-pack", "so-tu-phap", *ASKED, f"--seed={seed}", "--out", str(tmp_path / "x"), cwd=root)
    assert (done.returncode, (tmp_path / "x").exists()) == (2, False)
