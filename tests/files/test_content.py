"""Content and its hash."""

import hashlib
import io

import pytest
from django.core.files.base import ContentFile

from wenming.files.content import NotItsContent, StoreAway, chunks_of, copied, refuse_other, sha256_of
from wenming.web.faults import Fault, fault_of


def test_the_hash_is_of_the_whole_file_wherever_it_was_read_to() -> None:
    file = ContentFile(b"abc")
    file.read(2)
    assert sha256_of(file) == hashlib.sha256(b"abc").hexdigest()


def test_copying_tells_the_hash() -> None:
    target = io.BytesIO()
    assert copied(chunks_of(io.BytesIO(b"abcdefg"), size=3), target) == hashlib.sha256(b"abcdefg").hexdigest()
    assert target.getvalue() == b"abcdefg"


def test_other_content_is_refused() -> None:
    refuse_other("a", "a")
    with pytest.raises(NotItsContent):
        refuse_other("a", "b")


def test_a_store_that_is_away_is_a_fault_that_passes() -> None:
    assert fault_of(StoreAway()) == Fault.AWAY
