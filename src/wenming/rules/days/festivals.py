"""The festivals and days of remembrance that plans speak of: their names, and when they are in a year.

Who set a day is said beside it; where nothing is said it is custom. Islamic festivals are announced by the region,
a day before or after what is computed: an announcement replaces what it is near to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from wenming.rules.commitments.model import Span
from wenming.rules.days.festival_rules import (
    Fixed,
    Islamic,
    Lunar,
    LunarNewYearsEve,
    NthWeekday,
    Rule,
    SolarTerm,
    occurrences,
)

NEAR = timedelta(days=10)  # an announcement means the festival that would begin within so many days

_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival by its Chinese name, which is its key; its English one, its rule and what else it is called."""

    name: str
    english: str
    rule: Rule
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Announced:
    """The days on which the region says that a festival is, and where it says so (肉孜节, 2025年3月31日)."""

    festival: str
    span: Span
    source: str


FESTIVALS = (
    Festival("元旦", "New Year's Day", Fixed(1, 1), ("元旦节", "新年")),
    Festival("腊八节", "Laba Festival", Lunar(12, 8), ("腊八",)),
    Festival("除夕", "Lunar New Year's Eve", LunarNewYearsEve(), ("除夕夜", "大年三十")),
    Festival("春节", "Spring Festival", Lunar(1, 1), ("大年初一", "新春佳节", "农历新年")),
    Festival("元宵节", "Lantern Festival", Lunar(1, 15), ("元宵", "正月十五", "上元节")),
    Festival("学雷锋纪念日", "Lei Feng Day", Fixed(3, 5), ("学雷锋日", "学雷锋活动日", "3.5学雷锋日", "三五学雷锋日")),
    Festival(
        "妇女节",
        "Women's Day",
        Fixed(3, 8),
        ("三八", "三八节", "三八妇女节", "三八国际妇女节", "国际妇女节", "国际劳动妇女节"),
    ),
    Festival("植树节", "Arbor Day", Fixed(3, 12), ("3.12植树节", "全民义务植树日")),  # 森林法 §10
    Festival(
        "消费者权益日",
        "Consumer Rights Day",
        Fixed(3, 15),
        ("3.15", "国际消费者权益日", "3.15消费者权益日"),
    ),
    Festival("诺鲁孜节", "Nowruz", SolarTerm("春分", until=(3, 21)), ("诺鲁孜", "纳吾肉孜节", "努鲁孜节")),
    Festival("世界水日", "World Water Day", Fixed(3, 22)),
    Festival("清明节", "Tomb-sweeping Day", SolarTerm("清明"), ("清明",)),
    Festival(
        "全民国家安全教育日", "National Security Education Day", Fixed(4, 15), ("国家安全教育日",)
    ),  # 国家安全法 §14
    Festival("世界读书日", "World Book Day", Fixed(4, 23), ("读书日",)),
    Festival("劳动节", "Labour Day", Fixed(5, 1), ("五一", "五一节", "五一劳动节", "五一国际劳动节", "国际劳动节")),
    Festival("青年节", "Youth Day", Fixed(5, 4), ("五四", "五四青年节")),
    Festival("全国防灾减灾日", "Disaster Prevention Day", Fixed(5, 12), ("防灾减灾日", "5.12")),
    Festival("国际家庭日", "Day of Families", Fixed(5, 15), ("5.15国际家庭日",)),
    # 残疾人保障法 §14
    Festival("全国助残日", "Day of Helping the Disabled", NthWeekday(5, 3, _SUNDAY), ("助残日",)),
    Festival("儿童节", "Children's Day", Fixed(6, 1), ("六一", "六一节", "六一儿童节", "六一国际儿童节", "国际儿童节")),
    Festival(
        "世界环境日", "Environment Day", Fixed(6, 5), ("环境日", "六五环境日", "六五世界环境日")
    ),  # 环境保护法 §12
    Festival("端午节", "Dragon Boat Festival", Lunar(5, 5), ("端午",)),
    Festival("国际禁毒日", "Day against Drug Abuse", Fixed(6, 26), ("禁毒日", "6.26", "6.26国际禁毒日")),
    Festival("建党节", "Founding Day of the Party", Fixed(7, 1), ("七一", "七一建党节", "建党纪念日", "党的生日")),
    Festival("建军节", "Army Day", Fixed(8, 1), ("八一", "八一节", "八一建军节")),
    Festival("全国生态日", "National Ecology Day", Fixed(8, 15), ("生态日",)),
    Festival("七夕节", "Qixi Festival", Lunar(7, 7), ("七夕",)),
    Festival("中元节", "Zhongyuan Festival", Lunar(7, 15), ("中元",)),
    Festival(
        "中国人民抗日战争胜利纪念日", "Victory Day", Fixed(9, 3), ("抗战胜利纪念日", "抗日战争胜利纪念日", "九三")
    ),
    Festival("教师节", "Teachers' Day", Fixed(9, 10)),  # 教师法 §6
    # 中国科协: since 2005 the third weekend of September; opening days have differed by a week
    Festival("全国科普日", "Science Popularisation Day", NthWeekday(9, 3, _SATURDAY, days=2), ("科普日",)),
    Festival("公民道德宣传日", "Civic Morality Day", Fixed(9, 20), ("道德宣传日",)),  # 中央文明委 2003
    Festival("中秋节", "Mid-autumn Festival", Lunar(8, 15), ("中秋",)),
    Festival(
        "中国农民丰收节", "Farmers' Harvest Festival", SolarTerm("秋分"), ("农民丰收节", "丰收节")
    ),  # 国函〔2018〕80号
    Festival("烈士纪念日", "Martyrs' Day", Fixed(9, 30)),  # 全国人大常委会 2014
    Festival("国庆节", "National Day", Fixed(10, 1), ("国庆", "十一", "十一国庆节")),
    Festival("国家扶贫日", "Poverty Relief Day", Fixed(10, 17), ("扶贫日", "全国扶贫日")),  # 国函〔2014〕91号
    Festival(
        "重阳节", "Double Ninth Festival", Lunar(9, 9), ("重阳", "老年节", "敬老节", "老人节")
    ),  # 老年人权益保障法 §12
    Festival("全国消防日", "Fire Safety Day", Fixed(11, 9), ("消防日", "消防宣传日", "119消防日", "消防安全日")),
    Festival("全国交通安全日", "Road Safety Day", Fixed(12, 2), ("交通安全日", "122交通安全日")),
    Festival("国家宪法日", "Constitution Day", Fixed(12, 4), ("宪法日", "12.4国家宪法日")),  # 全国人大常委会 2014
    Festival("国际志愿者日", "Volunteer Day", Fixed(12, 5), ("志愿者日", "12.5国际志愿者日")),
    Festival("国家公祭日", "National Memorial Day", Fixed(12, 13), ("公祭日", "南京大屠杀死难者国家公祭日")),
    Festival("冬至", "Winter Solstice", SolarTerm("冬至"), ("冬至节",)),
    Festival("肉孜节", "Eid al-Fitr", Islamic(10, 1), ("开斋节", "尔代节")),
    Festival("古尔邦节", "Eid al-Adha", Islamic(12, 10), ("古尔邦", "宰牲节", "忠孝节")),
)
BY_NAME = {festival.name: festival for festival in FESTIVALS}


def when(festival: Festival, year: int, announced: Iterable[Announced] = ()) -> tuple[Span, ...]:
    """The days of the festival that begins in the year: as announced, else as computed; in order, mostly one span.

    >>> when(BY_NAME["肉孜节"], 2025)[0].first
    datetime.date(2025, 3, 30)
    """
    said = {one.span for one in announced if one.festival == festival.name}
    computed = occurrences(festival.rule, year)
    kept = {span for span in computed if not any(abs(span.first - one.first) <= NEAR for one in said)}
    return tuple(sorted(kept | {span for span in said if span.first.year == year}))


def festivals_between(
    first: date, last: date, announced: Iterable[Announced] = ()
) -> tuple[tuple[Span, Festival], ...]:
    """All festivals with a day from ``first`` to ``last``, in the order of their days."""
    said = tuple(announced)
    found = [
        (span, festival)
        for year in range(first.year, last.year + 1)
        for festival in FESTIVALS
        for span in when(festival, year, said)
        if max(first, span.first) <= min(last, span.last)
    ]
    return tuple(sorted(found, key=lambda one: one[0]))
