"""Every change to areas, units, classes and their names, and what happens to organisations."""

from wenming.places.actions.areas import NotEmpty, WrongCode, WrongPlace, add_area, change_area, remove_area
from wenming.places.actions.classes import add_class, change_class
from wenming.places.actions.history import (
    Dissolved,
    NotYet,
    Order,
    SameUnit,
    dissolve_unit,
    join_units,
    merge_units,
    rename_unit,
    split_unit,
)
from wenming.places.actions.locking import hold_units
from wenming.places.actions.naming import NameTaken, forget_alias, learn_alias
from wenming.places.actions.telling import take_apart_back, tell_apart
from wenming.places.actions.undoing import CannotUndo, Undone, undo_change
from wenming.places.actions.units import NoShortName, OwnParent, add_unit, change_unit

__all__ = [
    "CannotUndo",
    "Dissolved",
    "NameTaken",
    "NoShortName",
    "NotEmpty",
    "NotYet",
    "Order",
    "OwnParent",
    "SameUnit",
    "Undone",
    "WrongCode",
    "WrongPlace",
    "add_area",
    "add_class",
    "add_unit",
    "change_area",
    "change_class",
    "change_unit",
    "dissolve_unit",
    "forget_alias",
    "hold_units",
    "join_units",
    "learn_alias",
    "merge_units",
    "remove_area",
    "rename_unit",
    "split_unit",
    "take_apart_back",
    "tell_apart",
    "undo_change",
]
