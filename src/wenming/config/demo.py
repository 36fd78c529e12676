"""``wenming demo``: the product with a fictional county in it, ready to look at."""

import os

from wenming.config import serve


def demo(host: str, port: int) -> int:
    """Serve with the sample county loaded, and say where it is and as whom one may enter."""
    os.environ["WENMING_DEMO"] = "1"
    serve.make_ready()
    return serve.run_together([serve.web_command(host, port), serve.worker_command()])
