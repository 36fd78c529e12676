"""The report as a Word file, read back."""

from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.papers.reports.test_paper import FULL, WEEK, paper
from wenming.files.official import LEVELS, TITLE
from wenming.papers.reports.report import Facts
from wenming.papers.reports.word import write

MADE = date(2026, 3, 9)


def document() -> Document:
    return docx.Document(BytesIO(write(paper(), made_on=MADE)))


def _style(paragraph: Paragraph) -> str | None:
    return paragraph.style.name if paragraph.style else None


def test_the_same_paper_is_the_same_file() -> None:
    assert write(paper(), made_on=MADE) == write(paper(WEEK, FULL), made_on=MADE)
    assert write(paper(), made_on=MADE) != write(paper(facts=Facts(counts=[])), made_on=MADE)


def test_it_says_what_the_page_says() -> None:
    made, said = document(), paper()
    paragraphs = [one.text for one in made.paragraphs]
    assert (made.paragraphs[0].text, _style(made.paragraphs[0])) == (said.title, TITLE)
    for section in said.sections:
        assert section.heading in paragraphs
        assert set(section.sentences) <= set(paragraphs)
    tables = [section.table for section in said.sections if section.table]
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables] == [
        [[cell.words for cell in row] for row in (table.head, *table.rows)] for table in tables
    ]


def test_headings_are_numbered_by_word_and_stay_with_what_follows() -> None:
    headings = [one for one in document().paragraphs if _style(one) == LEVELS[0]]
    assert len(headings) == len(paper().sections)
    assert all(one.paragraph_format.keep_with_next for one in headings)


def test_no_row_is_cut_and_the_head_comes_again() -> None:
    for table in document().tables:
        properties = [row._tr.trPr for row in table.rows]
        assert all(one.find(qn("w:cantSplit")) is not None for one in properties)
        assert [one.find(qn("w:tblHeader")) is not None for one in properties] == [True] + [False] * (
            len(properties) - 1
        )


def test_the_moment_is_that_of_the_day() -> None:
    about = document().core_properties
    assert (about.created.date(), about.author) == (MADE, "青禾县")
