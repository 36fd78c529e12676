"""What photographs say of themselves, sense and nonsense."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.work.evidence import files
from wenming.work.evidence.inside.camera import said_of


def said(data: bytes) -> dict[str, object]:
    with Image.open(io.BytesIO(data)) as picture:
        return said_of(picture)


def test_all_of_it() -> None:
    assert said(files.photo(place=(-30.5, -120.25))) == {
        "taken": "2026-03-05T09:12:33",
        "offset": "+08:00",
        "latitude": -30.5,
        "longitude": -120.25,
        "device": "HUAWEI Mate 60",
    }


def test_nothing() -> None:
    assert said(files.saved(files.scene())) == {}


@pytest.mark.parametrize(
    ("device", "name"),
    [
        (("HUAWEI", "HUAWEI P40"), "HUAWEI P40"),
        (("Apple", "iPhone 15"), "Apple iPhone 15"),
        (("", "X100"), "X100"),
        (("A" * 90, "B" * 90), "A" * 90 + " " + "B" * 9),
        (("A\tB", "C\x1b[0m"), "AB C[0m"),
    ],
)
def test_device(device: tuple[str, str], name: str) -> None:
    assert said(files.photo(device=device))["device"] == name


@pytest.mark.parametrize("taken", ["", "yesterday", "2026:3:5", "    :  :     :  :  "])
def test_no_time(taken: str) -> None:
    assert "taken" not in said(files.photo(taken=taken))


@pytest.mark.parametrize("place", [(0.0, 0.0), (95.0, 10.0), (10.0, 200.0)])
def test_no_place(place: tuple[float, float]) -> None:
    assert "latitude" not in said(files.photo(place=place))


@given(
    st.dictionaries(
        st.sampled_from([1, 2, 3, 4]),
        st.one_of(st.text(max_size=5), st.tuples(st.floats(), st.floats()), st.binary(max_size=9), st.none()),
    )
)
def test_whatever_stands_there(place: dict[int, object]) -> None:
    class Odd:
        """A picture whose tags are anything."""

        def getexif(self) -> "Tags":
            return Tags({271: 5, 272: b"\xff", 306: 7})

    class Tags(dict[int, object]):
        """Directories of tags."""

        def get_ifd(self, tag: int) -> dict[int, object]:
            return place

    assert set(said_of(Odd())) <= {"device", "taken", "offset", "latitude", "longitude"}  # type: ignore[arg-type]
