"""Every write of this room that matters."""

from wenming.command.actions.entries import AlreadyOver, Holder, NobodyThere, TooLate, WrongDay
from wenming.command.actions.groups import (
    NotEmpty,
    OwnParent,
    Shape,
    add_group,
    change_group,
    end_group,
    remove_group,
)
from wenming.command.actions.links import LinkHeld, NotWithin, Target, add_link, end_link, remove_link, replace_link
from wenming.command.actions.seats import SeatHeld, add_seat, end_seat, move_seat, remove_seat, replace_seat

__all__ = [
    "AlreadyOver",
    "Holder",
    "LinkHeld",
    "NobodyThere",
    "NotEmpty",
    "NotWithin",
    "OwnParent",
    "SeatHeld",
    "Shape",
    "Target",
    "TooLate",
    "WrongDay",
    "add_group",
    "add_link",
    "add_seat",
    "change_group",
    "end_group",
    "end_link",
    "end_seat",
    "move_seat",
    "remove_group",
    "remove_link",
    "remove_seat",
    "replace_link",
    "replace_seat",
]
