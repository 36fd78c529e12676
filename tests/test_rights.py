"""Who may open what: every address, asked as every role, of things within reach and beyond, against the documentation.

What each role may do, how far, and which right an address asks for, is read from docs/permissions.md.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.plans.making import make_person
from tests.rights_world import World, make_world
from wenming.accounts.models import NOBODY_TWICE, Post, PostRole
from wenming.accounts.permissions import ANYBODY
from wenming.accounts.rights import REACH_WORDS, Reach
from wenming.web.access import EVERYBODY

pytestmark = pytest.mark.django_db

PAGE = Path(__file__).parents[1] / "docs/permissions.md"
NOBODY = "nobody"  # in place of a right
SECURITY = "security"  # in place of a right: what no office does to another of the office
METHODS = ("get", "post")
HTMX = {"HX-Request": "true"}
ANONYMOUS, WITHOUT_POST = "anonymous", "without a post"
EVERYONE = [ANONYMOUS, WITHOUT_POST, *PostRole.values]


@dataclass(frozen=True)
class Case:
    """An address: its name, what its numbers stand for, by which methods it answers.

    ``rights``: which of them it takes for this thing, where it is another than that of the address.
    """

    name: str
    keys: str
    methods: str
    rights: str = ""


TABLE = [
    Case("accounts:sign_in", "", "get post"),
    Case("accounts:sign_out", "", "post"),
    Case("accounts:sign_in_as_sample", "", "post", NOBODY),  # demo mode only
    Case("set_language", "", "get post"),
    Case("health", "", "get post"),
    Case("accounts:second_step", "", "get post"),
    Case("accounts:accept_invitation", "", "get post"),
    Case("accounts:invitation", "secret", "get"),
    Case("accounts:provider_start", "", "post", NOBODY),  # where the settings name a provider only
    Case("accounts:provider_callback", "", "get", NOBODY),
    Case("accounts:provider_link", "", "get post", NOBODY),
    Case("accounts:provider_unlink", "", "get post", NOBODY),
    Case("accounts:account", "", "get post"),
    Case("accounts:password", "", "get post", NOBODY),  # these people have none
    Case("accounts:rules", "", "get post"),
    Case("accounts:confirm", "", "get post"),
    Case("accounts:stay", "", "post"),
    Case("accounts:set_up", "", "get post"),
    Case("accounts:recovery_codes", "", "get post"),
    Case("accounts:take_away", "", "get post"),
    Case("accounts:sessions", "", "get post"),
    Case("accounts:end_session", "foreign session", "post", NOBODY),
    Case("accounts:end_other_sessions", "", "post"),
    Case("accounts:people", "", "get"),
    Case("accounts:person", "person", "get"),
    Case("accounts:give_post", "person", "get post"),
    Case("accounts:hand_over", "person", "get post"),
    Case("accounts:stop_account", "person", "post"),
    Case("accounts:restore_account", "person", "post"),
    Case("accounts:give_post", "colleague", "get post"),
    Case("accounts:hand_over", "colleague", "get post", "security"),
    Case("accounts:end_sessions_of", "person", "post"),
    Case("accounts:stop_account", "colleague", "post", "security"),
    Case("accounts:restore_account", "colleague", "post", "security"),
    Case("accounts:end_post", "post", "post"),
    Case("accounts:deputy", "post", "get post"),
    Case("accounts:end_post", "colleague post", "post", "security"),
    Case("accounts:deputy", "colleague post", "get post", "security"),
    Case("accounts:invite", "", "get post"),
    Case("accounts:invitations", "", "get"),
    Case("accounts:withdraw_invitation", "invitation", "post"),
    Case("accounts:notice", "", "get"),
    Case("accounts:correct", "", "get post"),
    Case("accounts:take_own", "", "get post"),
    Case("accounts:take_for", "person", "get post"),
    Case("accounts:erase", "person", "get post"),
    Case("command:tree", "", "get"),
    Case("command:excel", "", "get"),
    Case("command:links", "", "get"),
    Case("command:group", "command group", "get"),
    Case("command:add_group", "", "get post"),
    Case("command:edit_group", "command group", "get post"),
    Case("command:end_group", "command group", "get post"),
    Case("command:remove_group", "command group", "post"),
    Case("command:add_seat", "command group", "get post"),
    Case("command:replace_seat", "seat", "get post"),
    Case("command:end_seat", "seat", "get post"),
    Case("command:remove_seat", "seat", "post"),
    Case("command:move_seat", "seat", "post"),
    Case("command:add_link", "", "get post"),
    Case("command:replace_link", "link", "get post"),
    Case("command:end_link", "link", "get post"),
    Case("command:remove_link", "link", "post"),
    Case("home", "", "get post"),
    Case("search", "", "get post"),
    Case("components", "", "get post"),
    Case("components_why", "", "get post"),
    Case("jobs:overview", "", "get post"),
    Case("jobs:cancel", "job", "post"),
    Case("jobs:retry", "job", "post"),
    Case("audit:list", "", "get"),
    Case("audit:event", "event", "get"),
    Case("audit:excel", "", "post"),
    Case("audit:heads", "", "get"),
    Case("audit:heads_text", "", "get"),
    Case("audit:history", "history", "get", "audit_view plan_review"),
    Case("work:board", "", "get"),
    Case("work:progress", "plan", "get"),
    Case("work:progress", "draft plan", "get", NOBODY),
    Case("work:unit", "unit", "get"),
    Case("work:measure", "measure", "get"),
    Case("work:measure", "draft measure", "get", NOBODY),
    Case("work:why", "judged", "get"),
    Case("work:why_on", "judged on", "get"),
    Case("work:objections", "", "get"),
    Case("work:days", "", "get"),
    Case("work:days_table", "", "get"),
    Case("work:days_progress", "", "get"),
    Case("work:add_days", "", "post", NOBODY),  # the calendar is of the whole county: neither town's office
    Case("work:import_days", "", "get post", NOBODY),
    Case("work:remove_days", "days", "post", NOBODY),
    Case("work:object", "judged", "get post"),
    Case("work:withdraw_objection", "objection", "post"),
    Case("work:decide_objection", "objection", "post"),
    Case("work:excuse", "judged", "get post"),
    Case("work:end_excuse", "excuse", "post"),
    Case("work:commitments", "plan", "get"),
    Case("work:commitments", "draft plan", "get", NOBODY),
    Case("work:propose", "plan", "post"),
    Case("work:confirm", "plan", "post"),
    Case("work:add_commitment", "measure", "get post"),
    Case("work:edit_commitment", "commitment", "get post"),
    Case("work:set_aside_commitment", "commitment", "post"),
    Case("work:preview_commitment", "", "post"),
    Case("work:records", "", "get"),
    Case("work:new_record", "", "get post"),
    Case("work:offline_form", "", "get"),
    Case("work:form_worker", "", "get"),
    Case("work:proposals", "", "get"),
    Case("work:read_roster", "", "post"),
    Case("work:accept_records", "", "post"),
    Case("work:record", "record", "get"),
    Case("work:change_record", "record", "get post"),
    Case("work:return_record", "record", "post"),
    Case("work:accept_record", "record", "post"),
    Case("work:withdraw_record", "record", "post"),
    Case("work:rolls", "", "get"),
    Case("work:offered_members", "", "get"),
    Case("work:roll", "unit", "get"),
    Case("work:add_members", "unit", "get post"),
    Case("work:confirm_members", "unit", "post"),
    Case("work:undo_members", "unit", "post"),
    Case("work:roll_excel", "unit", "get"),
    Case("work:reached", "covered", "get"),
    Case("work:reached_excel", "covered", "get"),
    Case("work:change_member", "member", "get post"),
    Case("work:sign_ups", "", "get"),
    Case("work:open_sign_up", "", "get post"),
    Case("work:sign_up", "sign-up", "get"),
    Case("work:change_sign_up", "sign-up", "get post"),
    Case("work:sign_up_poster", "sign-up", "get"),
    Case("work:sign_up_names", "sign-up", "post"),
    Case("work:find_sign_up", "", "get"),
    Case("work:sign", "code", "get post"),
    Case("work:signed", "signing", "get post"),
    Case("work:figures", "", "get"),
    Case("work:series", "series", "get"),
    Case("work:enter_figure", "series", "post"),
    Case("work:correct_figure", "figure", "get post"),
    Case("work:withdraw_figure", "figure", "post"),
    Case("work:import_figures", "", "get post"),
    Case("work:confirm_figures", "", "post"),
    Case("work:empty_figures", "", "get"),
    Case("work:reviews", "", "get"),
    Case("work:review", "reviewed on", "get post"),
    Case("work:evidence", "", "get"),
    Case("work:add_evidence", "", "post"),
    Case("work:one_evidence", "evidence", "get"),
    Case("work:evidence_piece", "evidence", "get"),
    Case("work:original", "evidence", "get"),
    Case("work:stamped", "evidence", "get"),
    Case("work:thumbnail", "evidence", "get"),
    Case("work:preview", "evidence", "get"),
    Case("work:prepare_again", "evidence", "post"),
    Case("work:attach", "evidence", "post"),
    Case("work:detach", "proof", "post"),
    Case("work:begin_upload", "", "post"),
    Case("work:upload", "upload", "post", NOBODY),  # whoever began it goes on with it, nobody else
    Case("work:burden", "", "get"),
    Case("work:unit_burden", "unit", "get"),
    Case("work:requests", "", "get"),
    Case("work:new_request", "", "get post"),
    Case("work:asked", "", "get"),
    Case("work:request", "request", "get"),
    Case("work:change_request", "request", "get post"),
    Case("work:send_request", "request", "post"),
    Case("work:merge_request", "request", "post", NOBODY),  # into another, that is named
    Case("work:discard_request", "request", "post"),
    Case("work:ask_more_units", "request", "post"),
    Case("work:remind_units", "request", "post"),
    Case("work:close_request", "request", "post"),
    Case("work:cancel_request", "request", "post"),
    Case("work:accept_answers", "request", "post"),
    Case("work:answer", "answer", "get post"),
    Case("work:not_ours", "answer", "post"),
    Case("work:judge_answer", "answer", "post"),
    Case("work:cannot", "", "get"),
    Case("work:refer_objection", "objection", "post"),
    Case("work:answer_referral", "referral", "post", "commitment_edit"),  # and whoever sits where it was passed to
    Case("work:likenesses", "", "get"),
    Case("work:judge_likeness", "likeness", "post"),
    Case("scores:list", "", "get"),
    Case("scores:years", "", "get"),
    Case("scores:make", "", "get post"),
    Case("scores:round", "round", "get"),
    Case("scores:round", "coming round", "get", "round_edit"),
    Case("scores:excel", "round", "get"),
    Case("scores:change", "round", "get post"),
    Case("scores:begin", "coming round", "post"),
    Case("scores:close", "round", "post"),
    Case("scores:reopen", "round", "post"),
    Case("scores:discard", "coming round", "post"),
    Case("scores:people", "round", "get post"),
    Case("scores:item", "round item", "get"),
    Case("scores:leave_out", "round item", "post"),
    Case("scores:values", "round", "get"),
    Case("scores:add_value", "round", "get post", NOBODY),  # without a standard in the address
    Case("scores:bring_in", "round", "get post"),
    Case("scores:fill", "round", "get post"),
    Case("scores:figures", "round", "get post"),
    Case("scores:supply", "round", "get post", NOBODY),  # without a standard in the address
    Case("scores:drop_supply", "round supply", "post"),
    Case("scores:undo", "round", "post"),
    Case("scores:withdraw", "value", "post"),
    Case("scores:ranking", "round", "get"),
    Case("scores:compare", "round", "get"),
    Case("scores:next", "round", "get"),
    Case("scores:days", "round item", "get post"),
    Case("scores:forecast", "round", "get"),
    Case("scores:negative", "round", "get"),
    Case("scores:note_event", "round", "post"),
    Case("scores:withdraw_event", "negative event", "post"),
    Case("frameworks:list", "", "get"),
    Case("frameworks:bring_in", "", "get post"),
    Case("frameworks:bring_in_sheet", "", "get post"),
    Case("frameworks:rename", "framework", "post"),
    Case("frameworks:edition", "edition", "get"),
    Case("frameworks:edition", "draft edition", "get", "framework_edit"),
    Case("frameworks:put_in_force", "draft edition", "post"),
    Case("frameworks:discard", "draft edition", "post"),
    Case("frameworks:download", "edition file", "get"),
    Case("frameworks:compare", "draft edition", "get", "framework_edit"),
    Case("frameworks:table", "edition", "get"),
    Case("frameworks:table", "draft edition", "get", "framework_edit"),
    Case("frameworks:table_excel", "edition", "get"),
    Case("frameworks:assign", "edition", "post"),
    Case("frameworks:read_table", "edition", "get post"),
    Case("frameworks:apply_table", "edition", "post"),
    Case("frameworks:columns", "edition", "get post"),
    Case("frameworks:change_column", "own column", "post"),
    Case("frameworks:fill_in", "edition", "post"),
    Case("frameworks:assign_as_written", "edition", "post"),
    Case("frameworks:unit_table", "edition unit", "get"),
    Case("frameworks:standard", "standard", "get"),
    Case("frameworks:standard", "draft standard", "get", "framework_edit"),
    Case("frameworks:coverage", "edition", "get"),
    Case("frameworks:coverage", "draft edition", "get", "framework_edit"),
    Case("frameworks:back", "standard", "post", NOBODY),  # without a measure in reach there is nothing to say
    Case("frameworks:points", "standard", "post"),
    Case("frameworks:crosswalk", "edition", "get"),
    Case("frameworks:crosswalk_oscal", "two editions", "get"),
    Case("frameworks:link", "standard", "post", NOBODY),  # without another standard in the form
    Case("frameworks:disputes", "edition", "get"),
    Case("frameworks:object_to", "disputable", "get post"),
    Case("frameworks:dispute", "dispute", "get post"),
    Case("frameworks:withdraw_dispute", "dispute", "post"),
    Case("frameworks:end_ruling", "dispute", "post"),
    Case("frameworks:take_back", "assignment", "post"),
    Case("frameworks:filings", "edition", "get"),
    Case("frameworks:open_filing", "edition", "get post"),
    Case("frameworks:filing", "filing", "get"),
    Case("frameworks:checklist", "filing", "get"),
    Case("frameworks:accept_pieces", "filing", "post"),
    Case("frameworks:close_filing", "filing", "post"),
    Case("frameworks:reopen_filing", "filing", "post"),
    Case("frameworks:make_pack", "filing", "post"),
    Case("frameworks:cancel_pack", "filing", "post"),
    Case("frameworks:pack_progress", "filing", "get"),
    Case("frameworks:pack", "filing", "get", NOBODY),  # no pack was made
    Case("frameworks:want", "want", "get"),
    Case("frameworks:take_proposal", "want", "post", NOBODY),  # without a proposal there is nothing to take
    Case("frameworks:look_again", "want", "post"),
    Case("frameworks:write_report", "want", "get post"),
    Case("frameworks:give_link", "want", "post"),
    Case("frameworks:give_file", "want", "post"),
    Case("frameworks:piece", "piece", "get"),
    Case("frameworks:replace_piece", "piece", "get post"),
    Case("frameworks:take_piece_away", "piece", "post"),
    Case("frameworks:put_piece_back", "piece", "post"),
    Case("frameworks:date_piece", "piece", "post"),
    Case("frameworks:judge_piece", "piece", "post", NOBODY),  # saying nothing judges nothing
    Case("frameworks:prove", "piece", "post"),
    Case("frameworks:source_figures", "piece", "post"),
    Case("frameworks:unprove", "proving", "post"),
    Case("papers:reports", "", "get"),
    Case("papers:report_word", "", "get"),
    Case("papers:calendar", "", "get"),
    Case("papers:day", "", "get"),
    Case("papers:timeline", "", "get"),
    Case("papers:feeds", "", "get"),
    Case("papers:make_feed", "", "get post"),
    Case("papers:revoke_feed", "feed", "post", NOBODY),  # whoever made it stops it, nobody else
    Case("papers:feed", "secret", "get", NOBODY),  # whoever holds the secret, signed in or not
    Case("reminders:preview", "", "get"),
    Case("reminders:sent", "", "get"),
    Case("reminders:steps", "", "get post"),
    Case("reminders:bots", "", "get"),
    Case("reminders:add_bot", "", "get post"),
    Case("reminders:change_bot", "bot", "get post"),
    Case("reminders:try_bot", "bot", "post"),
    Case("reminders:remove_bot", "bot", "post"),
    Case("reminders:own", "", "get post"),
    Case("reminders:try_mail", "", "post"),
    Case("places:list", "", "get post"),
    Case("places:classes", "", "get post"),
    Case("places:class", "class", "get post"),
    Case("places:add", "", "get post"),
    Case("places:edit", "unit", "get post"),
    Case("places:merge", "unit", "get post"),
    Case("places:pick", "", "get post"),
    Case("places:rename", "unit", "get post"),
    Case("places:join", "unit", "get post"),
    Case("places:split", "unit", "get post"),
    Case("places:dissolve", "unit", "get post"),
    Case("places:undo", "change", "get post"),
    Case("places:doubles", "", "get post"),
    Case("places:compare", "pair", "get post"),
    Case("places:tell_apart", "pair", "post"),
    Case("places:not_apart", "apart", "post"),
    Case("places:excel", "", "get"),
    Case("places:excel_download", "", "get"),
    Case("places:excel_empty", "", "get"),
    Case("places:excel_import", "", "post"),
    Case("places:excel_one", "import", "get", NOBODY),  # whoever handed it in sees it, nobody else
    Case("places:excel_progress", "import", "get", NOBODY),
    Case("places:excel_marked", "import", "get", NOBODY),
    Case("places:excel_apply", "import", "post", NOBODY),
    Case("places:excel_again", "import", "post", NOBODY),
    Case("places:excel_cancel", "import", "post", NOBODY),
    Case("places:excel_discard", "import", "post", NOBODY),
    Case("places:areas", "", "get post"),
    Case("places:add_area", "", "get post"),
    Case("places:edit_area", "area", "get post"),
    Case("places:remove_area", "area", "post"),
    Case("places:preview_class", "", "get post"),
    Case("places:add_class", "", "get post"),
    Case("places:edit_class", "class", "get post"),
    Case("plans:unit", "unit", "get post"),
    Case("plans:list", "", "get"),
    Case("plans:plan", "plan", "get"),
    Case("plans:plan", "draft plan", "get", "plan_review"),
    Case("plans:version", "version", "get"),
    Case("plans:version", "draft", "get", "plan_review"),
    Case("plans:document", "version", "get"),
    Case("plans:document", "draft", "get", "plan_review"),
    Case("plans:table", "plan", "get post"),
    Case("plans:table", "draft plan", "get post", "plan_review"),
    Case("plans:table_print", "plan", "get post"),
    Case("plans:table_print", "draft plan", "get post", NOBODY),
    Case("plans:table_excel", "plan", "get post"),
    Case("plans:table_excel", "draft plan", "get post", NOBODY),
    Case("plans:compare", "numbers", "get post"),
    Case("plans:compare", "draft numbers", "get post", "plan_review"),
    Case("plans:measure", "measure", "get post"),
    Case("plans:measure", "draft measure", "get post", NOBODY),
    Case("plans:import", "", "get post"),
    Case("plans:rename", "draft plan", "post"),
    Case("plans:progress", "draft", "get"),
    Case("plans:cancel", "draft", "post"),
    Case("plans:read_again", "draft", "post"),
    Case("plans:discard", "draft", "post"),
    Case("plans:review", "draft", "get"),
    Case("plans:review_news", "draft", "post"),
    Case("plans:review_history", "draft", "get"),
    Case("plans:review_second", "draft", "get"),
    Case("plans:review_undo", "draft", "post"),
    Case("plans:review_confirm_all", "kind", "post"),
    Case("plans:review_add", "kind", "get post"),
    Case("plans:review_mark", "mark", "get"),
    Case("plans:review_mark", "foreign mark", "get", NOBODY),
    Case("plans:review_units", "mark", "get"),
    Case("plans:review_act", "act", "post"),
    Case("plans:review_act", "foreign act", "post", NOBODY),
    Case("plans:enforce", "draft", "get post"),
]


@cache
def told_rights() -> Mapping[str, str]:
    """The name of each address with its right, as the documentation has it."""
    rows = re.findall(r"^\| `/[^`]*` \| `([^`]+)` \| `([^`]+)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(rows)


@cache
def told_reaches() -> Mapping[tuple[str, str], Reach]:
    """How far each role's rights reach, as the documentation has it."""
    words = {str(word): reach for reach, word in REACH_WORDS.items()}
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == len(PostRole) + 2 and cells[0].startswith("`"):
            for role, word in zip(PostRole, cells[2:], strict=True):
                if word in words:
                    found[role.value, cells[0].strip("`")] = words[word]
    return found


def is_meant_to_answer(who: str, case: Case, *, is_own: bool) -> bool:
    """Whether the documentation lets them in."""
    rights = (case.rights or told_rights()[case.name]).split()
    return any(_is_given(who, right, has_place=bool(case.keys), is_own=is_own) for right in rights)


def _is_given(who: str, right: str, *, has_place: bool, is_own: bool) -> bool:
    if right in {ANYBODY, EVERYBODY, NOBODY}:
        return right == ANYBODY or (right == EVERYBODY and who != ANONYMOUS)
    if right == SECURITY:
        return who == PostRole.SECURITY
    reach = told_reaches().get((who, right))
    if reach is Reach.NAMED:  # nothing was opened to them by name
        return not has_place
    return reach is not None and (reach is Reach.EVERYWHERE or is_own or not has_place)


def test_the_documentation_was_read() -> None:
    assert set(told_reaches().values()) == set(Reach)
    assert len(told_rights()) > 80


def test_the_table_knows_every_address() -> None:
    assert set(told_rights()) == {case.name for case in TABLE}


@pytest.fixture
def own() -> World:
    """The town of the one who asks."""
    return make_world("文昌街道")


@pytest.fixture
def foreign(own: World) -> World:
    """Another town of the same county."""
    return make_world("城关镇")


def session_of(who: str, world: World) -> str:
    """The session of somebody with that role there, with no role, or of nobody."""
    if who == ANONYMOUS:
        return ""
    person, client = make_person("某人", None), Client()
    if who != WITHOUT_POST:
        Post.objects.create(user=person, role=who, unit=None if who in NOBODY_TWICE else world.unit)
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@cache
def browser(*, enforce_csrf_checks: bool) -> Client:
    """One for all: a new one would build the whole product again for each address."""
    return Client(enforce_csrf_checks=enforce_csrf_checks)


def ask(
    session: str, method: str, address: str, headers: dict[str, str], *, enforce_csrf_checks: bool = False
) -> HttpResponse:
    """Ask, and take back whatever the answer changed."""
    client = browser(enforce_csrf_checks=enforce_csrf_checks)
    client.cookies.clear()
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


def asked(own: World, foreign: World) -> Iterator[tuple[Case, str, bool, str]]:
    """Each case with a method: of what is within reach, and, where it is about a thing, of what is not."""
    for case, method in product(TABLE, METHODS):
        yield case, method, True, reverse(case.name, args=own.keys(case.keys))
        if case.keys:
            yield case, method, False, reverse(case.name, args=foreign.keys(case.keys))


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "piece"])
@pytest.mark.parametrize("who", EVERYONE)
def test_everybody_opens_what_the_documentation_says(
    who: str, headers: dict[str, str], own: World, foreign: World, settings: Settings
) -> None:
    settings.RATES = False  # every address is asked at once
    session, wrong = session_of(who, own), {}
    for case, method, is_own, address in asked(own, foreign):
        answer = ask(session, method, address, headers)
        meant = method in case.methods.split() and is_meant_to_answer(who, case, is_own=is_own)
        if is_let_in(answer) != meant:
            wrong[case.name, case.keys, method, "own" if is_own else "foreign"] = answer.status_code
    assert wrong == {}


def test_what_is_beyond_reach_is_not_there_rather_than_forbidden(own: World, foreign: World) -> None:
    session = session_of(PostRole.OFFICE, own)
    answers = [
        ask(session, "post", address, {}).status_code for _case, _method, _is_own, address in asked(own, foreign)
    ]
    assert 403 not in answers


def test_nothing_is_taken_from_a_form_of_another_site(own: World) -> None:
    session, elsewhere = session_of(PostRole.OFFICE, own), {"origin": "https://example.org"}
    addresses = [reverse(case.name, args=own.keys(case.keys)) for case in TABLE]
    taken = [
        one for one in addresses if ask(session, "post", one, elsewhere, enforce_csrf_checks=True).status_code != 403
    ]
    assert taken == []
