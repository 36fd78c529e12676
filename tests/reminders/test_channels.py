"""How sending ends otherwise than well."""

from wenming.reminders.channels import NotSent, Unsure


def test_they_say_why() -> None:
    assert (NotSent("busy", "503", is_passing=True).is_passing, NotSent("refused").is_passing) == (True, False)
    assert (Unsure("no_answer").code, Unsure("odd_answer", "<html>").said) == ("no_answer", "<html>")
