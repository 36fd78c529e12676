"""The work of this room in the background; what each does twice is tried in tests/jobs/test_twice.py."""

from django_tasks.base import Task

from wenming.frameworks import tasks


def test_all_of_them_are_named() -> None:
    assert {name for name, one in vars(tasks).items() if isinstance(one, Task)} == set(tasks.__all__)
