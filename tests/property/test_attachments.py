"""Whatever bytes a file holds, looking into it ends, and says what was found."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from sotay.sources.office_files import COMPOUND, PACKAGE, look_into_compound, look_into_package
from sotay.sources.pdf_files import look_into_pdf


@given(st.binary(max_size=3000))
def test_any_bytes_are_looked_into(content: bytes) -> None:
    assert look_into_package(BytesIO(PACKAGE + content), "docx").damage
    look_into_compound(BytesIO(COMPOUND + content))
    look_into_pdf(BytesIO(content))


@given(st.binary(max_size=400))
def test_any_content_of_a_pdf_is_looked_into(content: bytes) -> None:
    look_into_pdf(BytesIO(b"%PDF-1.7\n/Author (" + content + b")\n/Author <" + content + b">\n%%EOF"))


@given(st.binary(max_size=400), st.sampled_from(["docProps/core.xml", "docProps/custom.xml", "word/comments.xml"]))
def test_any_content_of_a_part_is_looked_into(content: bytes, part: str) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(part, content)
    look_into_package(file, "docx")
