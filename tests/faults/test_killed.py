"""The server is killed at random moments while people write: what was acknowledged is there, whole, once."""

import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import at_once
from tests.faults.serving import Browser, Server, free_port, serving, set_up

environment = at_once.environment

PEOPLE, WRITES, KILLS = 4, 200, 4

FOUND = """
import sys, django; django.setup()
from wenming.audit.checking import check
from wenming.audit.models import Event
from wenming.places.models import Unit
for unit in Unit.objects.filter(name__endswith="小学").prefetch_related("aliases"):
    told = Event.objects.filter(verb="places.add_unit", thing_id=str(unit.pk)).count()
    print(int("".join(filter(str.isdigit, unit.name))), told, unit.aliases.count())
print(-1, len(check().findings), 0)
"""


class Office:
    """Several people who write; each goes on asking until its unit is there."""

    def __init__(self, browser: Browser, area: int) -> None:
        self.browser, self.area = browser, area
        self.acknowledged: list[int] = []
        self.unheard = 0  # requests that the server died over

    def write(self, number: int) -> None:
        """Add a unit with two more names."""
        form = {"name": f"第{number}小学", "kind": "school", "area": self.area, "aliases": f"{number}小\n小学{number}"}
        while True:
            answer = self.browser.ask("POST", "/units/new/", form)
            if answer is None:
                self.unheard += 1
                time.sleep(0.1)
                continue
            if answer.status == 302:
                self.acknowledged.append(number)
            else:  # an earlier try was kept, although nobody heard of it
                assert answer.status in {200, 422}, answer.status
                assert "已有" in answer.text or "已经" in answer.text
            return


def kill_now_and_then(
    server: Server, environment: dict[str, str], office: Office, chance: random.Random, over: threading.Event
) -> None:
    """Kill the server at random moments between and during writes, and start it again; the last one goes on."""
    at = sorted(chance.sample(range(5, WRITES - 20), KILLS))
    for count in at:
        while len(office.acknowledged) < count and not over.is_set():
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.05))
        server.kill()
        again = Server(environment, server.command)
        server.process, server.log = again.process, again.log


def found(environment: dict[str, str]) -> list[tuple[int, int, int]]:
    """Each unit that is there: its number, how often it is told of, how many names it has; -1: what the log lacks."""
    said = at_once.said(at_once.run(environment, FOUND))
    return [(said[at], said[at + 1], said[at + 2]) for at in range(0, len(said), 3)]


@pytest.mark.parametrize("seed", [20261122])
def test_every_acknowledged_write_is_whole_and_none_is_doubled(environment: dict[str, str], seed: int) -> None:
    area, session = set_up(environment)
    port, chance, over = free_port(), random.Random(seed), threading.Event()
    office = Office(Browser(port, session), area)
    with serving(environment, port) as server:
        office.browser.until(200, "/health")
        with ThreadPoolExecutor(PEOPLE + 1) as people:
            killing = people.submit(kill_now_and_then, server, environment, office, chance, over)
            try:
                list(people.map(office.write, range(WRITES)))
            finally:
                over.set()
            killing.result()
    units = found(environment)
    assert units[-1] == (-1, 0, 0)
    there = Counter(number for number, _told, _names in units[:-1])
    assert set(office.acknowledged) <= set(there) == set(range(WRITES))
    assert set(there.values()) == {1}
    assert {(told, names) for _number, told, names in units[:-1]} == {(1, 2)}
    assert office.unheard > 0  # it was really killed while people wrote
