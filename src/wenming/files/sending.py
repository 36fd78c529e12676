"""Sending what is stored to somebody whose right to it the view has looked at: always as a download.

No address leads to the store itself, and a browser never shows or runs what strangers wrote.
"""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from wenming.files.content import Damaged
from wenming.files.naming import shown_name


def download(request: HttpRequest, stored: str, file_name: str) -> FileResponse | HttpResponse:
    """The content kept under ``stored``, to be saved as ``file_name`` (RFC 6266); a page that says so if it is damaged.

    Raises Http404 where it has gone, StoreAway.
    """
    try:
        file = default_storage.open(stored)
    except FileNotFoundError as error:
        raise Http404 from error
    except Damaged:
        return render(request, "files/damaged.html", {"name": file_name}, status=500)
    answer = FileResponse(
        file, as_attachment=True, filename=shown_name(file_name), content_type="application/octet-stream"
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
