"""How people want to be reminded, which groups are told, after how many days a matter goes up, and what was sent."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.places.models import Area

FIRST_HOUR, LAST_HOUR = 7, 19  # o'clock: nobody is reminded at night
USUAL_HOUR = 8
BOT_NAME_LENGTH = 40
SAID_LENGTH = 200


class Channel(models.TextChoices):
    """How a person is reminded."""

    DESK = "desk", _("只在网页上看")
    MAIL = "mail", _("发邮件")


class Preference(models.Model):
    """How somebody wants to be reminded (提醒方式); who has none looks at the desk."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user",)

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.DESK)
    hour = models.PositiveSmallIntegerField(default=USUAL_HOUR)

    class Meta:
        ordering: ClassVar = ["pk"]


class AreaSteps(models.Model):
    """After how many working days what is late goes up in an area and those below it (逐级提醒)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("changed_by",)

    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="+")
    unit_leader = models.PositiveSmallIntegerField(null=True, blank=True)  # empty: never
    in_charge = models.PositiveSmallIntegerField(null=True, blank=True)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.area)


class BotKind(models.TextChoices):
    """Which program a group is in, and so how a message is written and signed."""

    WECOM = "wecom", _("企业微信")
    DINGTALK = "dingtalk", _("钉钉")
    FEISHU = "feishu", _("飞书")
    PLAIN = "plain", _("自己的程序")


class Bot(models.Model):
    """A group that is told how many matters the units of an area have (群机器人); address and secret are sealed."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("changed_by",)

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=BOT_NAME_LENGTH)
    kind = models.CharField(max_length=10, choices=BotKind)
    sealed_address = models.TextField()  # it holds the key of the bot
    host = models.CharField(max_length=255)  # of the address: all that is shown of it
    sealed_secret = models.TextField(blank=True)
    hour = models.PositiveSmallIntegerField(default=USUAL_HOUR)
    is_on = models.BooleanField(default=True)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["area", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["area", "name"], name="bot_name_once_in_area")]

    def __str__(self) -> str:
        return self.name


class DeliveryState(models.TextChoices):
    """What became of a message."""

    WAITING = "waiting", _("等待发送")
    SENDING = "sending", _("正在发送")
    SENT = "sent", _("已发出")
    FAILED = "failed", _("没有发出")
    UNKNOWN = "unknown", _("不确定")  # it may have arrived; it is not sent again


class Delivery(models.Model):
    """One message of a day, to a person or into a group (发送记录). The row is there before anything is sent."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user",)

    day = models.DateField()
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    bot = models.ForeignKey(Bot, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.CASCADE, related_name="+")  # who may see it
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    matters = models.PositiveIntegerField()  # how many it tells of
    tries = models.PositiveSmallIntegerField(default=0)
    begun = models.DateTimeField()
    tried = models.DateTimeField(null=True, blank=True)
    code = models.CharField(max_length=20, blank=True)  # of words.ANSWERS: why it was not sent
    said = models.CharField(max_length=SAID_LENGTH, blank=True)  # by the other side, in its own words

    class Meta:
        ordering: ClassVar = ["-day", "-pk"]
        indexes: ClassVar = [models.Index(fields=["area", "-day", "-id"]), models.Index(fields=["state", "-day"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(user__isnull=True) ^ Q(bot__isnull=True), name="delivery_to_one"),
            models.UniqueConstraint(fields=["day", "user"], condition=Q(bot=None), name="one_message_a_day_to_one"),
            models.UniqueConstraint(fields=["day", "bot"], condition=Q(user=None), name="one_message_a_day_to_group"),
        ]
