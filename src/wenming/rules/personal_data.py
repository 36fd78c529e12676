"""What is kept about people: each room says it once for every table, in its module ``personal_data``.

    TABLES = {"accounts.user": Table(_("账号"), {"phone": Personal(_("手机"), Kind.CONTACT, REACH, Keeping.ACCOUNT)})}

The notice to people, what they are handed, what is erased and what goes by the clock are all made from these tables.
Articles are those of 个人信息保护法 (2021).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import Any


class Kind(StrEnum):
    """What sort of information a field holds."""

    IDENTITY = "identity"  # who somebody is
    CONTACT = "contact"  # how to reach them
    ACCOUNT = "account"  # what signing in needs, and where from it was done
    ACT = "act"  # who did something
    SENSITIVE = "sensitive"  # article 28


class Keeping(StrEnum):
    """How long something is kept; those of a number of days go by the clock."""

    ACCOUNT = "account"  # until the account is erased
    WORK = "work"  # as long as what it tells of; once the account is erased it names only a number
    LOG = "log"  # details of events
    SEALED = "sealed"  # details of events of an erased account: no longer than the law asks
    INVITATIONS = "invitations"  # counted from their last day
    SIGN_UPS = "sign_ups"  # names of those who took part, until the unit has confirmed them; from its close
    MEMBERS = "members"  # names of a unit's roll, from the day somebody has left
    SESSIONS = "sessions"
    PRESENCE = "presence"  # who has a page open
    FAILURES = "failures"  # wrong passwords and codes


LEAST_LOG_DAYS = 184  # 网络安全法: network logs are kept for six months at least
USUAL_LOG_DAYS = 1096  # three years, as article 56 asks for records of handling
USUAL_INVITATION_DAYS = 90
SIGN_UP_DAYS = 30
MEMBER_DAYS = 366  # the reports of a year name who was reached in it


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why something is kept (处理目的), and what allows it (依据); both texts may be translated when they are shown."""

    words: object
    basis: object


@dataclass(frozen=True, slots=True)
class Personal:
    """One field that holds something about a person."""

    words: object
    kind: Kind
    purpose: Purpose
    keeping: Keeping


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows that are removed once ``ages_by`` is more days ago than ``keeping`` allows; ``only`` narrows them down."""

    keeping: Keeping
    ages_by: str
    only: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """All that is personal in one table.

    ``whose`` leads from a row to the person whom it is about, ``value`` from that person's account to what stands
    there; without it, rows are about things and only name who did something. ``known_by`` are columns that an account
    has as well: a row in which all of them are the person's is about the person, too. ``told`` are the fields that say
    which thing that is; without them its own text does. ``secret`` is shown to nobody. ``goes``: rows about a person
    are removed when the account is erased; else only their personal texts are emptied.
    """

    words: object
    fields: Mapping[str, Personal]
    whose: str = ""
    value: Callable[[Any], object] = attrgetter("pk")
    known_by: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    secret: frozenset[str] = frozenset()
    goes: bool = False
    removals: tuple[Removal, ...] = ()
