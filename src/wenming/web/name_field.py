"""A field for the name of something: what nobody sees is no part of a name."""

from django import forms

from wenming.rules.seen import one_line


class NameField(forms.CharField):
    """One line of text; pasted line breaks become blanks, and invisible characters go."""

    def to_python(self, value: object) -> str:
        """The name as people see it; NUL stays, for Django to refuse."""
        text = str(super().to_python(value) or "")
        return text if "\0" in text else one_line(text)
