"""What every answer says to the browser, be it a page, a file, an error or a redirect; and which methods there are.

OWASP ASVS v5.0.0-3.4.4 to 3.4.8, 13.4.4. What Django has itself (HSTS, nosniff, referrer and opener policy) is in the
settings; the content security policy comes from django-csp, which stands outside of all that answers by itself.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wenming.web.views import method_unknown

GetResponse = Callable[[HttpRequest], HttpResponse]

# What a page of ours never asks the browser for.
OFF = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"),
    *("fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb"),
    "xr-spatial-tracking",
)
PERMISSIONS = ", ".join(f"{name}=()" for name in OFF)
METHODS = ("GET", "HEAD", "POST", "OPTIONS")


def headers_middleware(get_response: GetResponse) -> GetResponse:
    """Say to every answer what is not said already."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return response

    return answer


def methods_middleware(get_response: GetResponse) -> GetResponse:
    """405 for TRACE and whatever no page of ours answers."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            response = method_unknown()
            response.headers["Allow"] = ", ".join(METHODS)
            return response
        return get_response(request)

    return answer
