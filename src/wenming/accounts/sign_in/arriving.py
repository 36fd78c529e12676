"""Whoever signs in, by whatever way, has a session that is counted from then on."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from wenming.accounts.models import User
from wenming.accounts.sign_in import sessions


@receiver(user_logged_in)
def count_session(*, request: HttpRequest, user: User, **_given: object) -> None:
    """Django's own signal, so that no way of signing in can be forgotten."""
    sessions.begin(request, user, at=timezone.now())
