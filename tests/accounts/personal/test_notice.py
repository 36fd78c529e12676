"""The notice says all that the rooms tell, and no change of it goes unsaid."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils.translation import override

from tests.accounts.making import NOON
from wenming.accounts.models import Notice
from wenming.accounts.personal.notice import keep_notice, notice
from wenming.accounts.personal.tables import tables
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def test_every_field_of_every_table_is_in_it() -> None:
    lines = [line for one in notice().entries for _period, lines in one.kept for line in lines]
    text = {(table, word) for table, words in lines for word in words.split("、")}
    for table in tables().values():
        assert {(str(table.words), str(field.words)) for field in table.fields.values()} <= text


def test_its_version_is_that_of_its_words_in_any_language(settings: LazySettings) -> None:
    before = notice().version
    with override("en"):
        assert notice().version == before
    settings.KEEP_LOG_DAYS = 500
    assert notice().version != before


def test_who_answers_is_the_office_unless_the_settings_name_another(settings: LazySettings) -> None:
    assert notice().handler.endswith("文明办")
    settings.HANDLER = "青禾县精神文明建设办公室"
    settings.HANDLER_CONTACT = "0571-0000000"
    assert (notice().handler, notice().contact) == ("青禾县精神文明建设办公室", "0571-0000000")


def test_each_version_is_kept_once_with_its_day(settings: LazySettings) -> None:
    assert (keep_notice(NOON), keep_notice(NOON + timedelta(days=1))) == (1, 0)
    settings.HANDLER_CONTACT = "0571-0000000"
    assert keep_notice(NOON + timedelta(days=2)) == 1
    newest, oldest = Notice.objects.all()
    assert (newest.version, str(newest.since), str(oldest.since)) == (notice().version, "2026-03-07", "2026-03-05")
    assert oldest.text["contact"] == ""
    assert Event.objects.filter(verb="accounts.change_notice").count() == 2
