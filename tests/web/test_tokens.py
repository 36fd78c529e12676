"""Colours are named once, in two sets with the same roles, and can be read in both."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "assets/src"
NAMED = {"tokens.css", "dark.css"}


def colours(name: str) -> dict[str, str]:
    """The colours of a set: role → #rrggbb."""
    text = (STYLES / name).read_text(encoding="utf-8")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))


LIGHT, DARK = colours("tokens.css"), colours("dark.css")

# What is read on what: ink on its ground, at least 4.5; edges and shapes, at least 3 (WCAG 2.2: 1.4.3, 1.4.11).
TEXT = [
    *[(ink, ground) for ink in ("ink", "muted", "accent") for ground in ("paper", "sheet", "sunken", "accent-pale")],
    *[(ink, ground) for ink in ("met", "late", "missed", "due", "open", "seal") for ground in ("paper", "sheet")],
    *[(f"{name}", f"{name}-pale") for name in ("met", "late", "missed", "due")],
    *[("ink", ground) for ground in ("met-pale", "late-pale", "missed-pale", "due-pale", "term-pale", "found")],
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
]
EDGES = [(edge, ground) for edge in ("edge", "accent", "missed", "term") for ground in ("paper", "sheet")]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG defines it, from 1 to 21."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour as WCAG defines it, from 0 to 1."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(tones: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(tones[ink], tones[ground]) >= 4.5


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen(tones: dict[str, str], edge: str, ground: str) -> None:
    assert contrast(tones[edge], tones[ground]) >= 3


def test_both_sets_have_the_same_roles() -> None:
    assert set(LIGHT) == set(DARK)


def test_nothing_else_names_a_colour() -> None:
    pattern = re.compile(r":\s[^;{}]*(?:#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\()")
    styles = [path for path in STYLES.rglob("*.css") if path.name not in NAMED]
    assert {path.name: found for path in styles if (found := pattern.findall(path.read_text(encoding="utf-8")))} == {}
