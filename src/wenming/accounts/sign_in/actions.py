"""Every change that signing in makes, and the events that tell of it. What was typed is never told, only the name."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.usersessions.models import UserSession
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.actions import NewPost, add_person, put_in_post
from wenming.accounts.models import FailedSignIn, FormerPassword, Invitation, PostRole, User
from wenming.accounts.people.authority import may_give
from wenming.accounts.powers import powers_of
from wenming.accounts.sign_in import second_factor, sessions
from wenming.accounts.sign_in.attempts import digest_of
from wenming.accounts.sign_in.policy import policy
from wenming.audit.recording import action, record

KEPT_FAILURES = timedelta(days=2)  # longer than any preset remembers
TOLD = 150  # characters of a typed name


class InvitationOver(ValueError):
    """The invitation cannot be used: it is unknown, used, withdrawn or too old."""


@action
def sign_in(*, user: User, means: Sequence[str], at: datetime) -> None:
    """The person has signed in; ``means``: "password", "totp", "recovery_codes", "provider", "sample"."""
    record("accounts.sign_in", user, by=user, at=at, after={"means": list(means)})


@action
def fail_sign_in(*, name: str, step: str, wait: datetime | None, at: datetime) -> None:
    """Somebody typed a wrong password (``step`` "password") or code ("code") for the name, known here or not."""
    user = User.objects.filter(username=User.normalize_username(name)).first() or User(username=name[:TOLD])
    told = {"username": name[:TOLD], "step": step}
    record("accounts.fail_sign_in", user, by=None, at=at, after=told, succeeded=False)
    if wait is not None:
        record("accounts.make_wait", user, by=None, at=at, after={"until": wait}, succeeded=False)


@action
def sign_out(*, user: User, at: datetime) -> None:
    """The person has ended their session."""
    record("accounts.sign_out", user, by=user, at=at)


@action
def lapse(*, user: User, at: datetime) -> None:
    """A session has come to its end by itself."""
    record("accounts.lapse", user, by=None, at=at)


@action
def change_password(*, user: User, password: str, by: User, at: datetime) -> None:
    """Let the person sign in with ``password`` from now on; whether it is good enough is the form's to say."""
    _take_password(user, password, at=at)
    record("accounts.change_password", user, by=by, at=at)


@action
def give_password(*, user: User, password: str, at: datetime) -> None:
    """For who forgot theirs, by the command line: it is good until they have signed in and taken one of their own.

    Ends every session: whoever knew the old one is out.
    """
    _take_password(user, password, at=at)
    user.must_change_password = True
    user.save(update_fields=["must_change_password"])
    record("accounts.give_password", user, by=None, at=at)
    end_all_sessions(user=user, by=None, at=at)


def _take_password(user: User, password: str, *, at: datetime) -> None:
    today = localdate(at)
    if user.has_usable_password():
        FormerPassword.objects.create(user=user, password=user.password, until=today)
        kept = FormerPassword.objects.filter(user=user).values_list("pk", flat=True)[: policy().former_passwords]
        FormerPassword.objects.filter(user=user).exclude(pk__in=list(kept)).delete()
    user.set_password(password)
    user.password_set_on, user.must_change_password = today, False
    user.save(update_fields=["password", "password_set_on", "must_change_password"])


@action
def set_second_factor_up(*, user: User, secret: str, counter: int, at: datetime) -> list[str]:
    """From now on the person needs a code to sign in; returns the recovery codes, which nobody sees again."""
    codes = second_factor.set_up(user, secret=secret, counter=counter)
    record("accounts.set_second_factor_up", user, by=user, at=at)
    return codes


@action
def renew_recovery_codes(*, user: User, at: datetime) -> list[str]:
    """New recovery codes in place of the old ones."""
    codes = second_factor.new_recovery_codes(user)
    record("accounts.renew_recovery_codes", user, by=user, at=at)
    return codes


@action
def take_second_factor_away(*, user: User, by: User | None, at: datetime) -> bool:
    """The phone is lost, or the person wants it so: they sign in with the password alone; whether there was one.

    Whoever must have one is asked to set it up again at once. Nothing is told where there was none.
    """
    there_was = second_factor.take_away(user)
    if there_was:
        record("accounts.take_second_factor_away", user, by=by, at=at)
    return there_was


@action
def use_recovery_code(*, user: User, at: datetime) -> None:
    """A recovery code was taken instead of one of the app."""
    record("accounts.use_recovery_code", user, by=user, at=at, after={"left": second_factor.recovery_codes_left(user)})


@action
def end_sessions(*, user: User, rows: Sequence[UserSession], by: User | None, at: datetime) -> int:
    """End these sessions of the person at once; how many they were."""
    ended = sessions.end([row for row in rows if row.user_id == user.pk])
    if ended:
        record("accounts.end_sessions", user, by=by, at=at, after={"count": ended})
    return ended


def end_all_sessions(*, user: User, by: User | None, at: datetime) -> int:
    """Whoever has been stopped is signed in nowhere any more; how many sessions there were."""
    return end_sessions(user=user, rows=list(UserSession.objects.filter(user=user)), by=by, at=at)


@action
def link_provider(*, user: User, login: SocialLogin, by: User, at: datetime) -> None:
    """From now on the person may sign in with this account of the provider; one they had before gives way."""
    SocialAccount.objects.filter(user=user, provider=login.account.provider).delete()
    login.account.user = user
    login.account.save()
    record("accounts.link_provider", user, by=by, at=at)


@action
def unlink_provider(*, user: User, by: User, at: datetime) -> None:
    """The person signs in without the provider."""
    if SocialAccount.objects.filter(user=user).delete()[0]:
        record("accounts.unlink_provider", user, by=by, at=at)


def open_invitation(*, secret_digest: str, at: datetime) -> Invitation:
    """The invitation of this secret, if it can be used. Raises InvitationOver, with the sentence for its guest."""
    found = Invitation.objects.filter(secret_digest=secret_digest)
    invitation = found.select_related("unit", "area", "invited_by").first()
    if invitation is None:
        raise InvitationOver(_("这个邀请链接不对，可能没有复制完整。请向发链接的人再要一次。"))
    if invitation.accepted_at is not None:
        raise InvitationOver(_("这个邀请已经用过了。请直接登录；如果不是您用的，请马上告诉发链接的人。"))
    if invitation.withdrawn:
        raise InvitationOver(_("这个邀请已经撤回。需要账号，请联系发链接的人。"))
    if invitation.expires <= at:
        raise InvitationOver(_("这个邀请已经过期。请联系发链接的人，再要一个新的链接。"))
    if not _may_still_invite(invitation, at=at):
        raise InvitationOver(_("发出这个邀请的人现在不能安排这个职务了。请联系本县文明办，再要一个新的链接。"))
    return invitation


def _may_still_invite(invitation: Invitation, *, at: datetime) -> bool:
    """Otherwise who loses their post could come back by a link that they sent themselves before."""
    host = invitation.invited_by
    return host.is_active and may_give(powers_of(host, on=localdate(at)), invitation)


@action
def accept_invitation(*, secret: str, username: str, password: str, at: datetime) -> User:
    """The guest makes their account with the post of the invitation. Raises InvitationOver, UsernameTaken."""
    secret_digest = digest_of(secret)
    list(Invitation.objects.select_for_update().filter(secret_digest=secret_digest))  # nobody else accepts it meanwhile
    invitation = open_invitation(secret_digest=secret_digest, at=at)
    host = invitation.invited_by
    person = add_person(username=username, full_name=invitation.full_name, password=password, at=at, by=host)
    person.phone = invitation.phone
    person.save(update_fields=["phone"])
    role = PostRole(invitation.role)
    new = NewPost(role=role, unit=invitation.unit, area=invitation.area, until=invitation.until)
    put_in_post(user=person, new=new, at=at, by=host)
    invitation.accepted_by, invitation.accepted_at = person, at
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    told = {"role": invitation.role, "unit": invitation.unit_id, "area": invitation.area_id}
    record("accounts.accept_invitation", person, by=person, at=at, after=told)
    return person


def forget_failures(at: datetime) -> int:
    """Failures that no rule looks at any more are forgotten; how many they were. For the daily tick."""
    return FailedSignIn.objects.filter(when__lt=at - KEPT_FAILURES).delete()[0]
