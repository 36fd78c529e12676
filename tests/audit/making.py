"""Events for tests."""

from datetime import UTC, datetime, timedelta

from wenming.accounts.models import User
from wenming.audit.recording import action, record

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)  # 12:00 in the county


def tell(*names: str, by: User | None = None, at: datetime = NOON, verb: str = "places.add_area") -> None:
    """An event for each name, a minute apart, of a thing that is only told of."""
    for index, name in enumerate(names):
        _tell(name, by, at + timedelta(minutes=index), verb)


@action
def _tell(name: str, by: User | None, at: datetime, verb: str) -> None:
    record(verb, by, by=by, at=at, before={"name": ""}, after={"name": name})


def person(username: str = "shen") -> User:
    """Somebody who holds no post, and whose coming is not told."""
    return User.objects.create_user(username=username, full_name=f"{username}先生")
