"""From which year on a plan binds."""

import pytest

from wenming.reading.structure.years import first_year


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("甲县2026年护河方案\n一、清淤。\n", "甲县2026年护河方案", 2026),
        ("甲县护林三年行动方案（2025—2027年）\n", "甲县护林三年行动方案（2025—2027年）", 2025),
        ("甲政办发〔2026〕7号\n各镇：\n护河方案\n一、清淤。\n", "护河方案", 2026),
        ("各镇：\n甲县政府\n　　2026年3月2日\n护河方案\n一、清淤。\n", "护河方案", 2026),
        ("护河方案\n一、落实甲政发〔2019〕3号文件，清淤。\n", "护河方案", None),
        ("护河方案\n一、清淤。\n", None, None),
        # a deadline of the plan lies before the date of the page that shows it
        ("护河方案\n一、2024年6月底前清淤。\n2026年3月2日\n", "护河方案", 2024),
        ("2026年护河方案\n一、改造2005年底前建成的水闸。\n", "2026年护河方案", 2026),
    ],
)
def test_the_first_year(text: str, title: str | None, year: int | None) -> None:
    span = (text.index(title), text.index(title) + len(title)) if title else None
    assert first_year(text, span, 0, len(text)) == year
