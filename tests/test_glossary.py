"""The glossary keeps its order."""

from pathlib import Path

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"


def test_words_stand_in_order_each_once() -> None:
    rows = [line.split("|")[1].strip() for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    words = [word.casefold() for word in rows[1:] if not word.startswith("---")]  # behind the head
    assert len(words) > 100
    assert words == sorted(set(words))
