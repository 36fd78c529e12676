"""Questions about people, their posts and invitations; nothing here writes."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from wenming.accounts.models import Invitation, Post, User
from wenming.accounts.powers import Powers
from wenming.accounts.queries import in_force
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.places.reach import Scope, units_in

OFFERED = 500  # names that a field offers while one types; what is not offered can still be typed

WITHOUT_POST, STOPPED = "without", "stopped"  # what the list can be narrowed to, beside a role


def _held_within(scope: Scope) -> Q:
    """The posts for units and areas that a right reaches; an administrator's only where it reaches everywhere."""
    return scope.within("area") | scope.within("unit__area", unit_field="unit")


def people_seen(powers: Powers, me: User) -> QuerySet[User]:
    """The people who hold or held a post that the person's right reaches, and those whom they brought in."""
    scope = powers.scope(Right.PERSON_VIEW)
    people = User.objects.filter(erased_on=None)
    if scope.everywhere:
        return people
    return people.filter(Exists(Post.objects.filter(_held_within(scope), user=OuterRef("pk"))) | Q(added_by=me.pk))


def found(people: QuerySet[User], *, text: str = "", only: str = "", on: date) -> QuerySet[User]:
    """Of ``people`` those whose name, user name or unit contains ``text``; each with the posts ``held`` on the day.

    ``only``: a role, WITHOUT_POST or STOPPED. Two queries for a page of any length.
    """
    posts = Post.objects.filter(in_force(on), user=OuterRef("pk"))
    if text:
        of_unit = posts.filter(Q(unit__short__icontains=text) | Q(unit__name__icontains=text))
        people = people.filter(Q(full_name__icontains=text) | Q(username__icontains=text) | Exists(of_unit))
    if only == STOPPED:
        people = people.filter(is_active=False)
    elif only == WITHOUT_POST:
        people = people.filter(~Exists(posts), is_active=True)
    elif only:
        people = people.filter(Exists(posts.filter(role=only)))
    held = Post.objects.filter(in_force(on)).select_related("unit", "area").order_by("pk")
    return people.order_by("full_name", "pk").prefetch_related(Prefetch("posts", held, to_attr="held"))


def posts_not_ended(person: User) -> QuerySet[Post]:
    """What the person holds, or will hold from a later day."""
    return Post.objects.filter(user=person, ended_at=None).select_related("unit", "area", "deputy_of__user", "user")


def posts_ended(person: User) -> QuerySet[Post]:
    """What the person held before, the last first."""
    ended = Post.objects.filter(user=person, ended_at__isnull=False).select_related("unit", "area", "ended_by")
    return ended.order_by("-ended_at", "-pk")


def deputies_of(person: User) -> QuerySet[Post]:
    """The posts of those who act in the person's place."""
    deputies = Post.objects.filter(deputy_of__user=person, deputy_of__ended_at=None, ended_at=None)
    return deputies.select_related("unit", "area", "user", "deputy_of")


def invitations_seen(powers: Powers) -> QuerySet[Invitation]:
    """Invitations to posts that the person may give, that were neither accepted nor withdrawn; the last first."""
    seen = Q(pk__in=[])
    for role, scope in powers.givable().items():
        seen |= Q(role=role) & (Q() if scope.everywhere else _held_within(scope))
    opened = Invitation.objects.filter(seen, withdrawn=False, accepted_at=None)
    return opened.select_related("unit", "area", "invited_by")


def units_offered(scope: Scope) -> list[str]:
    """Short names of units that a post may be given for, as many as a field offers."""
    return list(units_in(scope).standing().order_by("pk").values_list("short", flat=True)[:OFFERED])


def units_called(name: str, scope: Scope) -> list[Unit]:
    """The units within that bear the name: the short one, the full one, or another."""
    called = Q(short=name) | Q(name=name) | Q(aliases__name=name)
    return list(units_in(scope).standing().filter(called).distinct()[:3])
