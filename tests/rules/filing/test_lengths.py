"""How long a text is; tests/browser/test_filing.py lets the browser count the same texts."""

import pytest

from wenming.rules.filing.lengths import length

TEXTS = {
    "": 0,
    "  \n\t　": 0,
    "全县路灯。": 5,
    "亮灯率98.5%，比2025年高。": 10,
    "hello world": 2,
    "“好”——《法》": 8,
    "Ⅱ-1 心理": 3,
    "①②": 2,
    "𠮷野家": 3,
    "a\u00a0b\ufeffc": 3,
}


@pytest.mark.parametrize("text", TEXTS)
def test_chinese_by_the_character_and_all_else_by_the_word(text: str) -> None:
    assert length(text) == TEXTS[text]
