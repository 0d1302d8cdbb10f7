"""The sample workflows in docs/ci: what they may do, and that their commands work in a real repository."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.command import COMMAND, REPOSITORY
from tests.support.recorded_province import RecordedProvince

FOLDER = REPOSITORY / "docs/ci"
FILES = sorted(path.name for path in FOLDER.glob("*.yml"))
ACTIONS = ["forgejo.yml", "github.yml"]
PINNED = re.compile(r"(https://[\w.]+/)?[\w-]+/[\w-]+@[0-9a-f]{40}")
PINNED_IMAGE = re.compile(r"[\w./-]+:[\w.-]*\d[\w.-]*")


def workflow(name: str) -> Any:
    return YAML(typ="safe").load((FOLDER / name).read_text(encoding="utf-8"))


def jobs(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = workflow(name)["jobs"]
    return found


def steps(name: str) -> Iterator[Mapping[str, Any]]:
    for job in jobs(name).values():
        yield from job["steps"]


def commands(name: str) -> list[tuple[str, Mapping[str, str]]]:
    """Every line that runs sotay, with the variables it is given."""
    if name == "gitlab.yml":
        stages = [job for job in workflow(name).values() if isinstance(job, dict)]
        lines = [(line, {}) for job in stages for key in ("script", "after_script") for line in job.get(key, ())]
    else:
        lines = [(line, step.get("env", {})) for step in steps(name) for line in step.get("run", "").splitlines()]
    return [(line, given) for line, given in lines if line.lstrip().startswith("sotay ")]


def test_there_is_one_for_each_server() -> None:
    assert FILES == ["forgejo.yml", "github.yml", "gitlab.yml"]
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"({name})" in readme for name in FILES)


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(name: str) -> None:
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    lines = [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert all(re.search(r"# v\d+\.\d+\.\d+$", line) for line in lines)


def test_images_name_a_version() -> None:
    images = [job["image"] for job in workflow("gitlab.yml").values() if isinstance(job, dict) and "image" in job]
    images += [job["container"]["image"] for job in jobs("forgejo.yml").values()]
    assert [image for image in images if not PINNED_IMAGE.fullmatch(image)] == []


@pytest.mark.parametrize("name", ACTIONS)
def test_by_default_a_workflow_may_only_read(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}


def test_what_may_write_runs_nothing_of_the_pull_request() -> None:
    writing = {key: job for key, job in jobs("github.yml").items() if job.get("permissions")}
    assert {key: job["permissions"] for key, job in writing.items()} == {"comment": {"pull-requests": "write"}}
    for job in writing.values():
        assert [step["uses"].split("@")[0] for step in job["steps"] if "uses" in step] == ["actions/download-artifact"]
        assert not any(word in step.get("run", "") for step in job["steps"] for word in ("sotay", "pip", "checkout"))
        assert "head.repo.full_name == github.repository" in job["if"]


@pytest.mark.parametrize("name", ACTIONS)
def test_nothing_of_others_runs_with_the_right_to_write(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    # YAML 1.1 takes the key for a yes; whichever it is here, only pull requests start the workflow.
    stated = workflow(name)
    assert list(stated.get("on", stated.get(True))) == ["pull_request"]
    assert "pull_request_target" not in text
    # What others choose the name of must come in as a variable, not as a part of the script.
    assert [step["run"] for step in steps(name) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("name", ACTIONS)
def test_the_whole_history_is_fetched_and_no_password_is_kept(name: str) -> None:
    (checkout,) = [step for step in steps(name) if "checkout" in step.get("uses", "")]
    assert checkout["with"]["fetch-depth"] == 0
    assert checkout["with"]["persist-credentials"] is False


def test_the_whole_history_is_fetched_on_gitlab() -> None:
    assert workflow("gitlab.yml")["variables"]["GIT_DEPTH"] == "0"


def test_gitlab_takes_the_name_of_the_artifact() -> None:
    """Any other letter makes the whole configuration invalid (GitLab CI/CD YAML syntax reference, `expose_as`)."""
    stated = workflow("gitlab.yml")["sotay-review"]["artifacts"]["expose_as"]
    assert re.fullmatch(r"(?a:\w[-\w ]*)", stated)


@pytest.mark.parametrize("name", FILES)
def test_packages_come_with_their_hashes(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    installs = [line for line in text.splitlines() if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line for line in installs)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a server checks out: a clone of which the head of a pull request is detached; its base is origin/main."""
    folder = tmp_path_factory.mktemp("ci")
    origin = RecordedProvince(folder / "goc")
    origin.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=[{"amount": 8000, "unit": "bản"}])
    origin.archive.issue("QT-HT-06")
    origin.record("Ban hành")
    origin.git("switch", "--quiet", "--create", "viec")
    origin.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=[{"amount": 9000, "unit": "bản"}])
    head = origin.record("Sửa lệ phí", "2026-06-20")
    origin.git("clone", "--quiet", str(origin.top), str(folder / "ban"))
    origin.git("-C", str(folder / "ban"), "checkout", "--quiet", "--detach", head)
    return folder / "ban"


@pytest.mark.parametrize("name", FILES)
def test_the_commands_of_a_workflow_work(name: str, clone: Path) -> None:
    found = commands(name)
    assert {shlex.split(line)[1] for line, _ in found} == {"review", "check"}
    for line, given in found:
        done = run(line, given, clone)
        assert "Traceback" not in done.stderr
        is_check = shlex.split(line)[1] == "check" and "|| true" not in line
        assert done.returncode == int(is_check), done.stderr
    assert "8.000 đồng/bản → 9.000 đồng/bản" in (clone / "ra-soat.md").read_text(encoding="utf-8")
    if name == "gitlab.yml":
        quality = json.loads((clone / "code-quality.json").read_text(encoding="utf-8"))
        assert "ST207" in {entry["check_name"] for entry in quality}


def run(line: str, given: Mapping[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as the server's shell does, with the variables that the server would fill in."""
    filled = {key: value.replace("${{ github.event.pull_request.base.ref }}", "main") for key, value in given.items()}
    assert not any("${{" in value for value in filled.values())
    environment = {
        **os.environ,
        **filled,
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "PATH": f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
