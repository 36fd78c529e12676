"""Starting the provider in a process of its own, and our settings for it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pytest_django import Settings

from tests.accounts.sign_in.provider_site.__main__ import CLIENT, CLIENT_SECRET
from wenming.config.environment import Oidc

ROOT = Path(__file__).parents[3]
NAME = "县统一身份认证"


@contextmanager
def provider_at(address_back: str) -> Iterator[str]:
    """The address of a provider that sends people back to ``address_back``."""
    with TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.accounts.sign_in.provider_site", address_back],
            cwd=ROOT,
            env={**os.environ, "PROVIDER_FOLDER": folder},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with process:
            try:
                assert process.stdout
                yield f"http://127.0.0.1:{int(process.stdout.readline())}"
            finally:
                process.terminate()


def use(settings: Settings, issuer: str, *, claim: str = "") -> None:
    """Let the settings name the provider."""
    oidc = Oidc(issuer=issuer, client_id=CLIENT, secret=CLIENT_SECRET, name=NAME, claim=claim)
    settings.OIDC_NAME, settings.OIDC_CLAIM, settings.OIDC_APP = oidc.name, oidc.claim, oidc.app
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    changed = {**directives, "form-action": [*directives["form-action"], oidc.origin]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": changed}
