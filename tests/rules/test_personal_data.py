"""How rooms say what is personal."""

from dataclasses import dataclass
from datetime import date

from wenming.rules.personal_data import LEAST_LOG_DAYS, USUAL_LOG_DAYS, Table


@dataclass
class Account:
    """Stands for somebody's account."""

    pk: int = 17


def test_a_row_is_found_by_the_number_of_the_account_unless_said_otherwise() -> None:
    assert Table("", {}, whose="user").value(Account()) == 17
    assert Table("", {}, whose="key", value=lambda person: f"of {person.pk}").value(Account()) == "of 17"


def test_logs_are_kept_for_half_a_year_at_least_and_usually_for_three() -> None:
    months = [date(2023 + number // 12, number % 12 + 1, 1) for number in range(60)]
    assert max((end - begin).days for begin, end in zip(months, months[6:], strict=False)) == LEAST_LOG_DAYS
    assert USUAL_LOG_DAYS >= 3 * 365 + 1
