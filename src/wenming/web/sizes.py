"""How much one request may bring; 413 beyond that, before anything of it is read.

What a page is sent without files is small; only the views named here take files.
"""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

GetResponse = Callable[[HttpRequest], HttpResponse]

MOST_DOCUMENTS = 10  # of the largest size, in one request
FORM_SLACK = 64 * 1024  # bytes of a form around its files
TAKES_FILES: Mapping[str, int] = {
    "plans:import": MOST_DOCUMENTS,
    "places:excel_import": 1,
    "frameworks:bring_in": 1,
    "scores:bring_in": 1,
    "frameworks:bring_in_sheet": 1,
    "frameworks:give_file": MOST_DOCUMENTS,
    "frameworks:replace_piece": MOST_DOCUMENTS,
    "frameworks:read_table": 1,
    "work:new_record": MOST_DOCUMENTS,  # photos, and a list of people
    "work:change_record": MOST_DOCUMENTS,
    "work:read_roster": 1,
    "work:add_members": 1,
    "work:add_evidence": MOST_DOCUMENTS,
    "work:import_days": 1,
    "work:import_figures": 1,
}
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class Sizes:
    """The middleware; stands above whatever reads a form."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """413 where the request says that it brings more than the view takes; None lets the view answer."""
        del view, args, kwargs
        most = most_bytes(request.resolver_match.view_name if request.resolver_match else "")
        return too_large(request, most=most) if _length(request) > most else None


def most_bytes(view_name: str) -> int:
    """How many bytes a request for a view may have. Without a length the server hands on no body at all."""
    documents = TAKES_FILES.get(view_name, 0)
    return documents * settings.DOCUMENT_BYTES + FORM_SLACK if documents else settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0


def too_large(request: HttpRequest, *, most: int = 0, error: Exception | None = None) -> HttpResponse:
    """413: beyond ``most`` bytes, or more parts than are taken at once, as ``error`` says."""
    given = {
        "most": most or settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "files": settings.DATA_UPLOAD_MAX_NUMBER_FILES if isinstance(error, TooManyFilesSent) else 0,
        "fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS if isinstance(error, TooManyFieldsSent) else 0,
    }
    return render(request, "web/errors/413.html", given, status=413)


class BoundedFile(TemporaryFileUploadHandler):
    """A file on its way in: what comes beyond the size of the largest document is counted, but takes no room.

    Its size then tells the form to refuse it.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece that begins at ``start``."""
        if start + len(raw_data) <= settings.DOCUMENT_BYTES:
            super().receive_data_chunk(raw_data, start)
