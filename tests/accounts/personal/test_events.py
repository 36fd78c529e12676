"""The verbs of personal data are those that its actions record."""

from wenming.accounts.personal.events import EVENTS, FIELDS


def test_verbs_and_fields_have_words() -> None:
    assert all(verb.startswith("accounts.") and words for verb, words in EVENTS.items())
    assert all(words for fields in FIELDS.values() for words in fields.values())
