"""``wenming demo``: the product with a fictional county in it, ready to look at."""

import os
import sys
import unicodedata
from collections.abc import Sequence
from importlib import import_module

from django.utils import timezone

from wenming.config import serve
from wenming.sample.register import Person
from wenming.sample.source import load_people

_ROLES = {
    "office": "文明办",
    "liaison": "联络员",
    "leader": "领导",
    "inspector": "督查员",
    "assessor": "测评员",
    "system": "系统管理员",
    "security": "安全管理员",
    "audit": "审计管理员",
}


def demo(host: str, port: int) -> int:
    """Serve with the sample county loaded, and say where it is and as whom one may enter."""
    if serve.is_taken(host, port):
        return serve.refuse(host, port)
    os.environ["WENMING_DEMO"] = "1"
    serve.make_ready()
    load = import_module("wenming.sample.load")  # its models can be loaded only now
    try:
        load.load(at=timezone.now())
    except load.CannotLoad as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(welcome(serve.address(host, port), load_people()))
    sys.stdout.flush()
    return serve.run_together([serve.web_command(host, port), serve.worker_command()])


def welcome(address: str, people: Sequence[Person]) -> str:
    """Where the product is and who is in it: name, role and units, a line for each person."""
    rows = [("姓名", "角色", "单位"), *((one.name, _ROLES[one.role], "、".join(one.units)) for one in people)]
    widths = [max(_width(row[column]) for row in rows) for column in range(2)]
    lines = ["  ".join([*(_filled(row[at], widths[at]) for at in range(2)), row[2]]) for row in rows]
    return "\n".join(["", f"文明 · 青禾县（示例）  {address}", "在登录页点一个人的名字即可进入：", "", *lines, "", ""])


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns of a terminal: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
