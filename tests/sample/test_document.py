"""The sample plan as a Word file."""

from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from wenming.files.official import LEVELS, TITLE
from wenming.reading.files.document import open_document
from wenming.sample.document import write_plan
from wenming.sample.draft import Heading, items
from wenming.sample.source import VERSIONS, load_plan


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("sample")
    paths = {version: folder / f"{version}.docx" for version in VERSIONS}
    for version, path in paths.items():
        write_plan(path, version)
    return paths


@pytest.mark.parametrize("version", VERSIONS)
def test_the_bytes_are_the_same_every_time(written: dict[int, Path], version: int, tmp_path: Path) -> None:
    write_plan(tmp_path / "again.docx", version)
    assert (tmp_path / "again.docx").read_bytes() == written[version].read_bytes()
    with ZipFile(written[version]) as members:
        assert {member.date_time[0] for member in members.infolist()} == {1980}


@pytest.mark.parametrize("version", VERSIONS)
def test_it_says_where_it_comes_from(written: dict[int, Path], version: int) -> None:
    draft = load_plan(version)
    about = docx.Document(str(written[version])).core_properties
    assert (about.title, about.author, about.identifier) == (draft.title, draft.issued_by, draft.number)
    assert about.created is not None
    assert about.modified is not None
    assert about.created.date() == about.modified.date() == draft.issued_on


@pytest.mark.parametrize("version", VERSIONS)
def test_every_heading_is_numbered_by_word(written: dict[int, Path], version: int) -> None:
    draft = load_plan(version)
    paragraphs = docx.Document(str(written[version])).paragraphs
    headings = [block for block in draft.body if isinstance(block, Heading)]
    numbered = [paragraph for paragraph in paragraphs if paragraph.style is not None and paragraph.style.name in LEVELS]
    assert len(numbered) == len(headings)
    for paragraph, heading in zip(numbered, headings, strict=True):
        assert paragraph.style is not None
        assert paragraph.style.name == LEVELS[heading.level - 1]
        assert paragraph.text.startswith(heading.text)  # the number is not typed


def test_the_numbers_that_a_reader_sees(written: dict[int, Path]) -> None:
    lines = open_document(written[1]).text.splitlines()
    assert [line for line in lines if line[:2] in ("一、", "二、", "三、", "四、", "五、", "六、")] == [
        "一、总体要求",
        "二、工作目标",
        "三、重点任务",
        "四、实施步骤",
        "五、组织领导",
    ]
    assert "（六）减轻基层负担" in lines
    assert "（一）动员部署（2026年2月）" in lines
    assert any(line.startswith("6.疏通消防通道。各社区每季度") for line in lines)


def test_the_table_has_merged_cells(written: dict[int, Path]) -> None:
    (table,) = docx.Document(str(written[1])).tables
    assert table.cell(1, 1)._tc is table.cell(2, 1)._tc
    assert table.cell(3, 3).text == table.cell(4, 3).text == "县卫健局"
    last = table.rows[-1].cells
    assert len({cell.text for cell in last}) == 1
    assert last[0]._tc is last[-1]._tc


def test_the_amended_plan(written: dict[int, Path]) -> None:
    document = docx.Document(str(written[2]))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == [load_plan(2).title, "（2026年7月修订）"]
    assert all(any(text.startswith(item) for text in texts) for item in items(load_plan(2)))
    assert not any("邻里文化节" in text for text in texts)


def test_the_titles(written: dict[int, Path]) -> None:
    document = docx.Document(str(written[1]))
    titles = [one.text for one in document.paragraphs if one.style is not None and one.style.name == TITLE]
    assert titles == ["青禾县2026年全国文明城市创建工作实施方案", "青禾县重点点位责任分解表"]


def test_an_unknown_version_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="version 9"):
        write_plan(tmp_path / "plan.docx", 9)
    assert not (tmp_path / "plan.docx").exists()
