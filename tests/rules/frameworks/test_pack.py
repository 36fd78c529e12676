"""The open format as the tree that is scored."""

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.model import Applies, Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.pack import read_pack
from wenming.rules.scoring.model import Node, Rounding
from wenming.rules.scoring.scoring_rules import MeanOfSites, Sum, Veto

PACK = """\
format: wenming.framework/1
code: QH
title: 青禾县测评体系
items:
- code: Ⅰ-1
  title: 公共环境
  rounding: 2
  text: 其他说明照样保留
  items:
  - {code: 1.10, title: 卫生, points: 2, score: mean_of_sites, methods: [实地考察]}
  - {code: 加分, points: 1, bonus: true}
- {code: 否决, score: veto}
"""


def test_a_pack_is_the_tree_that_is_scored() -> None:
    hygiene = Node("1.10", "卫生", F(2), MeanOfSites(), methods=("实地考察",))
    extra = Node("加分", points=F(1), rule=MeanOfSites(), bonus=True)
    first = Node("Ⅰ-1", "公共环境", rule=Sum(), items=(hygiene, extra), rounding=Rounding(2))
    assert read_pack(PACK).tree == Node("QH", "青禾县测评体系", items=(first, Node("否决", rule=Veto())))


FULL = """\
format: wenming.framework/1
code: QH
version: 2026.1
totals: {网上申报: 40, 实地考察: 60}
items:
- code: Ⅲ-1
  title: 有工作方案
  methods: [网上申报, 实地考察]
  text: 区级每年制定方案
  applies: {tiers: [县级]}
  evidence:
  - {format: 规范文件, what: 年度方案, max_words: 300, window: 年度, units: [{role: lead, name: 县文明办}],
     uncertain: 是否每年}
  checks:
  - {kind: phone, sites: [热线], checks: [两声内接听]}
  survey:
  - {question: 您满意吗, units: [{name: 县统计局}]}
  units: [{role: cooperating, name: 各街道}]
  missing: true
"""


def test_all_that_a_pack_says_is_read() -> None:
    framework = read_pack(FULL)
    assert (framework.version, framework.totals) == ("2026.1", (("实地考察", F(60)), ("网上申报", F(40))))
    assert framework.root.items == (
        Item(
            "Ⅲ-1",
            "有工作方案",
            text="区级每年制定方案",
            methods=("网上申报", "实地考察"),
            applies=Applies(tiers=("县级",)),
            evidence=(
                Wanted(
                    "规范文件",
                    "年度方案",
                    max_words=300,
                    window="年度",
                    roles=(Role("lead", "县文明办"),),
                    more='{"uncertain": "是否每年"}',
                ),
            ),
            checks=(SiteCheck("phone", ("热线",), ("两声内接听",)),),
            survey=(Question("您满意吗", (Role("responsible", "县统计局"),)),),
            roles=(Role("cooperating", "各街道"),),
            more='{"missing": true}',
        ),
    )


@pytest.mark.parametrize(
    ("instead", "of", "code", "line"),
    [
        ("max_words: 300", "max_words: 2.5", "not_whole", 12),
        ("kind: phone", "kind: mail", "not_one_of", 15),
        ("role: lead", "role: boss", "not_one_of", 12),
        ("name: 县统计局", "role: lead", "no_unit", 17),
        ("tiers: [县级]", "tier: [县级]", "not_known", 10),
        ("网上申报: 40", "网上申报: -1", "below_zero", 4),
        ("网上申报: 40", "问卷调查: 40", "no_method", 4),
    ],
)
def test_what_is_wrong_beyond_scoring_is_told_by_line(instead: str, of: str, code: str, line: int) -> None:
    with pytest.raises(PackError) as refused:
        read_pack(FULL.replace(instead, of))
    assert (refused.value.code, refused.value.line) == (code, line)


@pytest.mark.parametrize(
    ("instead", "of", "code", "line"),
    [
        ("format: nist.catalog/1", "format: wenming.framework/1", "other_format", 1),
        ("item:", "items:\n- code: Ⅰ-1\n", "not_yaml", 4),
        ("code: 1.10, title: 卫生", "title: 卫生", "no_code", 10),
        ("否决, score", "1.10, score", "code_twice", 12),
        ("points: 2", "points: -2", "below_zero", 10),
        ("points: 2", "points: zwei", "not_number", 10),
        ("bonus: true", "bonus: vielleicht", "not_flag", 11),
        ("score: veto", "score: sum", "rule_of_items", 12),
        ("  rounding: 2", "  score: grade", "rule_of_standard", 7),
        ("  rounding: 2", "  score: {ladder: {required: [9]}}", "not_an_item", 5),
        ("score: veto", "score: {deduct: {each: 1}}", "rule_needs", 12),
        ("score: veto", "score: all_methods", "rule_needs", 12),
        ("methods: [实地考察]", "methods: 实地考察", "not_list", 10),
    ],
)
def test_what_is_wrong_is_told_by_line(instead: str, of: str, code: str, line: int) -> None:
    wrong = PACK.replace(instead, of) if instead in PACK else PACK.replace(of, instead)
    assert wrong != PACK
    with pytest.raises(PackError) as refused:
        read_pack(wrong)
    assert (refused.value.code, refused.value.line) == (code, line)


def test_a_framework_without_items_is_none() -> None:
    with pytest.raises(PackError, match="no_items"):
        read_pack("format: wenming.framework/1\ntitle: 空的\n")


def test_items_may_not_be_under_each_other_without_end() -> None:
    text = "items: [" + "{items: [" * 33 + "{code: x}" + "]}" * 33 + "]"
    with pytest.raises(PackError, match="too_deep"):
        read_pack(text)
