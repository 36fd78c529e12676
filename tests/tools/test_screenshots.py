"""The manual and its pictures: each picture is shown, each shown picture is taken, both languages tell the same."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from tools.pictures import PICTURES
from tools.screenshots import FOLDER, LANGUAGES, ROOT, is_same, keep, quantised

MANUAL = ROOT / "docs/manual"
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
PAGES = sorted([*MANUAL.glob("*/*.md"), *READMES])
LARGEST = 200_000  # bytes of a picture
LINK = re.compile(r"(?<!`)(!?)\[[^\]]*\]\(([^)\s]+)\)")


def links(page: Path, *, images: bool) -> list[Path]:
    """Where the relative links of a page lead; the images, or the rest."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    inside = [target for mark, target in found if bool(mark) == images and "://" not in target]
    return [(page.parent / unquote(target.split("#")[0])).resolve() for target in inside if target[0] != "#"]


def taken(language: str) -> set[Path]:
    """The pictures that the table tells to take in a language."""
    return {FOLDER / language / f"{picture.name}.png" for picture in PICTURES}


def test_names_of_pictures_are_given_once() -> None:
    assert len({picture.name for picture in PICTURES}) == len(PICTURES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_in_the_tree_and_no_other(language: str) -> None:
    assert set((FOLDER / language).iterdir()) == taken(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_shown_in_the_manual_of_its_language(language: str) -> None:
    pages = (MANUAL / language).glob("*.md")
    assert {image for page in pages for image in links(page, images=True)} == taken(language)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [*links(page, images=True), *links(page, images=False)]
    assert [str(target) for target in targets if not target.exists()] == []


def test_every_page_is_there_in_both_languages() -> None:
    names = [{page.name for page in (MANUAL / language).glob("*.md")} for language in LANGUAGES]
    assert names[0] == names[1]


@pytest.mark.parametrize("page", sorted((MANUAL / "zh").glob("*.md")), ids=lambda page: page.stem)
def test_both_languages_have_the_same_headings_steps_and_images(page: Path) -> None:
    assert shape(page) == shape(MANUAL / "en" / page.name)


def shape(page: Path) -> dict[str, object]:
    """What a page consists of, whatever its language."""
    text = page.read_text(encoding="utf-8")
    return {
        "headings": [len(marks) for marks in re.findall(r"(?m)^(#+) ", text)],
        "steps": re.findall(r"(?m)^(\d+)\. ", text),
        "rows": len(re.findall(r"(?m)^\|", text)),
        "code": text.count("```"),
        "images": [image.name for image in links(page, images=True)],
    }


@pytest.mark.parametrize("page", sorted(MANUAL.glob("*/*.md")), ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_words_in_bold_stand_on_the_screens(page: Path) -> None:
    known = screen_words(page.parent.name)
    bold = re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"))
    assert [words for words in bold if not any(pattern.fullmatch(words) for pattern in known)] == []


@cache
def screen_words(language: str) -> list[re.Pattern[str]]:
    """The sentences of the screens in a language; names and numbers in them may be anything."""
    with (ROOT / "src/wenming/locale/en/LC_MESSAGES/django.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="en") if message.id]
    said = [message.id if language == "zh" else message.string or "" for message in messages]
    single = [words for one in said for words in ([one] if isinstance(one, str) else one)]
    enough = [words for words in single if len(re.sub(r"%\(\w+\)s|\W", "", words)) > 1]
    return [re.compile(".+".join(map(re.escape, re.split(r"%\(\w+\)s", words)))) for words in enough]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.png")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pictures_are_small(path: Path) -> None:
    assert path.stat().st_size < LARGEST


class TestKeeping:
    def test_a_picture_that_looks_the_same_is_not_written_again(self, tmp_path: Path) -> None:
        path = tmp_path / "zh/desk.png"
        assert keep(Image.new("RGB", (4, 4), "white"), path)
        written = path.read_bytes()
        assert not keep(Image.new("RGB", (4, 4), (250, 250, 250)), path)
        assert path.read_bytes() == written

    def test_one_that_changed_is(self, tmp_path: Path) -> None:
        path = tmp_path / "desk.png"
        keep(Image.new("RGB", (4, 4), "white"), path)
        changed = Image.new("RGB", (4, 4), "white")
        changed.putpixel((2, 3), (0, 0, 0))
        assert keep(changed, path)
        assert is_same(Image.open(path), changed)

    def test_a_paler_ground_is_a_change_and_a_paler_dot_is_none(self) -> None:
        white = Image.new("RGB", (100, 100), "white")
        dotted = white.copy()
        dotted.putpixel((3, 4), (200, 200, 200))
        assert is_same(white, dotted)
        assert not is_same(white, Image.new("RGB", (100, 100), (225, 225, 225)))

    def test_another_size_is_another_picture(self) -> None:
        assert not is_same(Image.new("RGB", (4, 4)), Image.new("RGB", (4, 5)))

    def test_few_colours_are_enough(self, tmp_path: Path) -> None:
        Image.linear_gradient("L").convert("RGB").save(tmp_path / "many.png")
        assert len(quantised((tmp_path / "many.png").read_bytes()).getcolors() or []) <= 128
