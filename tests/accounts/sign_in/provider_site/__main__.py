"""``python -m tests.accounts.sign_in.provider_site ADDRESS_BACK``: makes people and a client, says its port, serves."""

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

CLIENT, CLIENT_SECRET, PASSWORD = "wenming", "a-secret-between-servers", "of-the-provider"


class Server(ThreadingMixIn, WSGIServer):
    """Answers a browser and our server at the same time."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_given: object) -> None:
        """Nothing."""


def main(address_back: str) -> None:
    """Serve until ended."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.accounts.sign_in.provider_site.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    from allauth.idp.oidc.models import Client  # noqa: PLC0415 - after the set-up
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415

    for name in ("xuqing", "stranger"):
        User.objects.create_user(name, password=PASSWORD)
    given = {"name": "文明", "scopes": "openid\nprofile", "skip_consent": True, "redirect_uris": address_back}
    Client.objects.create(id=CLIENT, secret=make_password(CLIENT_SECRET), **given)
    with make_server("127.0.0.1", 0, get_wsgi_application(), server_class=Server, handler_class=Quiet) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
