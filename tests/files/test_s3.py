"""What S3 alone can do wrong, on a real server."""

import hashlib

import pytest
from django.core.files.base import ContentFile

from tests.files.s3_server import Server
from wenming.files.content import StoreAway
from wenming.files.naming import content_name
from wenming.files.s3 import S3Storage
from wenming.web.faults import Fault, fault_of

NAME = content_name("plans", hashlib.sha256(b"a").hexdigest())


def test_only_its_own_bucket_and_prefix_are_listed(server: Server) -> None:
    store = S3Storage(**server.options)
    store.save(NAME, ContentFile(b"a"))
    assert store.listdir("elsewhere") == ([], [])
    assert "plans" in store.listdir("/")[0]
    store.delete(NAME)
    assert not store.exists(NAME)


class TestAway:
    """What S3 alone can do wrong: each is one fault that passes, with one line in the log."""

    @pytest.mark.parametrize(
        "wrong", [{"secret": "guessed"}, {"key": "nobody"}, {"bucket": "elsewhere"}, {"endpoint": "http://127.0.0.1:9"}]
    )
    def test_it_does_not_let_us_in(
        self, server: Server, wrong: dict[str, str], caplog: pytest.LogCaptureFixture
    ) -> None:
        store = S3Storage(**{**server.options, **wrong})
        with pytest.raises(StoreAway) as caught:
            store.save(NAME, ContentFile(b"a"))
        assert fault_of(caught.value) == Fault.AWAY
        (record,) = [record for record in caplog.records if record.name == "wenming.files.s3"]
        assert server.options["secret"] not in record.getMessage()

    def test_it_lists_nothing_then(self, server: Server) -> None:
        with pytest.raises(StoreAway):
            list(S3Storage(**{**server.options, "secret": "guessed"}).kept())
