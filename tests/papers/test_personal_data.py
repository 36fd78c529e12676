"""What is personal in this room."""

from wenming.papers.models import Feed
from wenming.papers.personal_data import TABLES


def test_every_personal_field_is_told_and_no_secret_is_shown() -> None:
    (table,) = TABLES.values()
    assert set(table.fields) == set(Feed.PERSONAL_FIELDS)
    assert table.secret == {"secret_digest", "body_digest"}
