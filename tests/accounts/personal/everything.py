"""A person with a row of every table that can be about them, each text of it marked, and one row of every model."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, models, transaction

from tests import historic_rows
from wenming.accounts.models import FailedSignIn, FormerPassword, Invitation, Post, User
from wenming.accounts.personal.tables import declared
from wenming.accounts.sign_in.attempts import digest_of_name
from wenming.audit.models import Detail, Event, Head, Tip
from wenming.audit.origin import Origin, OriginKind, coming_from
from wenming.audit.recording import Typed, action, record, state_of

MARK = "张测试-7f3a"
ADDRESS = "203.0.113.77"
AT = datetime(2026, 3, 5, 4, tzinfo=UTC)
ROOMS = [room.label for room in apps.get_app_configs() if room.name.startswith("wenming.")]


def make_everything() -> User:
    """The person, one who did something in every table that names a doer; signed in, invited, failed, told of."""
    historic_rows.fill(apps, ROOMS, each=1)
    Detail.objects.all().delete()
    for model in (Event, Head, Tip):
        model._default_manager.all().delete()  # they are no chain
    person = _mark_texts()
    Post.objects.update(user=person)
    for one in declared():
        for field in one.acts():
            one.rows().update(**{field: person})
    _mark_rows_that_stay(person)
    _invite(person)
    _sign_in(person)
    _tell(person)
    person.refresh_from_db()
    return person


def _mark_texts() -> User:
    person: User = User.objects.get()
    for name in ("username", "full_name", "first_name", "last_name", "phone", "email"):
        setattr(person, name, MARK)
    person.password, person.last_login, person.erased_on = f"hash of {MARK}", AT, None
    person.save()
    return person


def _mark_rows_that_stay(person: User) -> None:
    """Rows about the person that are not removed, such as seats: their personal texts, where a rule lets them be."""
    for one in declared():
        texts = [one.model._meta.get_field(name) for name in one.table.fields]
        marked = {field.name: MARK for field in texts if isinstance(field, models.CharField)}
        if one.table.whose and marked and not one.table.goes and one.model not in (User, Detail):
            for name, mark in marked.items():
                with suppress(IntegrityError), transaction.atomic():
                    one.about(person).update(**{name: mark})


def _invite(person: User) -> None:
    Invitation.objects.update(
        full_name=MARK, phone=MARK, accepted_by=person, accepted_at=AT, withdrawn=False, expires=AT + timedelta(days=7)
    )


def _sign_in(person: User) -> None:
    """By every way there is, and once wrongly."""
    FormerPassword.objects.update(user=person, password=MARK)
    FailedSignIn.objects.update(name_digest=digest_of_name(MARK), address=ADDRESS, when=AT)
    session = SessionStore()
    session["name"] = MARK
    session.save()
    Session.objects.update(expire_date=AT + timedelta(hours=12))
    seen = {"ip": ADDRESS, "user_agent": MARK, "last_seen_at": AT, "created_at": AT, "data": {"name": MARK}}
    UserSession.objects.create(user=person, session_key=session.session_key, **seen)
    mail = EmailAddress.objects.create(user=person, email=f"{MARK}@example.org")
    EmailConfirmation.objects.create(email_address=mail, key=MARK)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": MARK})
    account = SocialAccount.objects.create(user=person, provider="oidc", uid=MARK, extra_data={"name": MARK})
    app = SocialApp.objects.create(provider="oidc", name="oidc", client_id="one")
    SocialToken.objects.create(app=app, account=account, token=MARK, token_secret=MARK)


@action
def _tell(person: User) -> None:
    """Events about the person, their invitation, what somebody searched for, and who tried to sign in by that name."""
    names = state_of(person, "full_name", "username", "phone")
    with coming_from(Origin(OriginKind.WEB, address=ADDRESS)):
        record("accounts.correct_person", person, by=person, at=AT, before=names, after=names)
        record("accounts.invite", Invitation.objects.get(), by=None, at=AT, after={"full_name": MARK, "phone": "12"})
        record("audit.export", None, by=None, at=AT, after={"sought": Typed(f"person={MARK}")})
        record("accounts.fail_sign_in", User(username=MARK), by=None, at=AT, after={"username": MARK}, succeeded=False)


def texts_with(text: str) -> dict[str, int]:
    """Every column of every table of the database that holds the text, whatever its kind, with how many rows do."""
    return {f"{table}.{column}": count for table, column in _columns() if (count := _count_of(table, column, text)) > 0}


def _columns() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return [
            (table, column.name)
            for table in tables
            for column in connection.introspection.get_table_description(cursor, table)
        ]


def _count_of(table: str, column: str, text: str) -> int:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT CAST({quote(column)} AS text) FROM {quote(table)}")
        return sum(_holds(value, text) for (value,) in cursor.fetchall())


def _holds(value: Any, text: str) -> bool:  # noqa: ANN401 - as the driver gives it
    return value is not None and (text in str(value) or text.encode("unicode_escape").decode() in str(value))
