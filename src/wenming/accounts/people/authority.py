"""Whom one may give and end posts, stop and hand over: never oneself, and only what one may give."""

from collections.abc import Iterable

from wenming.accounts.models import Invitation, Post, PostRole, User
from wenming.accounts.powers import Powers
from wenming.accounts.rights import GIVES
from wenming.audit.queries import last_role_of


def may_give(powers: Powers, post: Post | Invitation) -> bool:
    """Whether the person may give such a post, and so end it; ``post.unit`` is asked for its area."""
    scope = powers.givable().get(PostRole(post.role))
    area = post.unit.area_id if post.unit else post.area_id
    return scope is not None and scope.holds(area=area, unit=post.unit_id)


def may_manage(powers: Powers, me: User, person: User, posts: Iterable[Post]) -> bool:
    """Whether I may stop the account, or let another take over: all that the person holds would be mine to give.

    ``posts`` are those of the person that are not ended. Otherwise an office could stop its own security administrator.
    """
    return person.pk != me.pk and bool(powers.givable()) and all(may_give(powers, post) for post in posts)


def may_restore(powers: Powers, person: User) -> bool:
    """Whether I, who may manage the account, may let its person sign in again.

    Who stopped it had a reason: nobody who may give fewer posts undoes that. The log tells in which role it was done.
    """
    role = last_role_of("accounts.stop_account", person)
    return role not in GIVES or GIVES[PostRole(role)] <= powers.givable().keys()
