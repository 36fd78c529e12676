"""The screens in English: every sentence is there, and nothing is Chinese but names, titles and quotations."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.formats import date_format
from django.utils.translation import override

from tests.reading_pages import CHINESE, Page
from tests.test_house_rules import addresses
from tools import messages
from wenming.accounts.models import PostRole, User
from wenming.places.models import Area, Unit, UnitClass
from wenming.plans.models import Duty, Measure, Plan, PlanVersion, Term, VersionState
from wenming.plans.review.words import CODE_WORDS
from wenming.sample.load import load

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
# what one would type
EXAMPLES = ("青禾县教育局", "县教育局", "各社区", "2 部 影片", "300 份 宣传单", "姓名", "单位", "6月30日", "6月")
GAP = re.compile(r"%\(\w+\)[sd]")
UNDER_TEST = ["web/errors/400.html", "web/errors/403.html", "web/errors/500.html", "web/errors/form_too_old.html"]


def test_the_catalog_is_complete() -> None:
    assert messages.faults() == []


def test_the_catalog_is_compiled() -> None:
    compiled = messages.CATALOG.with_suffix(".mo")
    assert compiled.exists(), "please run: make setup"
    assert compiled.stat().st_mtime >= messages.CATALOG.stat().st_mtime, "please run: make setup"


def test_no_gap_of_a_sentence_is_lost() -> None:
    for chinese, english in sentences():
        gaps = set(GAP.findall("".join(chinese)))
        assert all(set(GAP.findall(one)) <= gaps for one in english), chinese
        assert set(GAP.findall("".join(english))) == gaps, chinese


def test_english_has_no_chinese_but_examples() -> None:
    for chinese, english in sentences():
        left = re.sub("|".join(EXAMPLES), "", "".join(english))
        assert not CHINESE.search(left), chinese


def sentences() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The Chinese of each sentence and its English, one and several."""
    return ((_forms(message.id), _forms(message.string)) for message in messages.known() if message.id)


def _forms(said: object) -> tuple[str, ...]:
    return tuple(map(str, said)) if isinstance(said, list | tuple) else (str(said),)


def test_dates_are_written_as_the_language_does() -> None:
    with override("en"):
        assert date_format(NOON, "DATE_FORMAT") == "5 Mar 2026"
    with override("zh-hans"):
        assert date_format(NOON, "DATE_FORMAT") == "2026年3月5日"


@pytest.fixture
def office(client: Client, db: None) -> Client:
    load(at=NOON)
    return as_person(client, PostRole.OFFICE)


def as_person(client: Client, role: PostRole) -> Client:
    client.force_login(User.objects.filter(posts__role=role)[0])
    client.cookies["django_language"] = "en"
    return client


def names() -> list[str]:
    """What the sample county calls its things, the longest first: titles and attributes cannot be marked."""
    columns = [
        *(model.objects.values_list(field, flat=True) for model, field in NAMED),
        *([*(str(part) for part in value.values())] for value in _values()),
    ]
    return sorted({name for column in columns for name in column if name}, key=len, reverse=True)


NAMED = (
    (Area, "name"),
    (Unit, "name"),
    (Unit, "short"),
    (UnitClass, "name"),
    (Plan, "title"),
    (PlanVersion, "file_name"),
    (Measure, "title"),
    (Duty, "name"),
    (User, "full_name"),
)


def _values() -> Iterator[dict[str, object]]:
    return (value for value in Term.objects.values_list("value", flat=True) if isinstance(value, dict))


def unmarked(html: str, content: list[str]) -> list[str]:
    """All that is Chinese on a page without being marked as content."""
    page, found = Page(html), []
    for head in page.heads:
        left = head
        for name in content:
            left = left.replace(name, "")
        found += [head] if CHINESE.search(left) else []
    return [*page.chinese, *found]


def plain_addresses() -> list[str]:
    """Every address that needs no argument."""
    return [f"/{address}" for address, _ in addresses(get_resolver()) if "<" not in address]


def pages_of_the_county() -> Iterator[str]:
    """The pages about one thing each, one of every kind, and those of all marks that a reviewer meets first."""
    before, after = PlanVersion.objects.order_by("number")
    for name in ("plan", "table", "table_print"):
        yield reverse(f"plans:{name}", args=[before.plan_id])
    for face in ("unit", "date", "frequency"):
        yield reverse("plans:table", args=[before.plan_id]) + f"?by={face}"
        yield reverse("plans:table_print", args=[before.plan_id]) + f"?by={face}"
    yield reverse("plans:table", args=[before.plan_id]) + "?q=没有这样的措施"
    yield reverse("plans:compare", args=[before.plan_id, 1, 2])
    for name in ("review", "review_history", "enforce", "review_news"):
        yield reverse(f"plans:{name}", args=[after.pk])
    yield reverse("plans:review", args=[before.pk])
    yield from _marks(after)
    for code in CODE_WORDS:
        yield reverse("plans:review_add", args=[after.pk, code]) + "?start=40&end=46" if code != "measure" else "/"
    yield reverse("search") + "?q=社区"
    yield reverse("search") + "?q=社区&in=measures"
    yield reverse("search") + "?q=nothing"
    yield reverse("places:list") + "?as=list"
    yield reverse("places:list") + "?q=没有这样的单位"
    unit, unit_class = Unit.objects.get(short="县教育局"), UnitClass.objects.all()[0]
    yield reverse("plans:unit", args=[unit.pk])
    for name, thing in (("edit", unit), ("merge", unit), ("class", unit_class), ("edit_class", unit_class)):
        yield reverse(f"places:{name}", args=[thing.pk])
    for measure in Measure.objects.filter(version=before)[:5]:
        yield reverse("plans:measure", args=[measure.pk])


def _marks(version: PlanVersion) -> Iterator[str]:
    duties = Duty.objects.filter(measure__version=version)
    terms = Term.objects.filter(measure__version=version)
    shown = [
        *duties.filter(unit=None, unit_class=None),
        *duties.filter(unit=None).exclude(unit_class=None)[:1],
        *duties[:2],
        *{term.kind: term for term in terms}.values(),
        *version.measures.all()[:2],
        *version.doubts.all(),
    ]
    for mark in shown:
        yield reverse("plans:review_mark", args=[version.pk, f"{type(mark).__name__.lower()}-{mark.pk}"])


def test_nothing_is_chinese_on_english_pages_but_content(office: Client) -> None:
    content, found = names(), {}
    for address in [*plain_addresses(), *pages_of_the_county(), "/no/such/page"]:
        response = office.get(address)
        assert response.status_code in {200, 302, 404, 405, 422}, address  # 422: an invitation without its secret
        if response.streaming:
            response.getvalue()  # a file: to its end, or it stays open
            continue
        if "html" not in response.headers.get("Content-Type", "html"):  # a file too
            continue
        if response.status_code in {200, 404, 422} and (left := unmarked(response.content.decode(), content)):
            found[address] = left[:5]
    assert not found, "\n".join(f"{at} {left}" for at, left in found.items())


def test_nor_for_others(office: Client) -> None:
    content, plan = names(), Plan.objects.get()
    for role in (PostRole.LIAISON, PostRole.LEADER, PostRole.INSPECTOR):
        client = as_person(office, role)
        for address in ("/", "/plans/", "/account/", "/units/", reverse("plans:table", args=[plan.pk])):
            assert unmarked(client.get(address).content.decode(), content) == [], (role, address)


def test_nor_where_something_is_wrong(office: Client) -> None:
    version = PlanVersion.objects.get(state=VersionState.REVIEW)
    duty = Duty.objects.filter(measure__version=version)[0]
    act = partial(_act, version, duty)
    content, found = names(), {}
    forms = {
        "/units/new/": {},
        "/units/classes/new/": {},
        "/plans/import/": {},
        "/account/": {"old_password": "x"},
        act("correct"): {"role": "lead", "words": "没有这几个字"},
        act("remove"): {"revision": "99"},
    }
    for address, filled in forms.items():
        response = office.post(address, filled, headers={"HX-Request": "true"})
        if left := unmarked(response.content.decode(), content):
            found[address] = left
    assert not found, "\n".join(f"{at} {left}" for at, left in found.items())


def _act(version: PlanVersion, duty: Duty, verb: str) -> str:
    return reverse("plans:review_act", args=[version.pk, f"duty-{duty.pk}", verb])


def test_nor_before_signing_in(client: Client, db: None) -> None:
    client.cookies["django_language"] = "en"
    html = client.get("/sign-in/?lapsed=1").content.decode()
    assert 'lang="en"' in html
    assert unmarked(html, []) == []


@pytest.mark.parametrize("template", UNDER_TEST)
def test_nor_on_pages_of_errors(template: str) -> None:
    with override("en"):
        assert unmarked(render_to_string(template), []) == []


def test_a_chinese_sentence_would_be_seen() -> None:
    html = '<html lang="en"><p title="提示">Units：<b>单位</b> <i lang="zh-Hans">县教育局</i> <img alt="搜索">'
    assert unmarked(html, []) == ["Units：", "单位", "提示", "搜索"]


def test_the_sources_of_the_sentences_are_found() -> None:
    assert Path(messages.ROOT).is_dir()
    assert len(messages.gathered()) > 400
