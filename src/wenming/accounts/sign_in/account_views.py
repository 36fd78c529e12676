"""One's own account: who one is, the password, where one is signed in, the rules."""

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from wenming.accounts import queries
from wenming.accounts.access import user_of
from wenming.accounts.models import User
from wenming.accounts.sign_in import actions, confirming, entering, first_things, policy_words, second_factor, sessions
from wenming.accounts.sign_in.forms import NewPasswordForm
from wenming.accounts.sign_in.policy import policy
from wenming.web.access import everybody


@everybody
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, and how one signs in."""
    user, rules = user_of(request), policy()
    given = {
        "posts": queries.posts_of(user, on=timezone.localdate()),
        "has_second_factor": second_factor.has_one(user),
        "must_have_second_factor": rules.needs_second_factor(first_things.roles_of(user)),
        "codes_left": second_factor.recovery_codes_left(user),
        "provider": settings.OIDC_NAME,
        "is_linked": bool(settings.OIDC_NAME) and SocialAccount.objects.filter(user=user).exists(),
    }
    return render(request, "accounts/sign_in/account.html", given)


@everybody
@sensitive_post_parameters("old_password", "new_password", "again")
def password(request: HttpRequest) -> HttpResponse:
    """Another password, and on request the end of the other sessions."""
    user = user_of(request)
    if not user.has_usable_password():
        raise Http404
    form = NewPasswordForm(user, request.POST or None)
    if form.is_valid() and _knows_password(request, form, user):
        return _change_password(request, form, user)
    given = {"form": form, "is_owed": first_things.owes_password(user)}
    return render(request, "accounts/sign_in/password.html", given, status=422 if form.is_bound else 200)


def _knows_password(request: HttpRequest, form: NewPasswordForm, user: User) -> bool:
    wrong = _("当前密码不对，请再输一次。密码没有改动。")
    return entering.knows_password(request, form, user, field="old_password", wrong=wrong, at=timezone.now())


def _change_password(request: HttpRequest, form: NewPasswordForm, user: User) -> HttpResponse:
    at, former = timezone.now(), request.session.session_key
    others = _others(request, user)  # Django lets no session outlive its password; here they leave the list as well
    actions.change_password(user=user, password=form.cleaned_data["new_password"], by=user, at=at)
    update_session_auth_hash(request, user)
    sessions.move(request, user, former=former, at=at)
    confirming.confirm(request, at=at)
    ended = actions.end_sessions(user=user, rows=others, by=user, at=at)
    words = _("密码已更改，下次登录请用新密码。")
    if ended:
        told = ngettext("另有 %(count)d 处登录已退出。", "另有 %(count)d 处登录已退出。", ended)
        words = f"{words}{told % {'count': ended}}"
    messages.success(request, words)
    return redirect("accounts:account")


def _others(request: HttpRequest, user: User) -> list[UserSession]:
    return list(UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key or ""))


@everybody
def rules(request: HttpRequest) -> HttpResponse:
    """本系统的登录规则."""
    return render(request, "accounts/sign_in/rules.html", {"lines": policy_words.in_words(policy())})


@everybody
def my_sessions(request: HttpRequest) -> HttpResponse:
    """我的登录: where one is signed in."""
    user = user_of(request)
    shown = sessions.of_person(user, current=request.session.session_key, at=timezone.now(), policy=policy())
    return render(request, "accounts/sign_in/sessions.html", {"sessions": shown})


@everybody
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one session of one's own; another's is not there."""
    user = user_of(request)
    row = UserSession.objects.filter(user=user, pk=pk).first()
    if row is None:
        raise Http404
    is_this = row.session_key == request.session.session_key
    actions.end_sessions(user=user, rows=[row], by=user, at=timezone.now())
    if is_this:
        request.session.flush()
        return redirect("accounts:sign_in")
    messages.success(request, _("那一处登录已退出。"))
    return redirect("accounts:sessions")


@everybody
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End all sessions of one's own but this one."""
    user = user_of(request)
    ended = actions.end_sessions(user=user, rows=_others(request, user), by=user, at=timezone.now())
    words = ngettext("已退出其他 %(count)d 处登录。", "已退出其他 %(count)d 处登录。", ended)
    messages.success(request, words % {"count": ended})
    return redirect("accounts:sessions")
