"""Takes the pictures of the manual from a sample county of its own, in Chinese and English: ``make screenshots``.

Only pictures that changed are written, so that a commit shows what a reader of the manual would notice.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tools.pictures import PHONE, PICTURES, Picture

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/manual/img"
LANGUAGES = {"zh": "zh-hans", "en": "en"}  # folder of the manual: language of the screens
COLOURS = 128
NOISE, CLEAR = 24, 80  # of 255: by how much a dot may differ without notice, and by how much it never does by chance
HARDLY = 1000  # one dot in so many
REST = 400  # milliseconds
PATIENCE = 60  # seconds until the product has to answer
QUIET = [  # a browser that talks to nobody but our own server
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
]


def main(names: Sequence[str] = ()) -> int:
    """Take all pictures; with names, write only these (all steps are done, for one stands on the other)."""
    with sync_playwright() as playwright:
        chromium = os.environ.get("WENMING_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for language in LANGUAGES:
            with sample_county() as address:
                _take_all(browser, address, language, names)
        browser.close()
    return 0


@contextmanager
def sample_county() -> Iterator[str]:
    """The address of a product of our own with the sample county in it; it ends with the block."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="wenming-pictures-") as data:
        command = [sys.executable, "-m", "wenming", "demo", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=_environment(data), stdout=subprocess.DEVNULL)
        try:
            _wait_for(f"{address}/health", server)
            yield address
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


def _environment(data: str) -> dict[str, str]:
    ours = {
        "WENMING_DATA": data,
        "DJANGO_SETTINGS_MODULE": "tools.picture_settings",
        "PYTHONPATH": str(ROOT),
        "PICTURES_BEGAN": str(time.time()),
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("WENMING_")}
    return inherited | ours


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _second in range(PATIENCE):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(1)
        else:
            return
    raise RuntimeError(f"the product did not answer at {address}: start it with `wenming demo` to see why")


def _take_all(browser: Browser, address: str, language: str, names: Sequence[str]) -> None:
    pages: dict[tuple[str, bool], Page] = {}
    for picture in PICTURES:
        who = (picture.person, picture.size == PHONE)
        if who not in pages:
            pages[who] = _enter(browser, address, language, *who)
        shot = _take(pages[who], address, picture)
        if not names or picture.name in names:
            keep(quantised(shot), FOLDER / language / f"{picture.name}.png")
    for page in pages.values():
        page.context.close()


def _enter(browser: Browser, address: str, language: str, person: str, is_phone: bool) -> Page:  # noqa: FBT001
    """A window of its own, in which ``person`` is signed in."""
    context = browser.new_context(
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
        color_scheme="light",
        is_mobile=is_phone,
        has_touch=is_phone,
    )
    context.add_cookies([{"name": "django_language", "value": LANGUAGES[language], "url": address}])
    page = context.new_page()
    if person:
        page.goto(f"{address}/sign-in/")
        page.locator("button.person", has_text=person).click()
        page.wait_for_url(f"{address}/")
    return page


def _take(page: Page, address: str, picture: Picture) -> bytes:
    width, height = picture.size
    page.set_viewport_size(ViewportSize(width=width, height=height))
    page.emulate_media(media="print" if picture.is_paper else "screen")
    if picture.address:
        page.goto(address + picture.address)
    for step in picture.does:
        step(page)
        _settle(page)
    shown = page.locator(picture.clip).first if picture.clip else page
    return shown.screenshot(animations="disabled")


def _settle(page: Page) -> None:
    """Wait until the page has answered: fields that search, and the bar over selected words, wait a moment, too."""
    page.wait_for_timeout(REST)
    page.wait_for_load_state("networkidle")
    page.locator(".htmx-request").first.wait_for(state="detached")


def quantised(png: bytes) -> Image.Image:
    """The picture with few colours: a page has few, and the file becomes a third as large."""
    return Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def keep(picture: Image.Image, path: Path) -> bool:
    """Write the picture unless the one that is there looks the same; True where it was written."""
    if path.exists() and is_same(Image.open(path), picture):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, optimize=True)
    return True


def is_same(one: Image.Image, other: Image.Image) -> bool:
    """Nothing differs clearly, and hardly a dot a little: another choice of colours shifts some edges of letters."""
    if one.size != other.size:
        return False
    red, green, blue = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    dots = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()  # how many dots differ by 0, by 1, …
    return sum(dots[CLEAR:]) == 0 and sum(dots[NOISE:]) * HARDLY <= sum(dots)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
