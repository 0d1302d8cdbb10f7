"""A verification for a person, and for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sotay.model.manifest import Manifest, PackRequest
from sotay.model.phrase import Language, Phrase
from sotay.model.release import Edition
from sotay.model.verification import Verification
from sotay.rendering.verification_words import deviation_words, gap_words, proof_words
from sotay.text.wording import date_words

VERSION = 1
"""Of the JSON; raised when a key changes its meaning or goes away."""


def verification_text(verification: Verification, language: Language) -> str:
    """Return what was found, the worst first, and at the end whether it stands."""
    return "\n".join(_lines(verification, language)) + "\n"


def _lines(verification: Verification, language: Language) -> Iterator[str]:
    if verification.manifest:
        request = verification.manifest.request
        yield (_asked(request)(language) if request else "") + _whose(verification.manifest)(language)
    yield _DIGEST.format(digest=verification.digest)(language)
    if verification.deviations:
        yield _DEVIATIONS.format(count=len(verification.deviations))(language)
        for deviation in verification.deviations:
            yield f"  {deviation.subject}: {deviation_words(deviation)(language)}."
    if verification.proofs:
        yield _PROOFS(language)
        yield from (f"  {proof_words(proof)(language)}" for proof in verification.proofs)
    if verification.gaps:
        yield _GAPS(language)
        yield from (f"  {gap_words(gap)(language)}" for gap in verification.gaps)
    if verification.is_sound:
        yield (_SOUND if verification.gaps else _PROVEN)(language)
    else:
        yield _UNSOUND.format(count=len(verification.deviations))(language)


def _asked(request: PackRequest) -> Phrase:
    return Phrase(
        _PACK.vi.format(agency=request.agency, first=date_words(request.first), last=date_words(request.last)),
        _PACK.en.format(agency=request.agency, first=request.first, last=request.last),
    )


def _whose(manifest: Manifest) -> Phrase:
    known = _KNOWN.format(day=date_words(manifest.known_at), iso=manifest.known_at) if manifest.known_at else None
    edition = _EDITIONS[manifest.edition]
    return Phrase(
        _WHOSE.vi.format(
            name=manifest.province.name, edition=edition.vi, day=date_words(manifest.as_of), commit=_commit(manifest)
        )
        + (known.vi if known else "."),
        _WHOSE.en.format(name=manifest.province.name, edition=edition.en, day=manifest.as_of, commit=_commit(manifest))
        + (known.en if known else "."),
    )


def _commit(manifest: Manifest) -> str:
    return manifest.commit[:7] if manifest.commit else "–"


def verification_json(verification: Verification, language: Language) -> str:
    """Return an object with the same content; `kind` does not depend on the language."""
    manifest = verification.manifest
    content = {
        "version": VERSION,
        "sound": verification.is_sound,
        "digest": verification.digest,
        "release": _release(manifest) if manifest else None,
        "deviations": [
            {
                "kind": deviation.kind.value,
                "subject": deviation.subject,
                "facts": dict(deviation.facts),
                "message": deviation_words(deviation)(language),
            }
            for deviation in verification.deviations
        ],
        "proven": [{"kind": proof.value, "message": proof_words(proof)(language)} for proof in verification.proofs],
        "unproven": [{"kind": gap.kind.value, "message": gap_words(gap)(language)} for gap in verification.gaps],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _release(manifest: Manifest) -> dict[str, object]:
    kept = {"kind", "request", "province", "edition", "as_of", "known_at", "commit", "has_changes"}
    return manifest.model_dump(mode="json", include=kept)


_EDITIONS = {
    Edition.PUBLIC: Phrase("ấn bản công khai", "public edition"),
    Edition.INTERNAL: Phrase("ấn bản nội bộ", "internal edition"),
}
_WHOSE = Phrase(
    "{name}, {edition}: hiện trạng ngày {day}, phiên bản kho {commit}",
    "“{name}”, {edition}: as of {day}, commit {commit}",
)
_PACK = Phrase(
    "Hồ sơ đánh giá của {agency} từ ngày {first} đến hết ngày {last}. ",
    "Audit pack of {agency} from {first} to {last}. ",
)
_KNOWN = Phrase(", theo những gì kho đã ghi nhận đến ngày {day}.", ", as the repository knew it on {iso}.")
_DIGEST = Phrase("Bản kê release.json: {digest}.", "Manifest release.json: {digest}.")
_DEVIATIONS = Phrase("Sai lệch ({count}):", "Deviations ({count}):")
_PROOFS = Phrase("Đã đối chiếu, khớp:", "Looked at and in order:")
_GAPS = Phrase("Chưa chứng minh:", "Not proven:")
_PROVEN = Phrase("Kết luận: khớp hoàn toàn.", "Conclusion: everything is in order.")
_SOUND = Phrase(
    "Kết luận: không thấy sai lệch; những điều ghi ở mục “Chưa chứng minh” thì chưa xét được.",
    "Conclusion: no deviation was found; what stands under “Not proven” was not looked at.",
)
_UNSOUND = Phrase("Kết luận: có {count} sai lệch.", "Conclusion: {count} deviations.")
