"""A report as a Word file."""

from datetime import date
from io import BytesIO

import docx

from wenming.frameworks.filing.report_paper import RED, write_report

GIVEN = {"whose": "青禾县教育局", "proving": ["12间"], "sources": {"12间": "台账"}, "made_on": date(2026, 11, 30)}


def written() -> bytes:
    return write_report("建设情况", "建成12间。\n都用上了。", **GIVEN)  # type: ignore[arg-type]


def test_title_unit_text_and_sources_stand_in_their_order() -> None:
    document = docx.Document(BytesIO(written()))
    assert [one.text for one in document.paragraphs] == [
        "建设情况",
        "青禾县教育局",
        "建成12间。",
        "都用上了。",
        "12间：台账",
    ]
    [marked] = [run for one in document.paragraphs for run in one.runs if run.font.underline]
    assert (marked.text, marked.font.color.rgb) == ("12间", RED)


def test_twice_the_same_bytes() -> None:
    assert written() == written()
