"""What the columns of an office's table mean, as a person matches them on screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from wenming.frameworks.imports.forms import FrameworkField
from wenming.frameworks.models import LABEL_LENGTH, TITLE_LENGTH, Framework
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.sheets.columns import WORDS, Heads, Matching, Means, find_heads, guess, heads_at
from wenming.rules.frameworks.sheets.grid import Grid
from wenming.rules.frameworks.sheets.writing import head_in, is_about
from wenming.rules.seen import one_line
from wenming.web.content import ContentSelect
from wenming.web.numbers import whole

_SAMPLES = 2  # values of a column that are shown
_SHOWN = 40  # characters of each
_LEVELS = (("columns", gettext_lazy("按列：每列一级")), ("codes", gettext_lazy("按编号：Ⅰ-1、Ⅱ-1、1）、①……")))


@dataclass(frozen=True, slots=True)
class Shown:
    """One column as a person sees it when saying what it means."""

    letters: str
    head: str
    samples: Sequence[str]
    field: BoundField


def tables_in(grids: Sequence[Grid]) -> list[Grid]:
    """The sheets that may hold the framework."""
    return [grid for grid in grids if grid.rows and not is_about(grid)]


class MatchForm(forms.Form):
    """Which sheet, which row of heads, what each column means, and what the framework is called."""

    sheet = forms.TypedChoiceField(label=gettext_lazy("工作表"), coerce=int)
    head = forms.IntegerField(label=gettext_lazy("表头在第几行"), min_value=1, max_value=1_048_576)
    levels = forms.ChoiceField(label=gettext_lazy("怎样分级"), choices=_LEVELS)
    splits = forms.BooleanField(
        label=gettext_lazy("一格里编了号的几条（1）2）、①②）分开算"),
        required=False,
    )
    title = forms.CharField(label=gettext_lazy("体系名称"), max_length=TITLE_LENGTH)
    version = forms.CharField(label=gettext_lazy("版本"), max_length=LABEL_LENGTH, required=False)
    framework = FrameworkField(
        Framework.objects.none(),
        label=gettext_lazy("作为"),
        required=False,
        empty_label=gettext_lazy("新的测评体系"),
        widget=ContentSelect,
    )

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        grids: Sequence[Grid],
        frameworks: QuerySet[Framework],
    ) -> None:
        super().__init__(data)
        self.grids, self.tables = grids, tables_in(grids)
        sheet, framework = self.fields["sheet"], self.fields["framework"]
        if isinstance(sheet, forms.TypedChoiceField) and isinstance(framework, forms.ModelChoiceField):
            sheet.choices = [(number, one.name) for number, one in enumerate(self.tables)]
            framework.queryset = frameworks
        place, head = whole(str(data.get("sheet", ""))) or 0, whole(str(data.get("head", ""))) or 1
        self.grid = self.tables[place] if place < len(self.tables) else self.tables[0]
        self.heads = heads_at(self.grid, head)
        words = [(str(means), WORDS[means][_is_english()]) for means in Means]
        for column, word in enumerate(self.heads.words):
            self.fields[_name(column)] = forms.ChoiceField(
                label=_("%(letters)s 列“%(head)s”是什么") % {"letters": xl_col_to_name(column), "head": word},
                choices=[("", _("不读")), *words],
                required=False,
            )

    @property
    def columns(self) -> Iterator[Shown]:
        """The columns, each with its field."""
        below = [row for row in self.grid.rows if row.number > self.heads.row]
        for column, word in enumerate(self.heads.words):
            texts = (one_line(row.text(column)) for row in below if row.text(column))
            samples = [text[:_SHOWN] for text, _place in zip(dict.fromkeys(texts), range(_SAMPLES), strict=False)]
            if word or samples:
                yield Shown(xl_col_to_name(column), word, samples, self[_name(column)])

    @property
    def matching(self) -> Matching:
        """What a good form says of the columns."""
        said = (self.cleaned_data[_name(column)] for column in range(len(self.heads.words)))
        columns = tuple(Means(one) if one else None for one in said)
        cleaned = self.cleaned_data
        return Matching(self.heads.row, columns, cleaned["levels"] == "codes", cleaned["splits"])

    @property
    def whole(self) -> Pack:
        """What holds of the framework as a whole."""
        cleaned = self.cleaned_data
        return head_in(self.grids, title=one_line(cleaned["title"]), version=one_line(cleaned["version"]))

    @property
    def seen(self) -> str:
        """What a person has looked at; another matching has to be looked at anew."""
        said = self.matching
        columns = ",".join(one or "" for one in said.columns)
        return f"{self.cleaned_data['sheet']}/{said.head}/{said.by_codes}/{said.splits}/{columns}"


def _name(column: int) -> str:
    return f"column_{column}"


def _is_english() -> bool:
    return (get_language() or "zh").startswith("en")


def guessed(
    grids: Sequence[Grid], *, file_name: str = "", sheet: int | None = None, head: int | None = None
) -> dict[str, Any]:
    """The answers to begin with, for the first sheet whose heads we know, or for those that were asked for."""
    tables = tables_in(grids)
    found = {number: heads for number, one in enumerate(tables) if (heads := find_heads(one))}
    place = next(iter(found), 0) if sheet is None else min(sheet, len(tables) - 1)
    grid = tables[place]
    heads = heads_at(grid, head) if head else found.get(place) or heads_at(grid, grid.rows[0].number)
    matching, said = guess(grid, heads), head_in(grids)
    return {
        "sheet": place,
        "head": heads.first,
        "levels": "codes" if matching.by_codes else "columns",
        "splits": matching.splits,
        "title": said.root.title or _above(grid, heads) or PurePath(file_name).stem[:TITLE_LENGTH],
        "version": said.version,
        **{_name(column): str(means or "") for column, means in enumerate(matching.columns)},
    }


def _above(grid: Grid, heads: Heads) -> str:
    """What stands above the heads: most often the title."""
    first = grid.rows[0]
    return one_line(first.text(first.filled[0]))[:TITLE_LENGTH] if first.number < heads.first else ""
