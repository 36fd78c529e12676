"""A new edition beside the old one."""

from dataclasses import replace

from tests.rules.scoring.trees import F
from wenming.rules import amendment
from wenming.rules.amendment import Fate
from wenming.rules.frameworks.editions import compare_editions
from wenming.rules.frameworks.model import Framework, Item, Wanted
from wenming.rules.frameworks.shipped import shipped

LAMPS = Item("1.1", "背街小巷路灯完好，亮灯率达到95%", points=F(2))
LITTER = Item("1.2", "主次干道垃圾日产日清", points=F(3), evidence=(Wanted("实景图片", "清扫现场", count="3"),))
OLD = Framework(Item("QH", "旧版", items=(Item("1", "公共环境", items=(LAMPS, LITTER)), Item("2", "志愿服务"))))


def test_what_became_of_each_item() -> None:
    brighter = replace(LAMPS, code="1.2", title="背街小巷路灯完好，亮灯率达到98%")
    fewer = replace(LITTER, code="1.1", points=F("2.5"))
    new = Framework(Item("QH", "新版", items=(Item("1", "公共环境", items=(fewer, brighter)), Item("3", "网络文明"))))
    pairs = compare_editions(OLD, new)
    titles = [(pair.new or pair.old or amendment.Item(0, "", "")).title for pair in pairs]
    told = [(pair.fate, [one.field for one in pair.differences]) for pair in pairs]
    assert dict(zip(titles, told, strict=True)) == {
        "公共环境": (Fate.UNCHANGED, []),
        "主次干道垃圾日产日清": (Fate.CHANGED, ["points"]),
        "志愿服务": (Fate.DROPPED, []),
        "背街小巷路灯完好，亮灯率达到98%": (Fate.CHANGED, []),
        "网络文明": (Fate.ADDED, []),
    }


def test_the_same_edition_stands_as_it_is() -> None:
    same = compare_editions(shipped("minors-2017"), shipped("minors-2017"))
    assert {pair.fate for pair in same} == {Fate.UNCHANGED}
    assert [pair.old and pair.old.key for pair in same] == [pair.new and pair.new.key for pair in same]
    assert len(same) == len(list(shipped("minors-2017").root.walk())) - 1
