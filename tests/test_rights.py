"""Who may open what: every address of the product, asked by everybody, against one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import now

from tests.plans import read
from tests.plans.making import NOON, Says, make_area, make_person, make_unit, make_version
from wenming.accounts.models import PostRole, User
from wenming.places.models import ChangeKind, NotSame, UnitChange
from wenming.plans.actions import importing
from wenming.plans.models import PlanVersion, VersionState
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db

ANYONE = {"anonymous", "nobody", *PostRole.values}
PERSON = ANYONE - {"anonymous"}
READER = set(PostRole.values)
OFFICE = {PostRole.OFFICE.value}
AUDITOR = {PostRole.AUDIT.value}
NO_ONE: set[str] = set()
METHODS = ("get", "post")
HTMX = {"HX-Request": "true"}


def foreign_session() -> int:
    """Where somebody else is signed in."""
    kept = {"ip": "127.0.0.1", "user": User.objects.order_by("pk").first()}
    return int(UserSession.objects.get_or_create(session_key="another", defaults=kept)[0].pk)


@dataclass(frozen=True)
class World:
    """A plan in force with an earlier version, and another plan that is under review."""

    review: PlanVersion
    in_force: PlanVersion
    earlier: PlanVersion

    def keys(self, name: str) -> list[object]:
        """What stands for a word of the table below in an address."""
        review, in_force = self.review, self.in_force
        known: dict[str, list[object]] = {
            "": [],
            "secret": ["a-secret-that-nobody-has"],
            "foreign session": [foreign_session()],
            "event": [1],
            "history": ["plans.plan", review.plan_id],
            "version": [in_force.pk],
            "draft": [review.pk],
            "plan": [in_force.plan_id],
            "draft plan": [review.plan_id],
            "numbers": [in_force.plan_id, self.earlier.number, in_force.number],
            "draft numbers": [review.plan_id, review.number, review.number],
            "kind": [review.pk, "unit"],
            "mark": [review.pk, f"duty-{read.duty_of(review, '教育局').pk}"],
            "act": [review.pk, f"duty-{read.duty_of(review, '教育局').pk}", "correct"],
            "foreign act": [in_force.pk, f"duty-{read.duty_of(review, '教育局').pk}", "correct"],
            "foreign mark": [in_force.pk, f"measure-{read.measure_of(review, 1).pk}"],
            "measure": [read.measure_of(in_force, 1).pk],
            "draft measure": [read.measure_of(review, 1).pk],
            "unit": [make_unit("县教育局").pk],
            "class": [read.duty_of(review, "各社区").unit_class_id],
            "area": [make_area().pk],
            "pair": [make_unit("县教育局").pk, make_unit("县文明办").pk],
            "change": [a_change().pk],
            "apart": [told_apart().pk],
        }
        return known[name]


def a_change() -> UnitChange:
    """Something that happened to a unit."""
    by = User.objects.get(username="沈知远")
    about = {"made_by": by, "made_at": NOON, "on": NOON.date()}
    return UnitChange.objects.get_or_create(unit=make_unit("县教育局"), kind=ChangeKind.RENAMED, defaults=about)[0]


def told_apart() -> NotSame:
    """Two units that are two."""
    about = {"said_by": User.objects.get(username="沈知远"), "said_at": NOON}
    return NotSame.objects.get_or_create(one=make_unit("县教育局"), other=make_unit("县文明办"), defaults=about)[0]


# name of the address, what its numbers stand for, who gets an answer, by which methods
TABLE: list[tuple[str, str, set[str], str]] = [
    ("accounts:sign_in", "", ANYONE, "get post"),
    ("accounts:sign_out", "", ANYONE, "post"),
    ("accounts:sign_in_as_sample", "", NO_ONE, "post"),  # demo mode only
    ("set_language", "", ANYONE, "get post"),
    ("health", "", ANYONE, "get post"),
    ("accounts:second_step", "", ANYONE, "get post"),
    ("accounts:accept_invitation", "", ANYONE, "get post"),
    ("accounts:invitation", "secret", ANYONE, "get"),
    ("accounts:provider_start", "", NO_ONE, "post"),  # where the settings name a provider only
    ("accounts:provider_callback", "", NO_ONE, "get"),
    ("accounts:provider_link", "", NO_ONE, "get post"),
    ("accounts:provider_unlink", "", NO_ONE, "get post"),
    ("accounts:account", "", PERSON, "get post"),
    ("accounts:password", "", NO_ONE, "get post"),  # these people have none
    ("accounts:rules", "", PERSON, "get post"),
    ("accounts:confirm", "", PERSON, "get post"),
    ("accounts:stay", "", PERSON, "post"),
    ("accounts:set_up", "", PERSON, "get post"),
    ("accounts:recovery_codes", "", PERSON, "get post"),
    ("accounts:take_away", "", PERSON, "get post"),
    ("accounts:sessions", "", PERSON, "get post"),
    ("accounts:end_session", "foreign session", NO_ONE, "post"),
    ("accounts:end_other_sessions", "", PERSON, "post"),
    ("home", "", PERSON, "get post"),
    ("search", "", PERSON, "get post"),
    ("components", "", PERSON, "get post"),
    ("components_why", "", PERSON, "get post"),
    ("audit:list", "", AUDITOR, "get"),
    ("audit:event", "event", AUDITOR, "get"),
    ("audit:excel", "", AUDITOR, "post"),
    ("audit:heads", "", AUDITOR, "get"),
    ("audit:heads_text", "", AUDITOR, "get"),
    ("audit:history", "history", AUDITOR | OFFICE, "get"),
    ("places:list", "", READER, "get post"),
    ("places:classes", "", READER, "get post"),
    ("places:class", "class", READER, "get post"),
    ("places:add", "", OFFICE, "get post"),
    ("places:edit", "unit", OFFICE, "get post"),
    ("places:merge", "unit", OFFICE, "get post"),
    ("places:pick", "", READER, "get post"),
    ("places:rename", "unit", OFFICE, "get post"),
    ("places:join", "unit", OFFICE, "get post"),
    ("places:split", "unit", OFFICE, "get post"),
    ("places:dissolve", "unit", OFFICE, "get post"),
    ("places:undo", "change", OFFICE, "get post"),
    ("places:doubles", "", OFFICE, "get post"),
    ("places:compare", "pair", OFFICE, "get post"),
    ("places:tell_apart", "pair", OFFICE, "post"),
    ("places:not_apart", "apart", OFFICE, "post"),
    ("places:areas", "", READER, "get post"),
    ("places:add_area", "", OFFICE, "get post"),
    ("places:edit_area", "area", OFFICE, "get post"),
    ("places:remove_area", "area", OFFICE, "post"),
    ("places:preview_class", "", OFFICE, "get post"),
    ("places:add_class", "", OFFICE, "get post"),
    ("places:edit_class", "class", OFFICE, "get post"),
    ("plans:unit", "unit", READER, "get post"),
    ("plans:list", "", READER, "get"),
    ("plans:plan", "plan", READER, "get"),
    ("plans:plan", "draft plan", OFFICE, "get"),
    ("plans:version", "version", READER, "get"),
    ("plans:version", "draft", OFFICE, "get"),
    ("plans:document", "version", READER, "get"),
    ("plans:document", "draft", OFFICE, "get"),
    ("plans:table", "plan", READER, "get post"),
    ("plans:table", "draft plan", OFFICE, "get post"),
    ("plans:table_print", "plan", READER, "get post"),
    ("plans:table_print", "draft plan", NO_ONE, "get post"),
    ("plans:table_excel", "plan", READER, "get post"),
    ("plans:table_excel", "draft plan", NO_ONE, "get post"),
    ("plans:compare", "numbers", READER, "get post"),
    ("plans:compare", "draft numbers", OFFICE, "get post"),
    ("plans:measure", "measure", READER, "get post"),
    ("plans:measure", "draft measure", NO_ONE, "get post"),
    ("plans:import", "", OFFICE, "get post"),
    ("plans:rename", "draft plan", OFFICE, "post"),
    ("plans:progress", "draft", OFFICE, "get"),
    ("plans:cancel", "draft", OFFICE, "post"),
    ("plans:read_again", "draft", OFFICE, "post"),
    ("plans:discard", "draft", OFFICE, "post"),
    ("plans:review", "draft", OFFICE, "get"),
    ("plans:review_news", "draft", OFFICE, "post"),
    ("plans:review_history", "draft", OFFICE, "get"),
    ("plans:review_undo", "draft", OFFICE, "post"),
    ("plans:review_confirm_all", "kind", OFFICE, "post"),
    ("plans:review_add", "kind", OFFICE, "get post"),
    ("plans:review_mark", "mark", OFFICE, "get"),
    ("plans:review_mark", "foreign mark", NO_ONE, "get"),
    ("plans:review_units", "mark", OFFICE, "get"),
    ("plans:review_act", "act", OFFICE, "post"),
    ("plans:review_act", "foreign act", NO_ONE, "post"),
    ("plans:enforce", "draft", OFFICE, "get post"),
]


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The names of all addresses."""
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}"
        else:
            yield from names(one, f"{one.namespace}:" if one.namespace else space)


def test_the_table_knows_every_address() -> None:
    assert set(names(get_resolver())) == {name for name, _keys, _who, _methods in TABLE}


@pytest.fixture
def world() -> World:
    """What the addresses are about."""
    by = make_person("沈知远")
    review = read.read_version(by)
    unit = make_unit("县教育局")
    says = Says("开展巡查", duties=[("县教育局", Role.LEAD, unit)])
    earlier = make_version(says, by=by, title="青禾县2026年巡查方案")
    in_force = make_version(says, by=by, plan=earlier.plan)
    file = SimpleUploadedFile("方案.txt", read.TEXT.encode())
    given = importing.import_document(file=file, plan=None, by=by, at=now()).document.name
    PlanVersion.objects.filter(pk__in=[review.pk, in_force.pk]).update(document=given)
    earlier.refresh_from_db()
    assert earlier.state == VersionState.SUPERSEDED
    return World(review, in_force, earlier)


def session_of(who: str) -> str:
    """The session of somebody with that role, with no role, or of nobody."""
    if who == "anonymous":
        return ""
    client = Client()
    client.force_login(make_person("某人", PostRole(who) if who in READER else None))
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def ask(session: str, method: str, address: str, headers: dict[str, str], **given: bool) -> HttpResponse:
    """Ask, and take back whatever the answer changed."""
    client = Client(**given)  # type: ignore[arg-type]
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    with transaction.atomic():
        answer: HttpResponse = getattr(client, method)(address, headers=headers)
        bytes(answer.getvalue())  # to its end, or the file stays open
        transaction.set_rollback(True)
    return answer


def is_let_in(answer: HttpResponse) -> bool:
    """The page answered: neither is there no such page, nor is one sent to sign in."""
    to_sign_in = f"{reverse('accounts:sign_in')}?next="
    there = answer.headers.get("Location", "") + answer.headers.get("HX-Redirect", "")
    return answer.status_code in {200, 204, 302, 422} and not there.startswith(to_sign_in)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "piece"])
@pytest.mark.parametrize("who", sorted(ANYONE))
def test_everybody_opens_what_the_table_says(who: str, headers: dict[str, str], world: World) -> None:
    session, found, meant = session_of(who), {}, {}
    for (name, keys, allowed, methods), method in product(TABLE, METHODS):
        address = reverse(name, args=world.keys(keys))
        found[name, keys, method] = is_let_in(ask(session, method, address, headers))
        meant[name, keys, method] = who in allowed and method in methods.split()
    assert {key: let_in for key, let_in in found.items() if let_in != meant[key]} == {}


def test_nothing_is_taken_from_a_form_of_another_site(world: World) -> None:
    session, elsewhere = session_of(PostRole.OFFICE), {"origin": "https://example.org"}
    addresses = [reverse(name, args=world.keys(keys)) for name, keys, _who, _methods in TABLE]
    taken = [
        one for one in addresses if ask(session, "post", one, elsewhere, enforce_csrf_checks=True).status_code != 403
    ]
    assert taken == []
