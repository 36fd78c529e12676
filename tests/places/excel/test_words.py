"""Every fault has its sentence, every sentence its gaps filled; why a job stopped."""

import ast
import re
from pathlib import Path

import pytest
from django.utils.translation import override

from tests.places.excel.comparing import found
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.places.excel import areas, cells, classes, comparing, units, words
from wenming.places.excel.tasks import STALE
from wenming.places.models import Finding


def codes() -> set[str]:
    """The codes of faults that the code names."""
    text = "".join(
        Path(str(module.__file__)).read_text("utf-8") for module in (areas, cells, classes, comparing, units)
    )
    strings = {
        node.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return strings & {*words._WORDS, "area_code", "credit_code"}


def test_no_sentence_is_without_use() -> None:
    assert codes() == {*words._WORDS, "area_code", "credit_code"}


ROWS = [
    ("编号", "全称", "简称", "类型", "辖区", "上级单位", "其他叫法", "统一社会信用代码", "撤销日期"),
    ("9", "甲局", "", "企业", "青禾县", "", "", "", ""),
    ("", "", "", "局办", "没有", "没有", "", "91350100M000100Y44", "去年"),
    ("", "各学校", "", "", "云桥镇", "青禾县广播站", "长" * 81, "9135O", "2030-01-01"),
]
AREA_ROWS = [
    ("区划代码", "名称", "层级", "上一级"),
    ("42", "甲/乙", "乡镇（街道）", "青禾县"),
    ("42", "丙镇", "乡镇（街道）", "青禾县"),
    ("", "丁县", "县（市、区）", "青禾县"),
    ("420223", "青禾县", "县（市、区）", "临江市"),
]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_each_fault_is_a_sentence(language: str) -> None:
    compared = found(("辖区", AREA_ROWS), ("单位", ROWS), ("单位类别", [("名称", "逐个指定"), ("各局", "")]))
    with override(language):
        said = [words.told(Finding(**_fields(one))).sentence for one in compared.findings if one.what == "fault"]
    assert len(said) > 12
    assert not [one for one in said if not one or re.search(r"%\(|\{|“”", one)]


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("what", "sheet", "row", "name", "about")}


def test_where_and_what() -> None:
    compared = found(("单位", [("编号", "全称", "类型"), ("1", "青禾县教育局", "企业")]))
    told = words.told(Finding(**_fields(compared.findings[0])))
    assert (told.where, told.name, told.fields) == ("单位第 2 行", "青禾县教育局", (("类型", "政府部门", "企业"),))


@pytest.mark.parametrize(
    ("code", "words_of_it"),
    [(STALE, "又有了别的改动"), ("file_locked", "密码"), (jobs.LOST, "中断"), (jobs.UNEXPECTED, "差错")],
)
def test_why_it_stopped(code: str, words_of_it: str) -> None:
    assert words_of_it in words.why_stopped(Job(code=code), "zh-hans")
