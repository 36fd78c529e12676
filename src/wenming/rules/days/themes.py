"""Theme months: the month of the year that is given to a cause."""

from dataclasses import dataclass
from datetime import date, timedelta

from wenming.rules.commitments.model import Span


@dataclass(frozen=True, slots=True)
class ThemeMonth:
    """A month of each year by its Chinese name, which is its key; what else it is called."""

    name: str
    english: str
    month: int
    aliases: tuple[str, ...] = ()


# Some are set for the whole country, some by a region (said beside them), where another may use another month.
THEME_MONTHS = (
    ThemeMonth("学雷锋活动月", "Lei Feng month", 3, ("学雷锋月", "学雷锋志愿服务月", "学雷锋志愿服务活动月")),
    ThemeMonth("公民道德建设月", "Civic morality month", 3, ("公民道德月",)),  # 新疆
    ThemeMonth("爱国卫生月", "Patriotic health month", 4, ("爱国卫生活动月", "爱国卫生运动月")),  # 全国爱卫会 1989
    ThemeMonth("税收宣传月", "Tax month", 4),
    ThemeMonth("民族团结教育月", "Ethnic unity education month", 5),  # 新疆维吾尔自治区民族团结教育条例 2009
    ThemeMonth("安全生产月", "Work safety month", 6, ("安全月", "安全生产活动月")),  # 安委会 2002
    ThemeMonth("禁毒宣传月", "Anti-drug month", 6, ("全民禁毒宣传月",)),
    ThemeMonth("党风廉政教育月", "Clean government month", 7, ("廉政教育月",)),  # 新疆
    ThemeMonth("民族团结进步宣传月", "Ethnic unity month", 9, ("民族团结进步月", "民族团结宣传月")),
    ThemeMonth("全国科普月", "Science popularisation month", 9, ("科普月",)),  # 科学技术普及法 2024
    ThemeMonth("质量月", "Quality month", 9, ("全国质量月",)),
    ThemeMonth("敬老月", "Month of respect for the old", 10),  # 全国老龄办 2010
    ThemeMonth("消防宣传月", "Fire safety month", 11, ("消防安全月", "消防安全宣传月")),
)


def month_span(theme: ThemeMonth, year: int) -> Span:
    """From the first to the last day of the theme's month in the year."""
    first = date(year, theme.month, 1)
    return Span(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
