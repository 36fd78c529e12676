"""What is kept about somebody, as plain values."""

from collections.abc import Mapping

import pytest

from tests.accounts.making import NOON, make_person, make_unit
from tests.accounts.personal.everything import MARK, make_everything
from wenming.accounts.actions import NewPost
from wenming.accounts.models import PostRole, User
from wenming.accounts.people.inviting import invite
from wenming.accounts.personal.gathering import parts_of, shown_words
from wenming.accounts.personal.tables import declared
from wenming.rules.chain import Json

pytestmark = pytest.mark.django_db


def gathered(person: User) -> dict[tuple[str, str], list[Mapping[str, Json]]]:
    return {(part.table, part.field): list(part.rows) for part in parts_of(person)}


def test_it_has_every_table_and_every_way_to_be_named() -> None:
    found = gathered(make_everything())
    assert [key for key, rows in found.items() if not rows] == []
    assert len(found) == sum(bool(one.table.whose) + len(one.acts()) for one in declared())
    assert str(found).count(MARK) > 12


def test_no_secret_is_in_it() -> None:
    found = gathered(make_everything())
    names = {(table, name) for (table, field), rows in found.items() if not field for row in rows for name in row}
    assert {(one.name, name) for one in declared() for name in one.table.secret} & names == set()
    assert ("accounts.user", "phone") in names


def test_nobody_else_is_in_it() -> None:
    person, other = make_person("xuqing"), make_person("shenzhiyuan")
    new = NewPost(role=PostRole.LIAISON, unit=make_unit())
    invite(full_name="新来的人", phone="13900000000", new=new, by=person, at=NOON)
    found = gathered(person)
    assert len(found["accounts.invitation", "invited_by"]) == 1
    assert "新来的人" not in str(found)
    assert "shenzhiyuan" not in str(found)
    assert gathered(other)["accounts.invitation", "invited_by"] == []


def test_what_was_done_says_which_thing_and_when() -> None:
    person = make_everything()
    found = gathered(person)["places.notsame", "said_by"][0]
    assert set(found) == {"number", "one__short", "other__short", "at"}


def test_values_are_shown_in_words() -> None:
    assert shown_words("accounts.post", "role", "office") == "文明办"
    assert shown_words("accounts.post", "unit", {"number": 3, "text": "县教育局"}) == "县教育局"
    assert shown_words("accounts.user", "last_login", None) == ""
