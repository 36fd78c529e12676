"""A guest comes with the link of an invitation and makes an account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET

from wenming.accounts.actions import UsernameTaken
from wenming.accounts.models import Invitation, User
from wenming.accounts.sign_in import actions, entering
from wenming.accounts.sign_in.attempts import digest_of
from wenming.accounts.sign_in.forms import InvitationForm

SECRET = "wenming_invitation"  # noqa: S105 - in the session: the address of the page, which is kept and logged, is without it


@login_not_required
@never_cache
@require_GET
@sensitive_variables("secret")
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The link itself: its secret goes into the session and out of the address."""
    request.session[SECRET] = secret
    response = redirect("accounts:accept_invitation")
    # Not on the page itself: from a page with this header browsers send forms without an origin, which are refused.
    response["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@never_cache
@sensitive_variables("secret")
@sensitive_post_parameters("new_password", "again")
def accept_invitation(request: HttpRequest) -> HttpResponse:
    """Who is invited to what, and the account to be made."""
    secret = request.session.get(SECRET, "")
    try:
        found = actions.open_invitation(secret_digest=digest_of(secret), at=timezone.now())
        return _page(request, found, secret)
    except actions.InvitationOver as over:
        return render(request, "accounts/sign_in/refused.html", {"sentence": str(over)}, status=422)


def _page(request: HttpRequest, found: Invitation, secret: str) -> HttpResponse:
    """Raises InvitationOver."""
    form = InvitationForm(User(full_name=found.full_name, phone=found.phone), request.POST or None)
    if form.is_valid():
        try:
            return _accepted(request, form, secret)
        except UsernameTaken as taken:
            form.add_error("username", str(taken))
    given = {"form": form, "invitation": found}
    return render(request, "accounts/sign_in/invitation.html", given, status=422 if form.is_bound else 200)


def _accepted(request: HttpRequest, form: InvitationForm, secret: str) -> HttpResponse:
    """The account is there, and its person signed in. Raises InvitationOver, UsernameTaken."""
    name, password = form.cleaned_data["username"], form.cleaned_data["new_password"]
    person = actions.accept_invitation(secret=secret, username=name, password=password, at=timezone.now())
    request.session.flush()  # whoever used this browser before is somebody else
    return entering.enter(request, person, method="invitation", there="/")
