"""The verbs of this room in words, and the fields that its events tell."""

from django.utils.translation import gettext_lazy as _

from wenming.papers.models import Alarm

EVENTS = {
    "papers.make_feed": _("设日历订阅"),
    "papers.revoke_feed": _("停用日历订阅"),
}
FIELDS = {"papers.feed": {"name": _("名称"), "unit": _("单位"), "alarm": _("提醒")}}
VALUES = {"papers.feed": {"alarm": {str(value): word for value, word in Alarm.choices}}}
RELATED = {"papers.feed": {"unit": "places.unit"}}
