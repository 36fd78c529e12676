"""Inviting people by link: the form, the link shown once, the list of those not accepted yet."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.people import inviting, queries
from wenming.accounts.people.forms import InvitationForm
from wenming.accounts.rights import Right

PAGE = 50


@needs(Right.PERSON_EDIT)
def invite(request: HttpRequest) -> HttpResponse:
    """Whom one invites to which post; then the link, which nobody sees a second time."""
    form = InvitationForm(request.POST or None, givable=rights_for(request).givable())
    if not form.is_valid():
        return render(request, "accounts/people/invite.html", {"form": form}, status=422 if form.is_bound else 200)
    who = {"full_name": form.cleaned_data["full_name"], "phone": form.cleaned_data["phone"]}
    invitation, secret = inviting.invite(new=form.new_post, by=user_of(request), at=now(), **who)
    link = request.build_absolute_uri(reverse("accounts:invitation", args=[secret]))
    return render(request, "accounts/people/invited.html", {"invitation": invitation, "link": link})


@require_GET
@needs(Right.PERSON_EDIT)
def invitations(request: HttpRequest) -> HttpResponse:
    """Those that are neither accepted nor withdrawn."""
    found = queries.invitations_seen(rights_for(request))
    context = {"page": Paginator(found, PAGE).get_page(request.GET.get("page")), "now": now()}
    return render(request, "accounts/people/invitations.html", context)


@require_POST
@needs(Right.PERSON_EDIT)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The link opens nothing any more."""
    invitation = get_object_or_404(queries.invitations_seen(rights_for(request)), pk=pk)
    try:
        inviting.withdraw(invitation=invitation, by=user_of(request), at=now())
        messages.success(request, _("邀请已撤回，原来的链接打不开了。"))
    except inviting.NotOpen:
        messages.info(request, _("这个邀请刚刚已经用过或者撤回了。"))
    return redirect("accounts:invitations")
