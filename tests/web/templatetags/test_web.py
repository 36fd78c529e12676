"""The components that need more than an include."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from wenming.web import rail, views
from wenming.web.templatetags import web

ROOM = Path(views.__file__).parent
SVG = "{http://www.w3.org/2000/svg}"


def rendered(source: str, address: str = "/", **given: object) -> str:
    """What a template makes of it on the page at ``address``, white space run together."""
    context = RequestContext(RequestFactory().get(address))
    context.update(given)
    return re.sub(r"\s+", " ", Template(f"{{% load web %}}{source}").render(context)).strip()


def drawings() -> set[str]:
    """The names of all drawings."""
    tree = ET.parse(ROOM / "static/web/icons.svg")
    return {symbol.attrib["id"] for symbol in tree.iter(f"{SVG}symbol")}


def test_an_icon_is_decoration() -> None:
    assert 'aria-hidden="true"' in rendered('{% icon "plan" %}')


def test_every_icon_that_is_named_is_drawn() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in ROOM.parent.rglob("templates/**/*.html"))
    named = set(re.findall(r'{% icon "([^"]+)"', templates)) | set(re.findall(r'icon_name="([^"]+)"', templates))
    named |= {place.icon for place in rail.PLACES} | set(web.NOTICE_ICONS.values())
    named |= {f"status-{name}" for name in web.STATUSES}
    assert named - drawings() == set()


@pytest.mark.parametrize("name", web.STATUSES)
def test_a_status_has_shape_colour_and_word(name: str) -> None:
    shown = rendered("{% status name %}", name=name)
    assert f"#status-{name}" in shown
    assert f'class="status status-{name}"' in shown
    assert str(web.STATUSES[name]) in shown


def test_a_status_may_say_its_own_word() -> None:
    assert "还差1次" in rendered('{% status "due" "还差1次" %}')


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{% badge 3 %}", '<span class="badge">3</span>'),
        ('{% badge "核对中" kind="info" %}', '<span class="badge badge-info">核对中</span>'),
        ('{{ things|named:"A-1" }}', "路灯"),
        ('{{ things|named:"A-2" }}', ""),
        ('{% chip "长期" %}', '<span class="chip"><span>长期</span></span>'),
        ("{% chip word %}", '<span class="chip"><span>&lt;b&gt;</span></span>'),
        (
            '{% chip "县教育局" kind="lead" role="牵头" address="/units/1/" %}',
            (
                '<a class="chip chip-unit chip-lead" href="/units/1/"><span class="chip-role">牵头</span>'
                "<span>县教育局</span></a>"
            ),
        ),
        (
            '（{% why "/why/1/" "7/9" %}）',
            '（<a class="why" href="/why/1/" hx-get="/why/1/" hx-target="#drawer-body">7/9</a>）',
        ),
    ],
)
def test_words_within_a_line(source: str, shown: str) -> None:
    assert rendered(source, word="<b>", things={"A-1": "路灯"}) == shown


@pytest.mark.parametrize(
    ("address", "state", "query"),
    [
        ("/?q=路灯&page=4", "none", "?q=%E8%B7%AF%E7%81%AF&amp;sort=lead"),
        ("/?sort=lead", "ascending", "?sort=-lead"),
        ("/?sort=-lead", "descending", "?sort=lead"),
        ("/?sort=due", "none", "?sort=lead"),
    ],
)
def test_a_head_sorts_one_way_then_the_other_from_the_first_page(address: str, state: str, query: str) -> None:
    shown = rendered('{% sort_head "lead" "牵头单位" %}', address)
    assert f'aria-sort="{state}"' in shown
    assert f'href="{query}"' in shown


def test_a_list_on_one_page_has_no_pager() -> None:
    assert rendered("{% pager page %}", page=Paginator(range(20), 20).page(1)) == ""


def test_a_pager_keeps_the_rest_of_the_address() -> None:
    shown = rendered("{% pager page %}", "/?q=a&page=3", page=Paginator(range(240), 20).page(3))
    assert "第 41–60 项，共 240 项" in shown
    assert '<span aria-current="page">3</span>' in shown
    assert 'href="?q=a&amp;page=2" rel="prev"' in shown
    assert 'href="?q=a&amp;page=4" rel="next"' in shown


def test_a_card_holds_what_is_in_it() -> None:
    shown = rendered("{% card title=title %}<p>登记</p>{% endcard %}", title="<本周>")
    assert shown.endswith("&lt;本周&gt;</h2></div><p>登记</p></section>")


@pytest.mark.parametrize(("kind", "is_alert"), [("info", False), ("done", False), ("warn", False), ("error", True)])
def test_only_an_error_is_called_out(kind: str, is_alert: bool) -> None:
    shown = rendered("{% notice kind=kind %}<p>好</p>{% endnotice %}", kind=kind)
    assert f"notice-{kind}" in shown
    assert ('role="alert"' in shown) is is_alert


def test_a_scroller_can_be_reached_by_keyboard() -> None:
    shown = rendered('{% scroller label="责任分解表" %}<table></table>{% endscroller %}')
    assert 'tabindex="0"' in shown
    assert 'aria-label="责任分解表"' in shown


def test_a_menu_says_more() -> None:
    assert "更多" in rendered("{% menu %}x{% endmenu %}")


def test_the_rail_marks_where_one_is() -> None:
    shown = rendered("{% rail_places %}", "/plans/", may={"plan_view": True})
    assert shown.count("<li>") == 2
    assert re.search(r'href="/plans/" aria-current="page"', shown)


def test_content_and_lists_speak_the_language_of_the_page() -> None:
    source = "{{ name|zh }} {{ words|listed }}"
    given: dict[str, Any] = {"name": "县教育局", "words": ["every day", "every 社区"]}
    assert rendered(source, **given) == "县教育局 every day，every 社区"
    with override("en"):
        marked = '<span lang="zh-Hans">县教育局</span> every day; every <span lang="zh-Hans">社区</span>'
        assert rendered(source, **given) == marked
