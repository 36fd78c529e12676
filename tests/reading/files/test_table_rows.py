import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.files.table_rows import MOST_REPEATED, Cell, Row, lines_of_table
from wenming.reading.model import UnreadableDocument


def cell(text: str = "", span: int = 1) -> Cell:
    return Cell([text] if text else [], [], span)


ON = Cell([], [], goes_on=True)


def lines(*rows: list[Cell]) -> list[str]:
    return list(lines_of_table(Row(0, row) for row in rows))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([[cell("甲"), cell("乙")], [cell("丙"), cell()]], ["甲\t乙", "丙"], id="plain"),
        pytest.param([[cell("甲"), cell("乙")], [cell("丙"), ON]], ["甲\t乙", "丙\t乙"], id="merged downwards"),
        pytest.param([[cell("甲", 2), cell("乙")], [cell("丙"), cell("丁"), cell("戊")]], ["甲\t\t乙", "丙\t丁\t戊"],
                     id="merged sideways"),
        pytest.param([[cell("题", 2)], [cell("甲"), cell("乙")]], ["题", "甲\t乙"], id="a heading across"),
        pytest.param([[cell("甲"), cell(), cell("乙")], [cell("丙"), cell(), cell("丁")]], ["甲\t乙", "丙\t丁"],
                     id="an empty column"),
        pytest.param([[cell(), cell()], [cell("甲"), cell("乙")]], ["甲\t乙"], id="an empty row"),
        pytest.param([[cell(), cell("乙")], [cell("甲"), cell("丁")]], ["\t乙", "甲\t丁"], id="an empty first cell"),
        pytest.param([[Cell(["上", "下"], [])]], ["上", "下"], id="a frame around paragraphs"),
        pytest.param([[Cell(["上", "下"], []), cell("乙")]], ["上 下\t乙"], id="paragraphs of a cell"),
        pytest.param([[Cell(["甲"], ["里1", "里2"]), cell("乙")]], ["甲\t乙", "里1", "里2"], id="what stands inside"),
        pytest.param([[ON, cell("甲")]], ["甲"], id="merged with nothing above"),
        pytest.param([], [], id="no rows"),
    ],
)  # fmt: skip
def test_rows(rows: list[list[Cell]], expected: list[str]) -> None:
    assert lines(*rows) == expected


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        pytest.param([cell("任务"), cell("责任", 2)], [ON, cell("牵头"), cell("配合")],
                     ["任务\t牵头责任\t配合责任"], id="two tiers"),
        pytest.param([cell("任务"), cell("责任单位", 2)], [ON, cell("牵头"), cell()], ["任务\t责任单位", "任务\t牵头"],
                     id="an empty part: no tiers"),
        pytest.param([cell("任务"), cell("责任分工", 2)], [ON, cell("牵头单位"), cell("配合单位")],
                     ["任务\t牵头单位\t配合单位"], id="parts that are whole names"),
        pytest.param([cell("任务"), cell("责任", 2), cell("时限", 2)],
                     [ON, cell("牵头"), cell("配合"), cell("起"), cell("止")],
                     ["任务\t牵头责任\t配合责任\t起时限\t止时限"], id="two groups"),
        pytest.param([cell("任务"), cell("责任", 2)], [cell("整治"), cell("甲局"), cell("乙局")],
                     ["任务\t责任\t", "整治\t甲局\t乙局"], id="nothing merged downwards: no tiers"),
        pytest.param([cell("任务"), cell("责任")], [ON, cell("甲局")], ["任务\t责任", "任务\t甲局"],
                     id="nothing merged sideways: no tiers"),
    ],
)  # fmt: skip
def test_headings_of_two_tiers(upper: list[Cell], lower: list[Cell], expected: list[str]) -> None:
    assert lines(upper, lower) == [line.rstrip("\t") for line in expected]


def test_columns_skipped_at_the_start_keep_their_places() -> None:
    rows = [Row(0, [cell("甲"), cell("乙")]), Row(1, [cell("丙")]), Row(1, [cell("丁"), cell("戊")])]
    assert list(lines_of_table(rows)) == ["甲\t乙", "丙", "\t丁\t戊"]


def test_merged_cells_cannot_blow_a_table_up() -> None:
    long = [[cell("长" * (MOST_REPEATED // 10)), cell("1")], *([[ON, cell("1")]] * 11)]
    with pytest.raises(UnreadableDocument, match="file_bomb"):
        lines(*long)


@given(st.lists(st.lists(st.sampled_from(["甲", "乙", ""]), min_size=2, max_size=5), max_size=8))
def test_nothing_is_lost_and_nothing_is_added(texts: list[list[str]]) -> None:
    written = "".join(lines(*[[cell(text) for text in row] for row in texts])).replace("\t", "")
    assert written == "".join("".join(row) for row in texts)


def test_rows_further_down_are_no_heading() -> None:
    plain = [cell("甲"), cell("乙"), cell("丙")]
    rows = [plain, plain, plain, plain, [cell("类"), cell("跨", 2)], [ON, cell("一"), cell("二")]]
    assert lines(*rows)[-2:] == ["类\t跨", "类\t一\t二"]
