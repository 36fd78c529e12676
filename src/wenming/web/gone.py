"""What somebody else removed while the page was open is answered with 404."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404


@contextmanager
def gone_is_404() -> Iterator[None]:
    """Within it, a row that is looked for and no longer there is 404."""
    try:
        yield
    except ObjectDoesNotExist as error:
        raise Http404 from error
