"""Statements of responsibility in every form."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.duties.statements import (
    NamedUnit,
    answers_alone,
    find_bracketed,
    is_statement_line,
    read_clauses,
    read_heading_units,
    read_statement_line,
)
from wenming.reading.model import Role

LETTERS = {"L": Role.LEAD, "R": Role.RESPONSIBLE, "C": Role.COOPERATING, "S": Role.SUPERVISING}


def named(text: str, units: list[NamedUnit] | tuple[NamedUnit, ...]) -> list[str]:
    """The units as ``L县教育局``: the letter of the role and the name."""
    letter = {role: sign for sign, role in LETTERS.items()}
    return [letter[unit.role] + text[unit.start : unit.end] for unit in units]


CLAUSES = [
    ("省教育厅牵头", ["L省教育厅"]),
    ("省教育厅、省财政厅牵头，省公安厅配合", ["L省教育厅", "L省财政厅", "C省公安厅"]),
    ("省教育厅牵头，省财政厅、省公安厅按职责分工负责", ["L省教育厅", "R省财政厅", "R省公安厅"]),
    ("省教育厅、省财政厅等按职责分工负责", ["R省教育厅", "R省财政厅"]),
    ("各市人民政府、省直有关部门分工负责", ["R各市人民政府", "R省直有关部门"]),
    ("省教育厅负责落实", ["R省教育厅"]),
    ("县水利局、县林业局（3月至11月）负责", ["R县水利局", "R县林业局"]),
    ("县水利局（6月底前）、县公安局（国道）负责", ["R县水利局", "R县公安局（国道）"]),
    ("生态环境部指导，试点城市政府负责落实", ["S生态环境部", "R试点城市政府"]),
    ("市文明办指导、各区实施", ["R市文明办指导", "R各区"]),
    ("省教育厅牵头，会同省财政厅等部门", ["L省教育厅", "C省财政厅"]),
    ("省教育厅会同省财政厅负责", ["R省教育厅", "C省财政厅"]),
    ("省教育厅牵头会同省财政厅负责", ["L省教育厅", "C省财政厅"]),
    ("省教育厅牵头，会同省财政厅、省公安厅等部门落实", ["L省教育厅", "C省财政厅", "C省公安厅"]),
    ("县住建局牵头负责，会同各镇落实", ["L县住建局", "C各镇"]),
    ("市城管局主办，会同市公安局实施", ["L市城管局", "C市公安局"]),
    ("由县公安局负总责，县交通局具体负责", ["R县公安局", "R县交通局"]),
    ("县住建局负主要责任，各镇配合", ["R县住建局", "C各镇"]),
    ("省教育厅牵头负责，2027年底前完成", ["L省教育厅"]),
    ("2027年底前完成，省教育厅负责", ["R省教育厅"]),
    ("省推进组专班牵头单位牵头", ["L省推进组专班牵头单位"]),
    ("由县城管局牵头、县妇联、团县委配合", ["L县城管局", "C县妇联", "C团县委"]),
    ("县林业局负责、县水利局协助", ["R县林业局", "C县水利局"]),
    ("省教育厅、省体育局指导各地组织实施", ["S省教育厅", "S省体育局"]),
    ("省教育厅牵头，有关部门和各地区按职责分工负责", ["L省教育厅", "R有关部门", "R各地区"]),
    ("积极推进", []),
]

BRACKETS = [
    ("建成平台。（省教育厅牵头）", ["L省教育厅"]),
    ("建成平台（牵头单位：省教育厅，责任单位：省财政厅、省公安厅）", ["L省教育厅", "R省财政厅", "R省公安厅"]),
    ("建成平台。【责任单位：省教育厅；完成时限：2027年6月】", ["R省教育厅"]),
    ("建成平台。〔6月底完成，责任单位：省教育厅〕", ["R省教育厅"]),
    ("建成平台。（责任领导：王某，责任单位：省教育厅，责任人：李某）", ["R省教育厅"]),
    ("建成平台。责任单位：县教育局、县财政局（第一责任单位为牵头单位，下同）", ["R县教育局", "R县财政局"]),
    ("建成平台。（县教育局牵头，县财政局、县残联等分别负责，年内持续推进）", ["L县教育局", "R县财政局", "R县残联"]),
    ("建成平台。（责任单位：崂山区政府，市财政局）", ["R崂山区政府", "R市财政局"]),
    ("建成平台。（责任单位：省教育厅牵头，省财政厅配合）", ["L省教育厅", "C省财政厅"]),
    ("建成平台。【责任分工：县林业局、县水利局】", ["R县林业局", "R县水利局"]),
    ("建成平台。（职责分工：县林业局牵头，县水利局、县供电公司分别负责）", ["L县林业局", "R县水利局", "R县供电公司"]),
    ("建成平台。［任务分工：由县林业局牵头、各镇配合］", ["L县林业局", "C各镇"]),
    ("建成平台（省教育厅、省财政厅）。", ["R省教育厅", "R省财政厅"]),
    ("建成平台。责任单位：省教育厅、省财政厅。", ["R省教育厅", "R省财政厅"]),
    ("建成平台。责任单位：省教育厅会同省财政厅、省公安厅。", ["R省教育厅", "C省财政厅", "C省公安厅"]),
    ("建成平台。牵头：省教育厅    协助：省财政厅。", ["L省教育厅", "C省财政厅"]),
    ("建成平台。牵头单位：省教育厅；配合单位：省财政厅", ["L省教育厅", "C省财政厅"]),
    ("建成平台。（责任单位：各县（市、区）人民政府）", ["R各县（市、区）人民政府"]),
    ("建成平台。（主办单位：市公安局（立法由市司法局负责））", ["L市公安局", "R市司法局"]),
    ("建成平台。（责任单位：市公安局（牵头）、市司法局）", ["L市公安局", "R市司法局"]),
    ("建成平台。（省教育厅负责。以下均需各市人民政府落实，不再列出）", ["R省教育厅", "R各市人民政府"]),
    # who is what: 甲为牵头单位
    ("建成平台。（县教育局为牵头单位，县文旅局、各镇为责任单位）", ["L县教育局", "R县文旅局", "R各镇"]),
    ("建成平台。【县妇联为主办单位，县总工会为协办单位】", ["L县妇联", "C县总工会"]),
    ("建成平台。（县水利局主抓，各乡镇为配合单位）", ["L县水利局", "C各乡镇"]),
    # a label of the others; numbers within a list; a bracket that says more of a name
    ("建成平台。（主要责任单位：县教育局；其他责任单位：各镇）", ["R县教育局", "R各镇"]),
    ("建成平台。牵头单位：县林业局；其它配合单位：县水利局。", ["L县林业局", "C县水利局"]),
    ("建成平台。责任单位：①县城管局；②县公安局", ["R县城管局", "R县公安局"]),
    ("建成平台。（责任单位：1.县妇联 2.县残联）", ["R县妇联", "R县残联"]),
    ("建成平台。责任单位：县妇联、县教育局（县委教育工委）", ["R县妇联", "R县教育局（县委教育工委）"]),
    ("建成平台。牵头单位：县文旅局（县文物局）", ["L县文旅局（县文物局）"]),
    ("趣味运动会（以社区为单位）", []),
    ("建设园区（集聚区）", []),
    ("完善机制（见附件）", []),
    ("四类岗位（一、二、三产业）", []),
    ("组长：周某（县公安局政委）", []),
    ("市场监管部门：抽查电梯、锅炉，督促整改。", []),
]


@pytest.mark.parametrize(("text", "units"), CLAUSES)
def test_clauses(text: str, units: list[str]) -> None:
    assert named(text, read_clauses(text, 0, len(text))) == units


WAYS = """
    牵头 牵头抓总 牵头统筹 牵头制定 牵头推动 牵头协调 主办 主责 负总责 负全责 负主要责任 负责督促 负责抓好 执行
    承担 抓落实 推进 协办 参与 参加 协同 协作 支持 配合做好 指导 督导 督查 督促 督办 考核 监管 指导和监督 组织实施
    负责此项工作
"""


@pytest.mark.parametrize("words", WAYS.split())
def test_every_way_to_say_what_units_do(words: str) -> None:
    text = f"县教育局{words}"
    assert [unit[1:] for unit in named(text, read_clauses(text, 0, len(text)))] == ["县教育局"]


@pytest.mark.parametrize(("text", "units"), BRACKETS)
def test_brackets(text: str, units: list[str]) -> None:
    found = find_bracketed(text, 0, len(text))
    assert [name for statement in found for name in named(text, statement.units)] == units


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("落实单位:县文明办、**镇党委、各社区", ["R县文明办", "R**镇党委", "R各社区"]),
        ("牵头单位：县文明办 配合单位：县教育局 县公安局", ["L县文明办", "C县教育局", "C县公安局"]),
        ("（责任单位：县文明办、县教育局）", ["R县文明办", "R县教育局"]),
        ("督办单位：县政府督查室", ["S县政府督查室"]),
        ("以上工作由县文明办牵头，县教育局、各镇负责落实。", ["L县文明办", "R县教育局", "R各镇"]),
        ("（上述两项任务由县文明办、各社区负责）", ["R县文明办", "R各社区"]),
        ("以上均由县文明办牵头、各镇配合", ["L县文明办", "C各镇"]),
    ],
)
def test_lines(line: str, units: list[str]) -> None:
    statement = read_statement_line(line, 0, len(line))
    assert statement
    assert named(line, statement.units) == units


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("责任单位：县文明办", True),
        ("以上措施，统一由县文明办组织实施。", True),
        ("以上工作由县文明办牵头，每月调度一次；各镇要抓紧整改，逐户销号。", False),
        ("（县文明办牵头）", False),
    ],
)
def test_lines_that_are_statements(line: str, is_one: bool) -> None:
    assert is_statement_line(line, 0, len(line)) is is_one


@pytest.mark.parametrize("line", ["责任单位：", "责任人：王某"])
def test_lines_that_name_nobody(line: str) -> None:
    assert read_statement_line(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("heading", "units"),
    [
        ("县教育局", ["R县教育局"]),
        ("县公安局：负责巡查", ["R县公安局"]),
        ("市场监管部门：抽查电梯", ["R市场监管部门"]),
        ("消防救援机构：检查商场", ["R消防救援机构"]),
        ("县公安局：配合做好巡查", ["C县公安局"]),
        ("县教育局：牵头负责巡查", ["L县教育局"]),
        ("农委：负责秸秆禁烧", ["R农委"]),
        ("编办：核定编制", ["R编办"]),
        ("后勤处：负责绿化校园", ["R后勤处"]),
        ("工程科：配合清淤", ["C工程科"]),
        ("县公安局：负责巡查，配合县城管局执法", ["R县公安局"]),
        ("县城管局、各乡镇（街道）", ["R县城管局", "R各乡镇（街道）"]),
    ],
)
def test_headings_of_units(heading: str, units: list[str]) -> None:
    statement = read_heading_units(heading, 0, len(heading))
    assert statement
    assert named(heading, statement.units) == units


@pytest.mark.parametrize(
    ("line", "is_alone"),
    [
        ("县发展改革委、县财政局等按职责分工负责", True),
        ("县发展改革委牵头，县财政局、县民政局等按职责分工负责。", True),
        ("各有关部门和单位、各省级人民政府按职责分工负责", True),
        ("县教育局、县公安局配合", True),
        ("各地级以上市人民政府结合实际落实", True),
        ("县教育局负责校园整治", False),
        ("县教育局每月检查，县公安局配合", False),
        ("做好经费保障，加强组织实施", False),
        ("县教育局", False),
    ],
)
def test_lines_that_say_nothing_but_who_answers(line: str, *, is_alone: bool) -> None:
    assert answers_alone(line, 0, len(line)) is is_alone


@pytest.mark.parametrize(
    "heading",
    [
        "领导小组由县教育局、县妇联等部门组成",
        "加强领导",
        "整治网吧：全面检查",
        "市场主体培育",
        "全县17个乡镇（街道）全部建成文化站",
    ],
)
def test_headings_of_work(heading: str) -> None:
    assert read_heading_units(heading, 0, len(heading)) is None


@given(st.text("（）()县教育局负责、，。牵头单位：等", max_size=60))
def test_statements_stand_apart_and_hold_their_units(text: str) -> None:
    found = find_bracketed(text, 0, len(text))
    for statement in found:
        assert all(statement.start <= unit.start < unit.end <= statement.end for unit in statement.units)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
