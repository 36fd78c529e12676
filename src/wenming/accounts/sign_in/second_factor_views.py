"""Setting a second factor up, its recovery codes, and doing without it again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from wenming.accounts.access import user_of
from wenming.accounts.models import User
from wenming.accounts.sign_in import actions, entering, first_things, second_factor, sessions
from wenming.accounts.sign_in.confirming import confirmed
from wenming.accounts.sign_in.forms import CodeForm
from wenming.accounts.sign_in.policy import policy
from wenming.web.access import everybody

SECRET = "wenming_new_secret"  # noqa: S105 - in the session, until the first code has been typed


@everybody
@confirmed
@sensitive_variables("secret", "codes")
@sensitive_post_parameters("code")
def set_up(request: HttpRequest) -> HttpResponse:
    """The square for the app, the same as text, and the first code."""
    user = user_of(request)
    if second_factor.has_one(user):
        return redirect("accounts:account")
    secret = request.session.setdefault(SECRET, second_factor.new_secret())
    form = CodeForm(request.POST or None)
    if form.is_valid():
        codes = _first_code(request, form, user, secret)
        if codes:
            return _shown_once(request, codes)
    address = second_factor.address_of(user, secret)
    given = {
        "form": form,
        "square": second_factor.square_of(address),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "address": address,
        "is_owed": first_things.owes_second_factor(request, user),
    }
    return render(request, "accounts/sign_in/set_up.html", given, status=422 if form.is_bound else 200)


def _first_code(request: HttpRequest, form: CodeForm, user: User, secret: str) -> list[str]:
    """The recovery codes if the app has made the right code; else the form says what is wrong."""
    at = timezone.now()
    counter = second_factor.counter_of(secret, form.cleaned_data["code"], at=at)
    if counter is None:
        form.add_error("code", _("验证码不对。请看手机上现在的6位数字；总是不对，请检查手机的时间是否准确。"))
        return []
    codes = actions.set_second_factor_up(user=user, secret=secret, counter=counter, at=at)
    del request.session[SECRET]
    first_things.note_second_factor(request)
    former = request.session.session_key
    request.session.cycle_key()
    sessions.move(request, user, former=former, at=at)
    return codes


def _shown_once(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The recovery codes, now and never again."""
    return render(request, "accounts/sign_in/recovery_codes.html", {"codes": codes})


@everybody
@confirmed
@sensitive_variables("codes")
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """How many are left, and new ones."""
    user = user_of(request)
    if not second_factor.has_one(user):
        raise Http404
    if request.method == "POST":
        return _shown_once(request, actions.renew_recovery_codes(user=user, at=timezone.now()))
    return render(request, "accounts/sign_in/renew_codes.html", {"left": second_factor.recovery_codes_left(user)})


@everybody
@confirmed
def take_away(request: HttpRequest) -> HttpResponse:
    """Do without the second factor, where it is not asked for; otherwise set another up, for a new phone."""
    user = user_of(request)
    if not second_factor.has_one(user):
        return redirect("accounts:account")
    is_needed = policy().needs_second_factor(first_things.roles_of(user))
    form = CodeForm(request.POST or None)
    if form.is_valid() and entering.knows_code(request, form, user, at=timezone.now()):
        actions.take_second_factor_away(user=user, by=user, at=timezone.now())
        request.session.pop(first_things.SECOND_FACTOR, None)
        messages.success(request, _("动态验证码已停用。"))
        return redirect("accounts:set_up" if is_needed else "accounts:account")
    given = {"form": form, "is_needed": is_needed}
    return render(request, "accounts/sign_in/take_away.html", given, status=422 if form.is_bound else 200)
