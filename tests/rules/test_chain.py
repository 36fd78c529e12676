"""The canonical form, seals and commitments."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.chain import ALGORITHMS, canonical, commitment, is_commitment_to, is_seal_of, seal

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inside: (
        st.lists(inside, max_size=4) | st.dictionaries(st.text("县教育局ab", max_size=3), inside, max_size=4)
    ),
    max_leaves=8,
)


def test_the_canonical_form_has_one_order_and_no_blanks() -> None:
    assert canonical({"b": [1, True, None], "a": "县"}) == '{"a":"县","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("value", [1.0, {"a": [0.5]}, {1: "a"}, {"a": object()}])
def test_what_has_no_one_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_seal_is_the_digest_of_the_canonical_form(algorithm: str) -> None:
    written = hashlib.new(algorithm, b'{"content":{"a":1},"previous":""}').hexdigest()
    assert seal({"a": 1}, previous="", algorithm=algorithm) == f"{algorithm}:{written}"


def test_an_unknown_algorithm_is_refused() -> None:
    with pytest.raises(ValueError, match="md5"):
        seal({}, previous="", algorithm="md5")
    assert not is_seal_of("md5:00", {}, previous="")


@given(VALUES, VALUES, st.sampled_from(ALGORITHMS))
def test_a_seal_holds_for_its_content_alone(one: object, other: object, algorithm: str) -> None:
    content, another = {"value": one}, {"value": other}
    digest = seal(content, previous="", algorithm=algorithm)  # type: ignore[arg-type]
    assert is_seal_of(digest, content, previous="")  # type: ignore[arg-type]
    same = canonical(content) == canonical(another)  # type: ignore[arg-type]
    assert is_seal_of(digest, another, previous="") is same  # type: ignore[arg-type]
    assert not is_seal_of(digest, content, previous=digest)  # type: ignore[arg-type]


@given(VALUES, st.text("0123456789abcdef", min_size=32, max_size=32))
def test_a_commitment_holds_with_its_salt_alone(value: object, salt: str) -> None:
    digest = commitment(value, salt=salt, algorithm="sha256")  # type: ignore[arg-type]
    assert is_commitment_to(digest, value, salt=salt)  # type: ignore[arg-type]
    assert not is_commitment_to(digest, value, salt=salt + "0")  # type: ignore[arg-type]
