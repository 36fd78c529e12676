"""Which passwords are good enough, by the rules that hold here (``policy``). Django calls these when one is chosen."""

import re
import unicodedata

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wenming.accounts.models import FormerPassword, User
from wenming.accounts.sign_in import policy_words
from wenming.accounts.sign_in.policy import policy
from wenming.places.queries import home

LONGEST = 256  # characters: hashing more is work for an attacker's benefit only (ASVS v5.0.0-6.2.9 asks for 64)
SHORTEST_CONTEXT = 2  # characters of a word that tells too much
CONTEXT = ("wenming", "文明")  # of every installation


def classes_of(password: str) -> int:
    """How many of the four kinds it has: capital letters, small letters, digits, others."""
    kinds = (str.isupper, str.islower, str.isdigit, _is_other)
    return sum(any(kind(one) for one in password) for kind in kinds)


def _is_other(character: str) -> bool:
    return not (character.isupper() or character.islower() or character.isdigit())


class Length:
    """Long enough, and not beyond reason."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError."""
        del user
        least = policy().password_length
        if len(password) < least:
            words = _("密码太短，至少要%(count)d个字符。")
            raise ValidationError(words % {"count": least}, code="password_too_short")
        if len(password) > LONGEST:
            raise ValidationError(_("密码太长，最多%(count)d个字符。") % {"count": LONGEST}, code="password_too_long")

    def get_help_text(self) -> str:
        """What the person is told beforehand."""
        return policy_words.password_length(policy())


class Classes:
    """Of enough kinds of characters, where the preset asks for it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError."""
        del user
        least = policy().password_classes
        if classes_of(password) < least:
            words = _("大写字母、小写字母、数字、其他符号，密码里至少要有其中%(count)d类。")
            raise ValidationError(words % {"count": least}, code="password_too_plain")

    def get_help_text(self) -> str:
        """What the person is told beforehand."""
        return policy_words.password_classes(policy())


class Known(CommonPasswordValidator):
    """Not one of the 20,000 passwords that are tried first; the list comes with Django."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError."""
        del user
        if password.lower().strip() in self.passwords:
            raise ValidationError(_("这个密码太常见，很容易被猜到，请换一个。"), code="password_too_common")

    def get_help_text(self) -> str:
        """Told with the kinds of characters."""
        return ""


class About:
    """Does not tell who the person is or where the programme runs."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError."""
        plain = _plain(password)
        told = next((word for word in context_of(user) if _tells(plain, word)), None)
        if told is not None:
            words = _("密码里不要用“%(word)s”，熟悉您的人一猜就中。")
            raise ValidationError(words % {"word": told}, code="password_too_similar")

    def get_help_text(self) -> str:
        """Told with the kinds of characters."""
        return ""


def _tells(password: str, word: str) -> bool:
    """The password is the word with little around it; a long one may hold it."""
    return _plain(word) in password and len(password) - len(_plain(word)) < policy().password_length


def context_of(user: User | None) -> list[str]:
    """Words that anybody would try: of the person, the county, the product."""
    county = home()
    own = [user.username, user.full_name, user.phone] if user else []
    words = [*own, county.name if county else "", *CONTEXT]
    return [word for word in words if len(word) >= SHORTEST_CONTEXT]


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()


class Former:
    """Not one that the person had lately, where the preset asks for it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError."""
        count = policy().former_passwords
        if not count or user is None or user.pk is None:
            return
        former = FormerPassword.objects.filter(user=user).values_list("password", flat=True)[: count - 1]
        if any(check_password(password, one) for one in (user.password, *former)):
            words = _("不能与最近%(count)d次用过的密码相同，请换一个。")
            raise ValidationError(words % {"count": count}, code="password_used_before")

    def get_help_text(self) -> str:
        """Told when it happens: few are caught by it."""
        return ""
