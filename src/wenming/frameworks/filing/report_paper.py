"""A report (说明报告) as a Word file in the official look; the same report makes the same bytes."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time

import docx
from docx.enum.text import WD_UNDERLINE
from docx.shared import RGBColor

from wenming.files.official import NOTE, TITLE, as_bytes, dress
from wenming.frameworks.filing.marking import stretches

RED = RGBColor(0xC0, 0x00, 0x00)


def write_report(
    title: str, text: str, *, whose: str, proving: Sequence[str], sources: Mapping[str, str], made_on: date
) -> bytes:
    """The text with its title and unit above, proving words underlined in red, sources of figures at its end."""
    document = docx.Document()
    dress(document)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title[:255], whose[:255], whose[:255]
    about.comments, about.revision, about.language = "", 1, "zh-CN"
    about.created = about.modified = datetime.combine(made_on, time(9), UTC)
    document.add_paragraph(title, TITLE)
    if whose:
        document.add_paragraph(whose, NOTE)
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        for one in stretches(line, proving):
            run = paragraph.add_run(one.words)
            if one.is_marked:
                run.font.underline, run.font.color.rgb = WD_UNDERLINE.SINGLE, RED
    for figure, source in sources.items():
        document.add_paragraph(f"{figure}：{source}")
    return as_bytes(document)
