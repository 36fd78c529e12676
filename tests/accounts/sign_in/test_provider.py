"""Our side of the conversation with a provider; the conversation itself stands in test_provider_views."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.accounts.sign_in.provider import nonce_of


@given(st.text(), st.text())
def test_a_nonce_tells_nothing_and_fits_one_request(one: str, other: str) -> None:
    assert len(nonce_of(one)) == 64
    assert (nonce_of(one) == nonce_of(other)) == (one == other)
