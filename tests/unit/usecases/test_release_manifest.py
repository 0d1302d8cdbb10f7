"""A manifest says what a publication rests on, and verification names whatever departs from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sotay.model.manifest import Manifest, PublishedFile
from sotay.model.province import FileOf
from sotay.model.release import Edition, Release
from sotay.model.source import Source
from sotay.model.verification import Deviation
from sotay.usecases.publication import Revision
from sotay.usecases.publish_province import publish_province
from sotay.usecases.release_manifest import release_manifest, text_digest
from sotay.usecases.verify_release import (
    compare_decisions,
    compare_files,
    compare_in_force,
    compare_rebuilt,
    compare_records,
    compare_statements,
    compare_with_today,
    records_of,
)
from tests.support.builders import COMMUNE, OWNER, Archive
from tests.support.province import DAY, LATER, a_province

COMMIT = Revision("abcdef1", has_changes=False, full="abcdef1" + "0" * 33)


def manifest_of(archive: Archive, day: date = DAY, edition: Edition = Edition.PUBLIC) -> Manifest:
    return release_manifest(publish_province(archive.examined(day), COMMIT, edition), (), ())


def a_file(path: str, content: str = "x") -> PublishedFile:
    return PublishedFile(path=path, sha256=text_digest(content), size=len(content))


def named(deviations: Iterable[Deviation]) -> list[tuple[str, str]]:
    return [(deviation.kind.value, deviation.subject) for deviation in deviations]


def test_only_decisions_signed_by_the_day_are_listed_by_path() -> None:
    early, late = manifest_of(a_province(), date(2026, 7, 15)), manifest_of(a_province())
    assert [decision.path for decision in late.decisions] == sorted(decision.path for decision in late.decisions)
    assert {"80/QĐ-STP"} <= {d.number for d in late.decisions} - {d.number for d in early.decisions}


def test_what_takes_effect_later_or_is_withdrawn_is_not_in_force() -> None:
    today = {(version.agency, version.code) for version in manifest_of(a_province()).in_force}
    later = {(version.agency, version.code) for version in manifest_of(a_province(), LATER).in_force}
    assert (OWNER, "QT-HT-01") in today
    assert {(OWNER, "QT-HT-03"), (COMMUNE, "QT-HT-03")} <= later - today
    assert not {(OWNER, "QT-HT-04"), (COMMUNE, "QT-HT-04")} & today


def test_internal_documents_stand_only_in_the_internal_manifest() -> None:
    public, internal = manifest_of(a_province()), manifest_of(a_province(), edition=Edition.INTERNAL)

    def codes(manifest: Manifest) -> set[str]:
        return {item.code for decision in manifest.decisions for item in decision.documents} | {
            version.code for version in manifest.in_force
        }

    assert codes(internal) - codes(public) == {"HD-MC-09"}
    assert [d.sha256 for d in public.decisions] == [d.sha256 for d in internal.decisions]


def test_the_letters_of_the_province_fit_on_one_line() -> None:
    archive = a_province()
    archive.texts["sites/province.yml"] = archive.texts["sites/province.yml"].replace(
        "name: Tỉnh Lạng Sơn", 'name: "Tỉnh\\u200bLạng Sơn"'
    )
    assert manifest_of(archive).province.name == "Tỉnh Lạng Sơn"


def test_files_that_differ_are_named_by_path() -> None:
    listed = [a_file("a"), a_file("b"), a_file("d")]
    found = [a_file("a"), a_file("b", "y"), a_file("c")]
    assert named(compare_files(listed, found, ["d", "e"])) == [
        ("file_changed", "b"), ("file_added", "c"), ("not_a_file", "d"), ("not_a_file", "e"),
    ]  # fmt: skip
    assert named(compare_files(listed, found, [])) == [
        ("file_changed", "b"), ("file_added", "c"), ("file_removed", "d"),
    ]  # fmt: skip
    assert named(compare_rebuilt(found, listed)) == [
        ("rebuilt_differs", "b"), ("rebuilt_without", "c"), ("rebuilt_besides", "d"),
    ]  # fmt: skip


def test_decisions_that_are_forged_left_out_or_told_otherwise_are_named() -> None:
    held = manifest_of(a_province()).decisions
    forged = held[0].model_copy(update={"path": "sites/x/decisions/2026-99.yml"})
    told = held[1].model_copy(update={"effective_date": date(2020, 1, 1)})
    assert compare_decisions(held, held) == ()
    assert named(compare_decisions([forged, told, *held[2:]], held)) == [
        ("decision_left_out", held[0].path), ("decision_differs", held[1].path), ("decision_forged", forged.path),
    ]  # fmt: skip


def test_decisions_changed_since_are_named_and_new_ones_are_not() -> None:
    stated, today = manifest_of(a_province()).decisions, a_province()
    edited, removed = f"sites/{OWNER}/decisions/2026-45.yml", f"sites/{COMMUNE}/decisions/2026-15.yml"
    today.texts[edited] += "# sửa sau\n"
    del today.texts[removed]
    today.withdraw("QT-HT-02", serial="95", signed=date(2026, 12, 1), effective=date(2026, 12, 1))
    assert named(compare_with_today(stated, today.province())) == [
        ("decision_removed_since", removed), ("decision_edited_since", edited),
    ]  # fmt: skip


def test_what_is_said_to_be_in_force_must_follow() -> None:
    follows = manifest_of(a_province()).in_force
    since = follows[0].model_copy(update={"since": date(2020, 1, 1)})
    assert compare_in_force(follows, follows, lambda _: True) == ()
    (differs,) = compare_in_force([since, *follows[1:]], follows, lambda _: True)
    assert (differs.kind, "2020-01-01" in differs.facts["stated"]) == ("in_force_differs", True)
    (lost,) = compare_in_force([since, *follows[1:]], follows, lambda _: False)
    assert lost.kind == "text_not_found"
    (left_out,) = compare_in_force(follows[1:], follows, lambda _: True)
    assert left_out.facts["stated"] == ""


def test_statements_about_the_province_must_be_borne_out() -> None:
    manifest = manifest_of(a_province())
    other = manifest.model_copy(update={"province": manifest.province.model_copy(update={"code": "99"})})
    assert compare_statements(manifest, manifest) == ()
    assert named(compare_statements(other, manifest)) == [("statement_differs", "province")]


def test_a_record_of_the_same_release_must_have_its_digest() -> None:
    manifest = manifest_of(a_province())

    def a_record(path: str, **keys: Any) -> FileOf[Release]:
        stated = {"as_of": DAY, "edition": "public", "commit": COMMIT.full, "digest": text_digest("a"), **keys}
        return FileOf(Source(path, ""), Release.model_validate(stated))

    records = [a_record("a.yml"), a_record("b.yml", edition="internal"), a_record("c.yml", as_of=LATER)]
    (same,) = records_of(manifest, records)
    assert same.source.path == "a.yml"
    assert compare_records(text_digest("a"), [same]) == ()
    assert named(compare_records(text_digest("b"), [same])) == [("record_differs", "a.yml")]


def test_records_are_read_into_the_province_and_are_no_agency() -> None:
    archive = a_province()
    text = f"as_of: {DAY}\nedition: public\ncommit: {COMMIT.full}\ndigest: {text_digest('a')}\n"
    archive.file("sites/releases/a.yml", text).file("sites/releases/b.yml", "as_of: hôm nay\n")
    province = archive.province()
    assert [file.source.path for file in province.releases] == ["sites/releases/a.yml"]
    assert "releases" not in province.agency_by_id
    assert any(source.path == "sites/releases/b.yml" for source in province.unreadable)


def test_a_release_without_git_names_no_commit() -> None:
    publication = publish_province(a_province().examined(DAY), None)
    assert release_manifest(publication, (), ()).commit is None
    changed = replace(publication, revision=replace(COMMIT, has_changes=True, known_on=DAY))
    assert (release_manifest(changed, (), ()).has_changes, release_manifest(changed, (), ()).known_at) == (True, DAY)
