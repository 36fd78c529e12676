"""What the page of components shows."""

from wenming.web import showcase
from wenming.web.templatetags.web import STATUSES


def test_the_refused_form_shows_an_error_beside_what_was_typed() -> None:
    form = showcase.refused_form()
    assert {"title", "due_on"} <= set(form.errors)
    assert form["due_on"].value() == "0403年"


def test_the_page_is_one_of_many() -> None:
    assert showcase.page(3).has_previous()
    assert showcase.page(3).has_next()


def test_every_status_is_shown() -> None:
    assert {row.status for row in showcase.ROWS} == set(STATUSES)
