"""Sending what is stored to somebody whose right to it the view has looked at: as a download, or as a picture.

No address leads to the store itself, and a browser never shows or runs what strangers wrote: the pictures that it shows
were drawn by ourselves.
"""

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from wenming.files.content import Damaged
from wenming.files.naming import sha256_in, shown_name

_KEPT_FOR = 30 * 24 * 60 * 60  # seconds


def download(request: HttpRequest, stored: str, file_name: str) -> FileResponse | HttpResponse:
    """The content kept under ``stored``, to be saved as ``file_name`` (RFC 6266); a page that says so if it is damaged.

    Raises Http404 where there is none, StoreAway.
    """
    try:
        file = _opened(stored)
    except Damaged:
        return render(request, "files/damaged.html", {"name": file_name}, status=500)
    answer = FileResponse(
        file, as_attachment=True, filename=shown_name(file_name), content_type="application/octet-stream"
    )
    return _harmless(answer)


def picture(stored: str, *, wanted: str = "") -> FileResponse:
    """A WebP picture that we have drawn; Http404 where there is none, or where it has gone or is damaged.

    Where ``wanted`` is the hash of its content, as an address bears it, the person's browser may keep it: under that
    address nothing else will ever stand.
    """
    try:
        file = _opened(stored)
    except Damaged as error:
        raise Http404 from error
    answer = FileResponse(file, content_type="image/webp")
    if wanted == sha256_in(stored):
        answer.headers["Cache-Control"] = f"private, max-age={_KEPT_FOR}, immutable"
    return _harmless(answer)


def _opened(stored: str) -> File[bytes]:
    """What is kept under that name; raises Http404 where there is none, Damaged."""
    if not stored:
        raise Http404
    try:
        return default_storage.open(stored)
    except FileNotFoundError as error:
        raise Http404 from error


def _harmless(answer: FileResponse) -> FileResponse:
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
