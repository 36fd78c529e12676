"""What is asked of every page in a real browser."""

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import BrowserContext, Page

from wenming.accounts.models import User


def sign_in(context: BrowserContext, address: str, person: User) -> None:
    """Let ``person`` be signed in at ``address`` without the page that asks for it."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": str(session.session_key), "url": address}])


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: the rule and the elements, empty where all is well."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {[node['html'][:120] for node in fault['nodes']]}" for fault in found]


def overhang(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def small_targets(page: Page) -> list[str]:
    """What can be touched and is lower than 44 pixels; links within sentences and lists of links are left out."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, input:not([type=hidden]), select, .button, .rail a')]
            .filter(one => !one.matches('[type=checkbox], [type=radio], [type=file], .button-small, .outline summary'))
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    return found
