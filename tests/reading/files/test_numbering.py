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
NEVER = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
AFTER_FIRST = TWO + level(2, "decimal", "[%3]", '<w:lvlRestart w:val="1"/>')


def restart(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


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
        pytest.param(row(1, 0, 1), abstract(TWO) + num(), "1.1.|1.|1.1.", id="deeper before its parent"),
        pytest.param(row(0) + row(0, of=2) + row(0), abstract(TWO) + num() + num(2), "1.|2.|3.", id="shared counter"),
        pytest.param(row(0, 0) + row(0, 0, of=2) + row(0), abstract(TWO) + num() + num(2, more=restart(0, 1)),
                     "1.|2.|1.|2.|3.", id="restarted, and the others go on"),
        pytest.param(row(0, 1) + row(0, 1, 1, of=2), abstract(TWO) + num() + num(2, more=restart(1, 5)),
                     "1.|1.1.|2.|2.5.|2.6.", id="restarted deeper"),
        pytest.param(row(0) + row(0, of=2), abstract(TWO) + abstract(OFFICIAL, number=2) + num() + num(2, of=2),
                     "1.|一、", id="two abstract lists"),
        pytest.param(row(0, 1, 0, 1), abstract(NEVER) + num(), "1.|(1)|2.|(2)", id="never restarts"),
        pytest.param(row(0, 1, 2, 1, 2, 0, 2), abstract(AFTER_FIRST) + num(), "1.|1.1.|[1]|1.2.|[2]|2.|[1]",
                     id="restarts only after the first level"),
        pytest.param(row(0, 1), abstract(LEGAL) + num(), "第一章 |1.1 ", id="all decimals"),
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


def test_empty_paragraphs_count_and_are_not_shown() -> None:
    assert labels(row(0) + numbered("", 0) + row(0), abstract(TWO) + num()) == ["1.", "3."]


@given(st.lists(st.integers(0, 4), max_size=60))
def test_siblings_count_up_by_one(depths: list[int]) -> None:
    plain = "".join(level(depth, "decimal", f"%{depth + 1}|") for depth in range(5))
    counts = [int(label.rstrip("|") or 0) for label in labels(row(*depths), abstract(plain) + num())]
    for place, (depth, count) in enumerate(zip(depths, counts, strict=False)):
        earlier = [n for n in range(place) if depths[n] <= depth]
        follows = bool(earlier) and depths[earlier[-1]] == depth
        assert count == (counts[earlier[-1]] + 1 if follows else 1)
