"""The second factor: codes of an app on the phone (TOTP, RFC 6238), and recovery codes on paper.

allauth keeps the secret and does the arithmetic. That a code is taken once is kept in the database here, not in the
memory of one process, and recovery codes are hashed like passwords, not derived from something that could be read.
"""

import base64
from datetime import datetime

from allauth.core.internal.cryptokit import generate_user_code, normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.crypto import constant_time_compare, get_random_string

from wenming.accounts.models import User

PERIOD = 30  # seconds for which a code holds (ASVS v5.0.0-6.5.5 allows no longer)
RECOVERY_CODES = 10
SALT_LENGTH = 22  # characters; 128 bits

Type = Authenticator.Type


def has_one(user: User) -> bool:
    """The person signs in with a second factor."""
    there_is: bool = Authenticator.objects.filter(user=user, type=Type.TOTP).exists()
    return there_is


def new_secret() -> str:
    """160 random bits, as apps take them."""
    secret: str = generate_totp_secret()
    return secret


def address_of(user: User, secret: str) -> str:
    """What the square tells the app (otpauth://…)."""
    address: str = get_adapter().build_totp_url(user, secret)
    return address


def square_of(address: str) -> str:
    """The address as a QR code: an SVG in a data: address."""
    svg = get_adapter().build_totp_svg(address)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def counter_of(secret: str, code: str, *, at: datetime) -> int | None:
    """Which of the app's codes this is; None where it is not the one of this half minute."""
    counter = int(at.timestamp()) // PERIOD
    expected = format_hotp_value(hotp_value(secret, counter))
    return counter if constant_time_compare(normalize_user_code(code), expected) else None


def set_up(user: User, *, secret: str, counter: int) -> list[str]:
    """From now on the person needs codes made with ``secret``; that of ``counter`` is used. Returns recovery codes."""
    Authenticator.objects.filter(user=user).delete()
    Authenticator.objects.create(user=user, type=Type.TOTP, data={"secret": encrypt(secret), "used": counter})
    return new_recovery_codes(user)


def new_recovery_codes(user: User) -> list[str]:
    """Ten codes in place of those the person had; they are told once, and only hashes are kept."""
    codes = [generate_user_code(length=8) for _ in range(RECOVERY_CODES)]
    salt = get_random_string(SALT_LENGTH)
    hashes = [make_password(normalize_user_code(code), salt=salt) for code in codes]
    Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
    Authenticator.objects.create(user=user, type=Type.RECOVERY_CODES, data={"salt": salt, "codes": hashes})
    return codes


def recovery_codes_left(user: User) -> int:
    """How many recovery codes have not been used."""
    row = Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).first()
    return len(row.data["codes"]) if row else 0


def take_away(user: User) -> bool:
    """The person signs in without a second factor again; whether there was one."""
    return bool(Authenticator.objects.filter(user=user).delete()[0])


@transaction.atomic
def use(user: User, code: str, *, at: datetime) -> Authenticator | None:
    """What the code belongs to, if it is right; the same code is never taken twice."""
    rows = {row.type: row for row in Authenticator.objects.select_for_update().filter(user=user)}
    if Type.TOTP in rows and _use_totp(rows[Type.TOTP], code, at=at):
        return _note_use(rows[Type.TOTP], at=at)
    if Type.RECOVERY_CODES in rows and _use_recovery_code(rows[Type.RECOVERY_CODES], code):
        return _note_use(rows[Type.RECOVERY_CODES], at=at)
    return None


def _use_totp(row: Authenticator, code: str, *, at: datetime) -> bool:
    counter = counter_of(decrypt(row.data["secret"]), code, at=at)
    if counter is None or counter <= row.data["used"]:
        return False
    row.data["used"] = counter
    return True


def _use_recovery_code(row: Authenticator, code: str) -> bool:
    """All codes of a person have one salt, so that one hash tells which of them it is."""
    hashed = make_password(normalize_user_code(code), salt=row.data["salt"])
    left = [one for one in row.data["codes"] if not constant_time_compare(one, hashed)]
    found = len(left) < len(row.data["codes"])
    row.data["codes"] = left
    return found


def _note_use(row: Authenticator, *, at: datetime) -> Authenticator:
    row.last_used_at = at
    row.save(update_fields=["data", "last_used_at"])
    return row
