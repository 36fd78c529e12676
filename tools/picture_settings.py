"""Settings under which the pictures are taken: the product's own, but always on the same summer morning.

The desk says what is due next, so a picture of it would be another one every day.
"""

import os
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from wenming.config.settings import *  # noqa: F403

MORNING = datetime(2026, 7, 16, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
SLOWER = 60  # times: no minute shown on a page changes while the pictures are taken, yet all stays in its order


def now() -> datetime:
    """The morning, and a little later with every call."""
    gone = time.time() - float(os.environ["PICTURES_BEGAN"])
    return (MORNING + timedelta(seconds=gone / SLOWER)).astimezone(UTC)


timezone.now = now
