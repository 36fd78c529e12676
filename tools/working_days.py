"""Prints the rows of ``rules/days/china.csv`` for a year from ``chinesecalendar``, once it knows the year's notice.

``python -m tools.working_days 2027 国办发明电〔2026〕1号``; compare what it prints with the notice, line by line.
"""

import sys
from collections.abc import Iterator

import chinese_calendar.constants as known

from wenming.rules.days.table import DayKind, SpecialDay, written

FESTIVALS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
}


def special_days(year: int, source: str) -> Iterator[SpecialDay]:
    """The special days of the year in order; none where chinesecalendar does not know the year."""
    off = ((day, DayKind.OFF, name) for day, name in known.holidays.items())
    worked = ((day, DayKind.WORK, name) for day, name in known.workdays.items())
    for day, kind, name in sorted((*off, *worked)):
        if day.year == year:
            yield SpecialDay(day, kind, FESTIVALS[name], source)


def main(arguments: list[str]) -> int:
    """1 when there is nothing to print."""
    if len(arguments) != 2:
        print("working_days YEAR NUMBER-OF-THE-NOTICE", file=sys.stderr)
        return 1
    year, source = arguments
    days = list(special_days(int(year), source))
    print(written(days), end="")
    return 0 if days else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
