"""The way in: a name and a password or a code are looked at, not too often, and everything is told."""

from datetime import datetime

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth import authenticate
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.sign_in import actions, attempts, second_factor
from wenming.accounts.sign_in.attempts import MustWait
from wenming.accounts.sign_in.policy import policy
from wenming.accounts.sign_in.policy_words import duration


def person_of(request: HttpRequest, *, name: str, password: str, at: datetime) -> User | None:
    """Who signs in with this name and password; None where nobody does. Raises MustWait.

    An unknown name costs the same time as a known one (Django hashes the password all the same) and is counted alike.
    """
    caller = attempts.caller_of(request, name)
    row = attempts.begin(caller, at=at, policy=policy())
    user = authenticate(request, username=name, password=password)
    if isinstance(user, User):
        row.delete()
        return user
    _tell_failure(caller, name=name, step="password", at=at)
    return None


def is_code_right(request: HttpRequest, *, user: User, code: str, at: datetime) -> bool:
    """The code of the app or on paper is the person's, and has not been used. Raises MustWait."""
    caller = attempts.caller_of(request, user.username)
    row = attempts.begin(caller, at=at, policy=policy())
    used = second_factor.use(user, code, at=at)
    if used is None:
        _tell_failure(caller, name=user.username, step="code", at=at)
        return False
    row.delete()
    if used.type == second_factor.Type.RECOVERY_CODES:
        actions.use_recovery_code(user=user, at=at)
    record_authentication(request, user, "mfa", id=used.pk, type=used.type)
    return True


def _tell_failure(caller: attempts.Caller, *, name: str, step: str, at: datetime) -> None:
    wait = attempts.waiting_until(caller, at=at, policy=policy())
    actions.fail_sign_in(name=name, step=step, wait=wait, at=at)


def enter(request: HttpRequest, user: User, *, method: str, there: str) -> HttpResponse:
    """Let the person in, or on to the second step; ``method``: by what they have shown who they are, "password" …"""
    record_authentication(request, user, method)
    response: HttpResponse = perform_login(request, Login(user=user, redirect_url=there))
    return response


def wait_words(wait: MustWait, *, at: datetime) -> str:
    """What a person reads who has to wait; the same for a name that nobody has."""
    words = _("输错的次数太多了。请等%(time)s再试，这期间输对了也进不去。用以前登录过的电脑不受影响。")
    return words % {"time": duration(wait.until - at)}


def knows_password(request: HttpRequest, form: Form, user: User, *, field: str, wrong: str, at: datetime) -> bool:
    """The password in the form's ``field`` is the person's; where it is not, the form says ``wrong`` there."""
    try:
        person = person_of(request, name=user.username, password=form.cleaned_data[field], at=at)
    except MustWait as wait:
        form.add_error(None, wait_words(wait, at=at))
        return False
    if person != user:
        form.add_error(field, wrong)
    return person == user


def knows_code(request: HttpRequest, form: Form, user: User, *, at: datetime) -> bool:
    """The form's ``code`` is the person's and has not been used; where it is not, the form says so."""
    try:
        is_right = is_code_right(request, user=user, code=form.cleaned_data["code"], at=at)
    except MustWait as wait:
        form.add_error(None, wait_words(wait, at=at))
        return False
    if not is_right:
        form.add_error("code", _("验证码不对，或者已经用过、过了30秒。请等手机上换一个新的再输。"))
    return is_right
