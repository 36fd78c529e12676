"""Pages of a long list: a page far down costs what the first one costs, nearly."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


class KeyPaginator(Paginator[Row]):
    """Finds the keys of a page first, from whichever end is nearer, and reads only its rows.

    For querysets in a whole order of columns of one index: skipping rows then stays within the index.
    """

    object_list: QuerySet[Row]

    def page(self, number: int | str) -> Page[Row]:
        """The page of that number."""
        valid = self.validate_number(number)
        first = (valid - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        keys = self._keys(first, last)
        found = {row.pk: row for row in self.object_list.order_by().filter(pk__in=keys)} if keys else {}
        return Page([found[key] for key in keys if key in found], valid, self)

    def _keys(self, first: int, last: int) -> list[Any]:
        keys = self.object_list.values_list("pk", flat=True)
        if first <= self.count // 2:
            return list(keys[first:last])
        return list(keys.reverse()[self.count - last : self.count - first])[::-1]
