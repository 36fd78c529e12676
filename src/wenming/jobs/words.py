"""Kinds and ends of jobs in words. A room that asks for jobs names its kinds in ``JOBS`` of its module ``events``."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from django.apps import apps
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _

from wenming.jobs import clock
from wenming.jobs.models import Job

OUTCOMES: Mapping[str, str | Promise] = {
    "worker_lost": _("后台程序中途停了几次，没有做完"),
    "unqueued": _("排队的记录不见了，没有做完，请重新发起"),
    "unexpected": _("程序出了差错，运行记录里有原因"),
    "outside_away": _("数据库或存储一直连不上"),
    "outside_full": _("磁盘空间不够，没有做完"),
    "unknown_work": _("程序更新后已没有这项工作"),
}


@cache
def kinds() -> Mapping[str, str | Promise]:
    """The kinds of jobs of all rooms in words."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("wenming.")]
    modules = [import_module(f"{room.name}.events") for room in rooms if module_has_submodule(room.module, "events")]
    return {kind: words for module in modules for kind, words in getattr(module, "JOBS", {}).items()}


def kind_words(job: Job) -> object:
    """What the job does."""
    if job.kind == clock.KIND and (work := clock.registry().get(str(job.about.get("name")))):
        return work.words
    return kinds().get(job.kind, job.kind)


def outcome_words(job: Job) -> str | Promise:
    """Why it did not do all; empty where nothing is to be said."""
    return OUTCOMES.get(job.code, _("原因见发起人的页面")) if job.code else ""
