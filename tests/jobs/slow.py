"""A job that goes on step by step for as long as a file says, for tests in processes of their own."""

import os
import time
from pathlib import Path

from django.utils import timezone
from django_tasks import task

from wenming.jobs import actions


@task()
def walk(job_id: int) -> None:
    """Take steps until the file ``enough`` stands in the folder; say who began and who came through."""
    with actions.work_on(job_id) as job:
        if job is None:
            return
        folder = Path(job.about["folder"])
        (folder / f"began-{os.getpid()}").touch()
        done = 0
        while not (folder / "enough").exists():
            actions.step(job, stage="walk", done=done % 100)
            done += 1
            time.sleep(0.02)
        actions.step(job, stage="through", done=100)
        actions.finish(job, about={"by": str(os.getpid())}, at=timezone.now())
