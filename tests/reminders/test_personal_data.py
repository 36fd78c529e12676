"""What is personal in this room."""

from django.apps import apps

from wenming.reminders.personal_data import TABLES


def test_every_table_says_what_is_personal() -> None:
    for model in apps.get_app_config("reminders").get_models():
        assert set(TABLES[model._meta.label_lower].fields) == set(model.PERSONAL_FIELDS)  # type: ignore[attr-defined]
