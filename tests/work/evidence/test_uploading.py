"""Files in pieces."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings

from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.evidence import uploading
from wenming.work.evidence.uploading import UploadRefused, WrongPlace, begin, drop, path_of, receive, sweep, whole
from wenming.work.models import Upload

pytestmark = pytest.mark.django_db(transaction=True)

KEY = UUID(int=5)
FILM = bytes(range(256)) * 10


def begun(unit: Unit, by: User, key: UUID = KEY, size: int = len(FILM)) -> Upload:
    return begin(key=key, unit_id=unit.pk, file_name="../活动.mp4", size=size, by=by, at=NOON)


def refused(code: str) -> pytest.RaisesExc[UploadRefused]:
    return pytest.raises(UploadRefused, match=f"^{code}$")


def test_in_pieces(unit: Unit, me: User) -> None:
    upload = begun(unit, me)
    for start in range(0, len(FILM), 1000):
        receive(upload=upload, start=start, piece=FILM[start : start + 1000])
    with whole(upload) as file:
        assert (file.read(), file.name) == (FILM, "活动.mp4")
    assert path_of(upload).stat().st_mode & 0o777 == 0o600


def test_going_on_where_it_was_cut_off(unit: Unit, me: User) -> None:
    receive(upload=begun(unit, me), start=0, piece=FILM[:700])
    again = begun(unit, me)
    assert again.received == 700
    receive(upload=again, start=700, piece=FILM[700:])
    with whole(again) as file:
        assert file.read() == FILM


@pytest.mark.parametrize("start", [0, 699, 701, 2000])
def test_a_piece_elsewhere(unit: Unit, me: User, start: int) -> None:
    upload = begun(unit, me)
    receive(upload=upload, start=0, piece=FILM[:700])
    with pytest.raises(WrongPlace) as error:
        receive(upload=upload, start=start, piece=b"x")
    assert error.value.received == 700


def test_what_was_written_by_somebody_who_was_cut_off_does_not_count(unit: Unit, me: User) -> None:
    upload = begun(unit, me)
    receive(upload=upload, start=0, piece=FILM[:700])
    with path_of(upload).open("ab") as file:
        file.write(b"half a piece" * 400)
    receive(upload=upload, start=700, piece=FILM[700:])
    with whole(upload) as file:
        assert file.read() == FILM


@pytest.mark.parametrize(
    ("piece", "code"), [(FILM + b"x", "too_large"), (b"x" * (uploading.LARGEST_PIECE + 1), "too_large")]
)
def test_too_much(unit: Unit, me: User, piece: bytes, code: str) -> None:
    upload = begun(unit, me)
    with refused(code):
        receive(upload=upload, start=0, piece=piece)
    assert Upload.objects.get().received == 0


@pytest.mark.parametrize("size", [0, 2**40])
def test_sizes_that_are_none(unit: Unit, me: User, size: int) -> None:
    with refused("too_large"):
        begun(unit, me, size=size)


def test_a_key_is_of_one(unit: Unit, me: User) -> None:
    begun(unit, me)
    for other in (
        (make_unit("乙社区"), me, KEY, len(FILM)),
        (unit, make_person("别人"), KEY, len(FILM)),
        (unit, me, KEY, 9),
    ):
        with refused("key_taken"):
            begun(*other)


def test_too_many_at_a_time(unit: Unit, me: User) -> None:
    for _number in range(uploading.MOST_OPEN):
        begun(unit, me, key=uuid4())
    with refused("too_many"):
        begun(unit, me)


def test_it_is_no_file_before_its_end(unit: Unit, me: User) -> None:
    upload = begun(unit, me)
    receive(upload=upload, start=0, piece=FILM[:-1])
    with refused("not_there"):
        whole(upload)


def test_pieces_that_have_gone_are_sent_again(unit: Unit, me: User) -> None:
    upload = begun(unit, me)
    receive(upload=upload, start=0, piece=FILM[:700])
    path_of(upload).unlink()
    with refused("not_there"):
        receive(upload=upload, start=700, piece=FILM[700:])
    assert begun(unit, me).received == 0


def test_dropping(unit: Unit, me: User) -> None:
    upload = begun(unit, me)
    receive(upload=upload, start=0, piece=FILM[:700])
    path = path_of(upload)
    drop(upload)
    assert (path.exists(), Upload.objects.count()) == (False, 0)


def test_sweeping(unit: Unit, me: User) -> None:
    old, new = begun(unit, me), begun(unit, me, key=uuid4())
    for upload in (old, new):
        receive(upload=upload, start=0, piece=b"x")
    Upload.objects.filter(pk=old.pk).update(begun_at=NOON - uploading.KEPT_FOR - timedelta(seconds=1))
    stray = Path(settings.UPLOADS) / "stray"
    stray.touch()
    assert sweep(NOON) == 1
    assert (path_of(old).exists(), path_of(new).exists(), stray.exists()) == (False, True, True)
    assert sweep(NOON + timedelta(days=9999)) == 2
    assert not any(Path(settings.UPLOADS).iterdir())
