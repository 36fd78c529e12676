"""The product's settings with a worker that is soon taken for dead."""

from wenming.config.settings import *  # noqa: F403

WORKER_BEAT: float = 0.2  # type: ignore[no-redef]
WORKER_DEAD = 2
