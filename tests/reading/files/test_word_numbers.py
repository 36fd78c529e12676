import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.files.making import abstract, docx, level, num, numbered, paragraph
from wenming.reading.files.word import read_word

TWO = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
    + level(4, "decimalEnclosedCircle", "%5")
)
LEGAL = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
LEGAL_ZERO = level(0, "chineseCounting", "第%1条") + level(1, "decimalZero", "第%1.%2节", "<w:isLgl/>")
NO_START = level(0, "decimal", "%1.").replace('<w:start w:val="1"/>', "")
THREE = TWO + level(2, "decimal", "%1.%2.%3.")
LATE = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", '<w:lvlRestart w:val="5"/>')
NEVER = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
AFTER_FIRST = TWO + level(2, "decimal", "[%3]", '<w:lvlRestart w:val="1"/>')


def restart(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def never(depth: int) -> str:
    """An override of a level's looks that also forbids it to restart."""
    looks = level(depth, "decimal", f"%{depth}-%{depth + 1}", '<w:suff w:val="nothing"/><w:lvlRestart w:val="0"/>')
    return f'<w:lvlOverride w:ilvl="{depth}">{looks}</w:lvlOverride>'


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    """What stands before the letter x in each line."""
    return [line.removesuffix("x") for line in read_word(docx(body, numbering=numbering, styles=styles)).split("\n")]


def row(*depths: int, of: int = 1) -> str:
    return "".join(numbered("x", depth, num=of) for depth in depths)


@pytest.mark.parametrize(
    ("body", "numbering", "expected"),
    [
        pytest.param(row(0, 1, 1, 2, 3, 4, 0, 1), abstract(OFFICIAL) + num(),
                     "一、|（一）|（二）|1.|（1）|①|二、|（一）", id="official levels"),
        pytest.param(row(0, 1, 1, 0, 1), abstract(TWO) + num(), "1.|1.1.|1.2.|2.|2.1.", id="a level with its parent"),
        pytest.param(row(1, 1, 0, 1), abstract(TWO) + num(), "1.1.|1.2.|2.|2.1.", id="deeper before its parent"),
        pytest.param(row(0, 2, 1, 0, 2, 1), abstract(THREE) + num(), "1.|1.1.1.|1.2.|2.|2.1.1.|2.2.",
                     id="a level left out in between"),
        pytest.param(row(2, 0), abstract(THREE) + num(), "1.1.1.|2.", id="two levels left out at the start"),
        pytest.param(row(1, 0), abstract(level(0, "decimal", "%1.", start=4) + level(1, "decimal", "%1.%2.")) + num(),
                     "4.1.|5.", id="the missing parent stands where its level starts"),
        pytest.param(row(1, of=2) + row(0, of=2), abstract(TWO) + num() + num(2, more=restart(0, 3)), "1.1.|3.",
                     id="an override is for the paragraph that it numbers"),
        pytest.param(row(0) + row(0, of=2) + row(0), abstract(TWO) + num() + num(2), "1.|2.|3.", id="shared counter"),
        pytest.param(row(0, 0) + row(0, 0, of=2) + row(0), abstract(TWO) + num() + num(2, more=restart(0, 1)),
                     "1.|2.|1.|2.|3.", id="restarted, and the others go on"),
        pytest.param(row(0, 1) + row(0, 1, 1, of=2), abstract(TWO) + num() + num(2, more=restart(1, 5)),
                     "1.|1.1.|2.|2.5.|2.6.", id="restarted deeper"),
        pytest.param(row(0, 1, 1, 0, 1, of=2), abstract(TWO) + num() + num(2, more=restart(1, 5)),
                     "1.|1.5.|1.6.|2.|2.5.", id="an override holds each time the level starts anew"),
        pytest.param(row(0, 1, of=2) + row(1) + row(1, of=2), abstract(TWO) + num() + num(2, more=restart(1, 5)),
                     "1.|1.5.|1.6.|1.7.", id="an override restarts once"),
        pytest.param(row(0) + row(0, of=2), abstract(TWO) + abstract(OFFICIAL, number=2) + num() + num(2, of=2),
                     "1.|一、", id="two abstract lists"),
        pytest.param(row(0, 1, 0, 1), abstract(NEVER) + num(), "1.|(1)|2.|(2)", id="never restarts"),
        pytest.param(row(0, 1, 2, 1, 2, 0, 2), abstract(AFTER_FIRST) + num(), "1.|1.1.|[1]|1.2.|[2]|2.|[1]",
                     id="restarts only after the first level"),
        pytest.param(row(0, 1, 0, 1, of=2), abstract(TWO) + num(2, more=never(1)), "1.|1-1|2.|2-1",
                     id="an override changes the looks and not when a level restarts"),
        pytest.param(row(0, 1, 0, 1), abstract(LATE) + num(), "1.|(1)|2.|(1)",
                     id="to restart after a deeper level is nothing new"),
        pytest.param(row(0, 1), abstract(LEGAL) + num(), "第一章 |1.1 ", id="all decimals"),
        pytest.param(row(0, 1), abstract(LEGAL_ZERO) + num(), "第一条 |第1.01节 ", id="all decimals, but with a zero"),
        pytest.param(row(0, 0), abstract(NO_START) + num(), "0.|1.", id="a level that does not say where it starts"),
        pytest.param(row(0, 0), abstract(level(0, "decimal", "%1.", start=8)) + num(), "8.|9.", id="another start"),
        pytest.param(row(0), abstract(level(0, "bullet", "•")) + num(), "", id="bullets give no text"),
        pytest.param(row(0), abstract(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>')) + num(), "1",
                     id="no gap"),
        pytest.param(row(0), abstract(level(0, "decimal", "%1", '<w:suff w:val="space"/>')) + num(), "1 ", id="a gap"),
        pytest.param(row(0), abstract(level(0, "decimal", "第%1条")) + num(), "第1条 ", id="a gap after a word"),
        pytest.param(row(0, of=7), abstract(TWO) + num(), "", id="a list that is not there"),
        pytest.param(row(0), num(), "", id="an abstract list that is not there"),
        pytest.param(row(12), abstract(TWO) + num(), "", id="a level that is not there"),
    ],
)  # fmt: skip
def test_labels(body: str, numbering: str, expected: str) -> None:
    assert labels(body, numbering) == expected.split("|")


def style(name: str, properties: str, *, based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}">{base}<w:pPr>{properties}</w:pPr></w:style>'


def styled(name: str, properties: str = "") -> str:
    return paragraph("x", properties=f'<w:pStyle w:val="{name}"/>{properties}')


NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
OFF = '<w:numPr><w:numId w:val="0"/></w:numPr>'
LINKED = level(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>') + level(1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/>')


@pytest.mark.parametrize(
    ("body", "levels", "styles", "expected"),
    [
        pytest.param(styled("A") * 2, TWO, style("A", NUMBERED), ["1.", "2."], id="from the style"),
        pytest.param(styled("B"), TWO, style("A", NUMBERED) + style("B", "", based_on="A"), ["1."], id="from its base"),
        pytest.param(styled("B"), TWO, style("A", NUMBERED) + style("B", OFF, based_on="A"), [""], id="off in between"),
        pytest.param(styled("A", OFF) + styled("A"), TWO, style("A", NUMBERED), ["", "1."], id="off in the paragraph"),
        pytest.param(styled("H1") + styled("H2"), LINKED, style("H1", NUMBERED) + style("H2", NUMBERED), ["1.", "1.1."],
                     id="the level that the list keeps for a style"),
        pytest.param(styled("A", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'), TWO, style("A", NUMBERED), ["1.1."],
                     id="the paragraph's level, the style's list"),
        pytest.param(styled("A"), TWO, style("A", "", based_on="B") + style("B", "", based_on="A"), [""],
                     id="styles based on each other in a ring"),
    ],
)  # fmt: skip
def test_labels_from_styles(body: str, levels: str, styles: str, expected: list[str]) -> None:
    assert labels(body, abstract(levels) + num(), styles) == expected


def test_a_numbering_style_lends_its_list() -> None:
    linking = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum>'
    styles = f'<w:style w:type="numbering" w:styleId="S"><w:pPr>{NUMBERED}</w:pPr></w:style>'
    numbering = abstract(TWO, more='<w:styleLink w:val="S"/>') + linking + num() + num(2, of=2)
    assert labels(row(0) + row(0, of=2), numbering, styles) == ["1.", "2."]


def test_numbers_count_through_tables() -> None:
    inside = f"<w:tbl><w:tr><w:tc>{row(0)}</w:tc><w:tc>{row(0)}</w:tc></w:tr></w:tbl>"
    text = read_word(docx(row(0) + inside + row(0), numbering=abstract(TWO) + num()))
    assert text == "1.x\n2.x\t3.x\n4.x"


def unseen(mark: str) -> str:
    """A numbered paragraph whose mark and text are hidden or deleted."""
    text = f"<w:rPr>{mark}</w:rPr>"
    return numbered("x").replace("</w:pPr>", f"{text}</w:pPr>").replace("<w:r>", f"<w:r>{text}")


def test_hidden_paragraphs_count_and_are_not_shown() -> None:
    assert labels(row(0) + unseen("<w:vanish/>") + row(0), abstract(TWO) + num()) == ["1.", "3."]


def test_a_hidden_paragraph_in_a_cell_leaves_no_number() -> None:
    body = f"<w:tbl><w:tr><w:tc>{unseen('<w:vanish/>')}</w:tc><w:tc>{row(0)}</w:tc></w:tr></w:tbl>"
    assert read_word(docx(body, numbering=abstract(TWO) + num())) == "2.x"


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>"])
def test_a_paragraph_that_was_taken_away_does_not_count(mark: str) -> None:
    gone = numbered("").replace("</w:pPr>", f"<w:rPr>{mark}</w:rPr></w:pPr>")
    assert labels(row(0) + gone + row(0), abstract(TWO) + num()) == ["1.", "2."]


def test_a_deleted_mark_takes_the_number_of_the_paragraph_that_it_joins() -> None:
    first = numbered("前").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    assert read_word(docx(row(0) + first + numbered("后", 1), numbering=abstract(TWO) + num())) == "1.x\n1.1.前后"


def test_what_the_numbering_was_before_a_tracked_change_does_not_count() -> None:
    before = '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    body = row(0) + paragraph("x", properties=before) + numbered("x").replace("</w:pPr>", f"{before}</w:pPr>")
    assert labels(body, abstract(TWO) + num()) == ["1.", "", "2."]


def test_text_boxes_and_notes_count_by_themselves() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{row(0, 0)}</w:txbxContent></v:textbox></w:pict></w:r>"
    notes = "".join(f"<w:footnote>{row(0)}</w:footnote>" for _ in range(2))
    body = row(0).replace("</w:p>", f"{box}</w:p>") + row(0)
    text = read_word(docx(body, numbering=abstract(TWO) + num(), footnotes=notes))
    assert text == "1.x\n1.x\n2.x\n2.x\n注：1.x\n注：1.x"


def test_empty_paragraphs_count_and_are_not_shown() -> None:
    assert labels(row(0) + numbered("", 0) + row(0), abstract(TWO) + num()) == ["1.", "3."]


@given(st.lists(st.integers(0, 4), max_size=60))
def test_a_number_counts_its_siblings_and_the_missing_one(depths: list[int]) -> None:
    plain = "".join(level(depth, "decimal", f"%{depth + 1}|") for depth in range(5))
    counts = [int(label.rstrip("|") or 0) for label in labels(row(*depths), abstract(plain) + num())]
    for place, (depth, count) in enumerate(zip(depths, counts, strict=False)):
        parent = max((n for n in range(place) if depths[n] < depth), default=-1)
        family = depths[parent + 1 : place]
        is_one_missing = bool(family) and family[0] > depth
        assert count == family.count(depth) + is_one_missing + 1
