"""The pictures of the manual: whose page, at which address, after which steps, and which part of it.

They are taken in this order from one sample county, so a picture may stand on what was done before it.
Selectors, not words, say what is clicked: the words of the screens differ between the languages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

Step = Callable[[Page], None]

EXAMPLE = Path("docs/manual/example/青禾县2026年文明餐桌行动方案.txt")
DESKTOP, PHONE = (1280, 800), (390, 844)
OFFICE, LIAISON, LEADER = "许青", "韩立冬", "孟庆川"
SECURITY, AUDIT = "王恪", "江岸"


@dataclass(frozen=True)
class Picture:
    """One picture; without an address it shows the page that the picture before it left open."""

    name: str
    person: str = ""  # nobody is signed in
    address: str = ""
    does: tuple[Step, ...] = ()
    clip: str = ""  # the element shown; else the window
    size: tuple[int, int] = DESKTOP
    is_paper: bool = False


def click(selector: str) -> Step:
    """Click the first element that is found."""
    return lambda page: page.locator(selector).first.click()


def press(key: str) -> Step:
    """Press a key."""
    return lambda page: page.keyboard.press(key)


def fill(selector: str, words: str) -> Step:
    """Type into a field."""
    return lambda page: page.locator(selector).first.fill(words)


def type_in(selector: str, words: str) -> Step:
    """Type letter by letter, as a field that searches on the way wants it."""
    return lambda page: page.locator(selector).press_sequentially(words)


def choose(selector: str, value: str) -> Step:
    """Take an option of a list by its value."""

    def does(page: Page) -> None:
        page.locator(selector).select_option(value)

    return does


def hand_in(path: Path) -> Step:
    """Choose the file to be imported."""
    return lambda page: page.locator("input[type=file]").set_input_files(path)


def arrive(pattern: str) -> Step:
    """Wait for another page."""
    return lambda page: page.wait_for_url(pattern)


def follow(words: str) -> Step:
    """Click the link that bears these words; names are Chinese in either language of the screens."""
    return lambda page: page.get_by_role("link", name=words, exact=True).first.click()


def bring(selector: str) -> Step:
    """Scroll until the element is seen."""
    return lambda page: page.locator(selector).first.scroll_into_view_if_needed()


def select_words(words: str) -> Step:
    """Select words of the document with the mouse, as one does to mark them."""
    return lambda page: page.locator("[data-text] [data-at]", has_text=words).first.evaluate(_SELECT, words)


_SELECT = """(piece, words) => {
    const text = piece.firstChild, at = text.data.indexOf(words);
    getSelection().setBaseAndExtent(text, at, text, at + words.length);
}"""

_NEW_UNIT = "#panel .panel-match > details:nth-of-type(1)"
_CONFIRM = "#panel [data-do=confirm]"
_MORE = ".page-actions .menu summary"
_DISSOLVE = "[href$='/dissolve/']"

PICTURES = (
    Picture("sign-in", address="/sign-in/"),
    # the office: from a document to a plan in force
    Picture("office-desk", OFFICE, "/"),
    Picture("import", OFFICE, "/plans/import/", (hand_in(EXAMPLE),)),
    Picture("review", OFFICE, "", (click("main form .button-primary"), arrive("**/review/**"))),
    Picture("review-unit", OFFICE, "", (press("j"),)),
    Picture(
        "review-new-unit",
        OFFICE,
        "",
        (
            click(f"{_NEW_UNIT} summary"),
            fill(f"{_NEW_UNIT} [name=name]", "青禾县机关事务服务中心"),
            choose(f"{_NEW_UNIT} [name=kind]", "institution"),
            bring(f"{_NEW_UNIT} form button"),
        ),
        clip="#panel",
        size=(1280, 1200),
    ),
    Picture("review-date", OFFICE, "", (click(f"{_NEW_UNIT} form button"),)),
    Picture("review-select", OFFICE, "", (select_words("2026年9月31日前"),)),
    Picture(
        "review-add", OFFICE, "", (click("[data-add$='/date/']"), fill("#panel [name=to]", "2026-09-30")), clip="#panel"
    ),
    Picture("review-list", OFFICE, "", (click(_CONFIRM), click("[data-items] summary"))),
    Picture(
        "review-class",
        OFFICE,
        "",
        (click("[data-item]"), click(_CONFIRM), type_in("#find-unit", "县直")),
    ),
    Picture("review-all", OFFICE, "", (click("#candidates button"), click("#bar .menu summary"))),
    Picture(
        "review-history",
        OFFICE,
        "",
        (click("#bar .menu-item"), click(_MORE), click("[href$='/history/']")),
    ),
    Picture("review-keys", OFFICE, "", (press("Escape"), press("?"))),
    Picture("enforce", OFFICE, "/plans/versions/3/enforce/"),
    Picture("in-force", OFFICE, "", (click("form.enforce .button-primary"), arrive("**/table/"))),
    # a plan in force
    Picture("table", OFFICE, "/plans/1/table/"),
    Picture("table-unit", OFFICE, "/plans/1/table/?by=unit"),
    Picture("table-date", OFFICE, "/plans/1/table/?by=date"),
    Picture("table-print", OFFICE, "/plans/1/table/print/", is_paper=True, size=(1587, 1122)),
    Picture("search", OFFICE, "/search?q=路灯"),
    Picture("measure", OFFICE, "", (follow("1.修好背街小巷路灯"),)),
    # a new version
    Picture("plan", OFFICE, "/plans/1/"),
    Picture("import-version", OFFICE, "/plans/import/?plan=1"),
    Picture("compare", OFFICE, "/plans/1/compare/1/2/"),
    # the directory of units
    Picture("units", OFFICE, "/units/"),
    Picture("unit-form", OFFICE, "", (follow("县城管局"), click("[href$='/edit/']"))),
    Picture("unit-merge", OFFICE, "", (click(_MORE), click("[href$='/merge/']"))),
    Picture(
        "unit-dissolve",
        OFFICE,
        "/units/",
        (follow("县城管局"), click("[href$='/edit/']"), click(_MORE), click(_DISSOLVE)),
    ),
    Picture("classes", OFFICE, "/units/classes/"),
    Picture("class-form", OFFICE, "/units/classes/new/"),
    # the command structure
    Picture("command", OFFICE, "/command/"),
    # the others
    Picture("liaison-desk", LIAISON, "/", size=PHONE),
    Picture("liaison-measure", LIAISON, "", (follow("1.修好背街小巷路灯"),), size=PHONE),
    Picture("unit", LIAISON, "/units/", (follow("县城管局"),)),
    Picture("leader-desk", LEADER, "/"),
    Picture("sessions", LEADER, "/account/sessions/"),
    Picture("people", SECURITY, "/people/"),
    Picture("log", AUDIT, "/log/"),
)
