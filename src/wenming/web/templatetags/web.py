"""The components that need more than an include. They only shape arguments; the markup is in templates."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context, Library
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from wenming.web import rail
from wenming.web.content import marked

register = Library()

# A verdict's shape and colour bear its name (icons.svg, tokens.css); the words are the legend's.
STATUSES = {
    "met": _("已完成"),
    "late": _("逾期完成"),
    "missed": _("未完成"),
    "due": _("即将到期"),
    "open": _("进行中"),
    "exempt": _("不适用"),
    "waiting": _("未到时间"),
    "disputed": _("有异议"),
}
NOTICE_ICONS = {"info": "info", "done": "done", "warn": "warn", "error": "error"}


register.filter("zh", marked)  # names, titles and quotations: Chinese on every page, and marked as such


@register.filter
def listed(words: Iterable[object]) -> SafeString:
    """Terms or kinds in words, one after the other."""
    return marked(pgettext("between terms", "，").join(map(str, words)))


@register.filter
def named(things: Mapping[str, object], name: str) -> object:
    """That of these things which bears the name; empty where none does."""
    return things.get(name, "")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing of icons.svg; decoration only, so the word stands beside it."""
    return format_html(
        '<svg class="icon" width="20" height="20" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("web/icons.svg"),
        name,
    )


def _inline(name: str, given: dict[str, Any]) -> SafeString:
    """A piece that stands within a line of Chinese, where a line break in the template would show as a gap."""
    return SafeString(render_to_string(f"web/components/{name}.html", given).strip())


@register.simple_tag
def status(name: str, word: str = "") -> SafeString:
    """A verdict with its shape, colour and word: met, late, missed, due, open, exempt, waiting or disputed."""
    return _inline("status", {"name": name, "drawing": f"status-{name}", "word": word or STATUSES[name]})


@register.simple_tag
def badge(word: object, kind: str = "") -> SafeString:
    """A count or a state in a word; kinds: info, met, late, missed."""
    return _inline("badge", {"word": word, "kind": kind})


@register.simple_tag
def chip(word: object, kind: str = "", role: str = "", address: str = "") -> SafeString:
    """Something that was read; kinds: unit, lead, term, doubt; ``role`` is a small word before it."""
    return _inline("chip", {"word": word, "kind": kind, "role": role, "address": address})


@register.simple_tag
def why(address: str, word: object) -> SafeString:
    """A verdict, score or count that opens 依据: ``address`` answers htmx with a piece, and others with a page."""
    return _inline("why", {"address": address, "word": word})


@register.inclusion_tag("web/components/rail.html", takes_context=True)
def rail_places(context: Context) -> dict[str, Any]:
    """The places that the signed-in person may use."""
    request: HttpRequest = context["request"]
    return {"entries": rail.entries(context.get("may") or {}, request.path)}


@register.inclusion_tag("web/components/sort.html", takes_context=True)
def sort_head(context: Context, key: str, label: str, css: str = "") -> dict[str, Any]:
    """A column's head that sorts by ``?sort=key``, and the other way round by ``?sort=-key``."""
    request: HttpRequest = context["request"]
    now = request.GET.get("sort", "")
    state = {key: "ascending", f"-{key}": "descending"}.get(now, "none")
    query = request.GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{key}" if now == key else key
    drawing = {"ascending": "up", "descending": "down", "none": "sort"}[state]
    return {"label": label, "state": state, "query": query.urlencode(), "drawing": drawing, "css": css}


@register.inclusion_tag("web/components/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """The pages of a list, other parts of the address kept; nothing where there is only one."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"request": context["request"], "page": page, "numbers": list(numbers), "gap": page.paginator.ELLIPSIS}


@register.simple_block_tag
def card(content: str, title: str = "", css: str = "") -> SafeString:
    """A sheet with an optional title."""
    return SafeString(render_to_string("web/components/card.html", {"content": content, "title": title, "css": css}))


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """Something to know (info), that went well (done), to be careful with (warn), or that stopped (error)."""
    given = {"content": content, "kind": kind, "title": title, "drawing": NOTICE_ICONS[kind]}
    return SafeString(render_to_string("web/components/notice.html", given))


@register.simple_block_tag
def scroller(content: str, label: str, css: str = "") -> SafeString:
    """A window in which a wide table scrolls; ``css="scroller-frozen"`` keeps its head and first column in sight."""
    given = {"content": content, "label": label, "css": css}
    return SafeString(render_to_string("web/components/scroller.html", given))


@register.simple_block_tag
def menu(content: str, label: str = "", css: str = "") -> SafeString:
    """更多: what is done now and then; entries bear the class menu-item."""
    given = {"content": content, "label": label or _("更多"), "css": css}
    return SafeString(render_to_string("web/components/menu.html", given))


@register.simple_block_tag
def dialog(content: str, name: str, title: str) -> SafeString:
    """A page's own dialog, opened by any button with ``data-opens="name"``."""
    return SafeString(
        render_to_string("web/components/dialog.html", {"content": content, "name": name, "title": title})
    )
