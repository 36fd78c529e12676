"""What is personal in this room is told."""

from wenming.command.models import Group, Link, Seat
from wenming.command.personal_data import TABLES


def test_every_personal_field_has_words() -> None:
    for model in (Group, Seat, Link):
        assert set(TABLES[model._meta.label_lower].fields) == set(model.PERSONAL_FIELDS)
