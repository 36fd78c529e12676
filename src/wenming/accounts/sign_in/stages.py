"""The steps of signing in after the first."""

from allauth.core.internal.httpkit import headed_redirect_response
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpResponse


class SecondStep(AuthenticateStage):  # type: ignore[misc]
    """The code, asked for by our own page."""

    urlname = "accounts:second_step"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Ask whoever has a second factor."""
        if not self._should_handle(self.request):
            return None, True
        self.state["authentication_required"] = True
        return headed_redirect_response("accounts:second_step"), True

    def abort(self) -> HttpResponse:
        """Begin again."""
        response: HttpResponse = headed_redirect_response("accounts:sign_in")
        return response
