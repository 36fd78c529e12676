"""People: the list, a person's page, and what is done there."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts import actions
from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.people import queries, stopping
from wenming.accounts.people.authority import may_give, may_manage, may_restore
from wenming.accounts.people.forms import DeputyForm, PostForm
from wenming.accounts.rights import Right
from wenming.accounts.sign_in import sessions
from wenming.accounts.sign_in.actions import end_all_sessions
from wenming.accounts.sign_in.policy import policy
from wenming.web.refusals import FieldsOf, saved
from wenming.web.searching import searched

PAGE = 50
_FIELDS_OF: FieldsOf = {
    actions.PostHeld: (),
    actions.GivenToSelf: (),
    actions.HeldApart: (),
    actions.WrongPeriod: ("until",),
    actions.WrongPlace: ("unit",),
    actions.NotHeld: (),
}


@require_GET
@needs(Right.PERSON_VIEW)
def people(request: HttpRequest) -> HttpResponse:
    """Those whom one may see, page by page."""
    text, only = searched(request.GET), request.GET.get("only", "")
    filters = [*PostRole.choices, (queries.WITHOUT_POST, _("没有职务")), (queries.STOPPED, _("已停用"))]
    only = only if only in {value for value, _word in filters} else ""
    seen = queries.people_seen(rights_for(request), user_of(request))
    found = queries.found(seen, text=text, only=only, on=localdate())
    context = {"page": Paginator(found, PAGE).get_page(request.GET.get("page")), "text": text, "only": only}
    return render(request, "accounts/people/list.html", {**context, "filters": filters})


def person_or_404(request: HttpRequest, pk: int) -> User:
    """A person whom one may see."""
    return get_object_or_404(queries.people_seen(rights_for(request), user_of(request)), pk=pk)


def managed_or_404(request: HttpRequest, pk: int) -> User:
    """A person whose account one may stop, or hand over."""
    found = person_or_404(request, pk)
    if not may_manage(rights_for(request), user_of(request), found, queries.posts_not_ended(found)):
        raise Http404
    return found


@require_GET
@needs(Right.PERSON_VIEW)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Who somebody is, what they hold and held, and what one may do about it."""
    found, powers, me = person_or_404(request, pk), rights_for(request), user_of(request)
    posts = list(queries.posts_not_ended(found))
    context = {
        "person": found,
        "posts": [(post, found != me and may_give(powers, post)) for post in posts],
        "former": list(queries.posts_ended(found)[:PAGE]),
        "deputies": list(queries.deputies_of(found)),
        "may_give": bool(powers.givable()) and found != me,
        "may_manage": may_manage(powers, me, found, posts),
        "may_restore": not found.is_active and may_restore(powers, found),
        "sessions": _sessions_of(found) if Right.PERSON_DATA in powers and found != me else (),
        "today": localdate(),
    }
    return render(request, "accounts/people/person.html", context)


def _sessions_of(person: User) -> list[sessions.Shown]:
    return sessions.of_person(person, current=None, at=now(), policy=policy())


@needs(Right.PERSON_EDIT)
def give_post(request: HttpRequest, pk: int) -> HttpResponse:
    """A new post for somebody."""
    found = person_or_404(request, pk)
    form = PostForm(request.POST or None, givable=rights_for(request).givable())

    def give() -> Post:
        return actions.give_post(user=found, new=form.new_post, by=user_of(request), at=now())

    if saved(form, give, _FIELDS_OF):
        messages.success(request, _("已安排职务，%(person)s 现在就可以办事。") % {"person": found})
        return redirect("accounts:person", pk)
    context = {"form": form, "person": found, "heading": _("安排职务")}
    return _form_page(request, "accounts/people/post_form.html", form, context)


def _form_page(request: HttpRequest, template: str, form: Form, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=422 if form.is_bound else 200)


def _post_or_404(request: HttpRequest, pk: int) -> Post:
    """A post that one may give and end; nobody's own."""
    post = get_object_or_404(Post.objects.select_related("unit", "area", "user", "deputy_of"), pk=pk)
    person_or_404(request, post.user_id)
    if post.user_id == user_of(request).pk or not may_give(rights_for(request), post):
        raise Http404
    return post


@require_POST
@needs(Right.PERSON_EDIT)
def end_post(request: HttpRequest, pk: int) -> HttpResponse:
    """The person holds the post no more."""
    post = _post_or_404(request, pk)
    try:
        actions.end_post(post=post, by=user_of(request), at=now())
        messages.success(request, _("职务已结束，仍可在“以前的职务”里查到。"))
    except actions.NotHeld as error:
        messages.info(request, str(error))
    return redirect("accounts:person", post.user_id)


@needs(Right.PERSON_EDIT)
def deputy(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody to act in another's place for some days."""
    post, powers = _post_or_404(request, pk), rights_for(request)
    others = queries.people_seen(powers, user_of(request)).exclude(pk__in=[post.user_id, user_of(request).pk])
    form = DeputyForm(request.POST or None, people=others, initial={"since": localdate()})

    def make() -> Post:
        filled = form.cleaned_data
        period = {"since": filled["since"], "until": filled["until"]}
        return actions.make_deputy(post=post, user=filled["person"], by=user_of(request), at=now(), **period)

    if saved(form, make, _FIELDS_OF):
        messages.success(request, _("已安排 %(person)s 代理。") % {"person": form.cleaned_data["person"]})
        return redirect("accounts:person", post.user_id)
    context = {"form": form, "person": post.user, "post": post, "heading": _("安排代理")}
    return _form_page(request, "accounts/people/post_form.html", form, context)


@require_POST
@needs(Right.PERSON_EDIT)
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """The person can sign in no more."""
    found = stopping.stop(person=managed_or_404(request, pk), by=user_of(request), at=now())
    messages.success(request, _("%(person)s 的账号已停用，所有登录都已结束。") % {"person": found})
    return redirect("accounts:person", pk)


@require_POST
@needs(Right.PERSON_EDIT)
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """The person can sign in again."""
    managed = managed_or_404(request, pk)
    if not may_restore(rights_for(request), managed):
        raise Http404
    found = stopping.restore(person=managed, by=user_of(request), at=now())
    messages.success(request, _("%(person)s 的账号已恢复，可以用原来的密码登录。") % {"person": found})
    return redirect("accounts:person", pk)


@require_POST
@needs(Right.PERSON_DATA)
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """The person is signed in nowhere any more, as where a phone was lost, and may sign in again; nobody's own."""
    found, me = person_or_404(request, pk), user_of(request)
    if found == me:
        raise Http404
    ended = end_all_sessions(user=found, by=me, at=now())
    words = ngettext("已退出 %(person)s 的 %(count)d 处登录。", "已退出 %(person)s 的 %(count)d 处登录。", ended)
    messages.success(request, words % {"person": found, "count": ended})
    return redirect("accounts:person", pk)
