"""``wenming manage worker``: runs the background jobs, gives signs of life, takes back what lost workers left.

It also looks what the clock asks for.
"""

import logging
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from wenming.jobs import clock, workers
from wenming.jobs.working import Worker

log = logging.getLogger(__name__)


class Command(db_worker.Command):
    """The worker of the database queue, with a heart."""

    help = "Run background jobs"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """As the package has it, but never reloading: the reloader would be a second worker of the same name."""
        super().add_arguments(parser)
        parser.set_defaults(reload=False)

    def configure_logging(self, verbosity: int) -> None:
        """The settings say what is logged; the package would tell of each task that begins and ends."""
        if verbosity > 1:
            super().configure_logging(verbosity)

    def handle(self, *, worker_id: str, **options: Any) -> None:  # noqa: ANN401  # what the package hands on
        """Work until a signal comes; the running job is ended well."""
        setattr(db_worker, "Worker", Worker)  # noqa: B010 - the package's command takes one of our own in no other way
        over = threading.Event()
        heart = threading.Thread(target=_beat_until, args=(over, worker_id), daemon=True)
        heart.start()
        try:
            super().handle(worker_id=worker_id, **options)
        finally:
            over.set()
            heart.join()
            _leave(worker_id)


def _beat_until(over: threading.Event, worker_id: str) -> None:
    while not over.is_set():
        _beat_once(worker_id)
        over.wait(settings.WORKER_BEAT)
    connection.close()


def _beat_once(worker_id: str) -> None:
    close_old_connections()
    try:
        workers.beat(worker_id, at=timezone.now())
        workers.give_back_lost_jobs(at=timezone.now())
        clock.tick(at=timezone.now())
    except Exception:  # a database that is away for a moment must not stop the heart
        log.warning("no sign of life could be given", exc_info=True)
        connection.close()


def _leave(worker_id: str) -> None:
    try:
        workers.leave(worker_id)
    except DatabaseError:  # then its silence tells
        log.warning("the worker could not say that it leaves")
