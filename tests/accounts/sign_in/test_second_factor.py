"""Codes of the app, and recovery codes."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator

from tests.accounts.making import make_person
from wenming.accounts.models import User
from wenming.accounts.sign_in import second_factor

pytestmark = pytest.mark.django_db

# RFC 6238, appendix B: the secret "12345678901234567890" with SHA-1; the last six of its eight digits.
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
RFC_CODES = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]


def moment(seconds: int) -> datetime:
    """So many seconds after 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def set_up(person: User, *, used: int = 0) -> list[str]:
    """The person has the secret of the RFC."""
    return second_factor.set_up(person, secret=RFC_SECRET, counter=used)


@pytest.mark.parametrize(("seconds", "code"), RFC_CODES)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert second_factor.counter_of(RFC_SECRET, code, at=moment(seconds)) == seconds // 30


@pytest.mark.parametrize("seconds", [29, 60, 90])
def test_a_code_holds_for_its_half_minute_only(seconds: int) -> None:
    assert second_factor.counter_of(RFC_SECRET, "287082", at=moment(seconds)) is None


@pytest.mark.parametrize("code", ["287 082", "287-082", " 287082"])
def test_blanks_and_hyphens_do_not_matter(code: str) -> None:
    assert second_factor.counter_of(RFC_SECRET, code, at=moment(59)) == 1


@pytest.mark.parametrize("code", ["", "28708", "2870820", "abcdef", "２８７０８２", "\0"])
def test_anything_else_is_no_code(code: str) -> None:
    assert second_factor.counter_of(RFC_SECRET, code, at=moment(59)) is None


class TestUse:
    def test_a_code_is_taken_once(self) -> None:
        person = make_person()
        set_up(person)
        used = second_factor.use(person, "287082", at=moment(59))
        assert used is not None
        assert used.type == second_factor.Type.TOTP
        assert second_factor.use(person, "287082", at=moment(59)) is None

    def test_the_code_that_set_it_up_is_used(self) -> None:
        person = make_person()
        set_up(person, used=1)
        assert second_factor.use(person, "287082", at=moment(59)) is None

    def test_a_recovery_code_is_taken_once(self) -> None:
        person = make_person()
        first, *_rest = set_up(person)
        used = second_factor.use(person, first.lower().replace("-", " "), at=moment(59))
        assert used is not None
        assert used.type == second_factor.Type.RECOVERY_CODES
        assert second_factor.recovery_codes_left(person) == 9
        assert second_factor.use(person, first, at=moment(60)) is None

    def test_anothers_codes_are_not_ones_own(self) -> None:
        person, other = make_person(), make_person("limin")
        [code, *_rest], _others = set_up(person), set_up(other)
        assert second_factor.use(other, code, at=moment(0)) is None

    def test_who_has_none_has_no_code(self) -> None:
        assert second_factor.use(make_person(), "287082", at=moment(59)) is None


def test_ten_different_codes_that_nobody_reads_in_the_database() -> None:
    person = make_person()
    codes = set_up(person)
    assert len(set(codes)) == 10
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert RFC_SECRET not in kept
    assert not any(code in kept or code.replace("-", "").lower() in kept for code in codes)


def test_new_codes_take_the_place_of_the_old() -> None:
    person = make_person()
    old = set_up(person)
    new = second_factor.new_recovery_codes(person)
    assert second_factor.use(person, old[0], at=moment(0)) is None
    assert second_factor.use(person, new[0], at=moment(0)) is not None


def test_taken_away_nothing_is_left() -> None:
    person = make_person()
    set_up(person)
    assert second_factor.has_one(person)
    assert second_factor.take_away(person)
    assert not second_factor.has_one(person)
    assert second_factor.recovery_codes_left(person) == 0
    assert not second_factor.take_away(person)


def test_secrets_are_long_and_new() -> None:
    assert len({second_factor.new_secret() for _ in range(20)}) == 20
    assert len(second_factor.new_secret()) == 32  # 160 bits


def test_the_square_is_a_picture_of_the_address() -> None:
    address = second_factor.address_of(make_person(), RFC_SECRET)
    assert address.startswith(f"otpauth://totp/xuqing?secret={RFC_SECRET}&issuer=")
    assert second_factor.square_of(address).startswith("data:image/svg+xml;base64,")
