"""The worker itself: that of the package, which goes on when the database was away for a while."""

import logging
import time

from django.db import close_old_connections, connection
from django.db.utils import DatabaseError, InterfaceError
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from wenming.jobs import workers
from wenming.web.faults import fault_of

log = logging.getLogger(__name__)

LONGEST_WAIT = 30  # seconds between two looks for a database that is away


class Worker(db_worker.Worker):
    """Works until it is told to stop, or until nothing is left where that was asked."""

    def run(self) -> None:
        """As the package's, but for faults that pass."""
        wait = self.interval
        while True:
            try:
                workers.give_back_own(self.worker_id, at=timezone.now())
                super().run()
            except (DatabaseError, InterfaceError) as error:
                if fault_of(error) is None or not self.running:
                    raise
                wait = self._rest(error, wait)
            else:
                return

    def _rest(self, error: Exception, wait: float) -> float:
        """Wait for the database; how long to wait the next time."""
        log.warning("the database is away (%s); looking again in %s s", type(error).__name__, wait)
        connection.close()
        time.sleep(wait)
        close_old_connections()
        return min(max(wait, 1) * 2, LONGEST_WAIT)
