"""What ``wenming demo`` says before it serves."""

from wenming.config.demo import welcome
from wenming.sample.source import load_people


def test_it_says_where_it_is_and_who_is_there() -> None:
    people = load_people()
    told = welcome("http://127.0.0.1:8000/", people)
    assert "http://127.0.0.1:8000/" in told
    for person in people:
        (line,) = [line for line in told.splitlines() if line.startswith(person.name)]
        assert line.endswith("、".join(person.units))


def test_the_columns_stand_below_each_other_in_a_terminal() -> None:
    lines = welcome("http://127.0.0.1:8000/", load_people()).splitlines()
    head = next(line for line in lines if line.startswith("姓名"))
    office = next(line for line in lines if line.startswith("沈知远"))
    assert head.index("角色") + 2 == office.index("文明办") + 3  # two, then three characters of two columns
