"""Addresses of this room; a unit's own page shows its duties and is in the room of plans."""

from django.urls import path

from wenming.places import picking, views
from wenming.places.areas import views as areas
from wenming.places.doubles import views as doubles
from wenming.places.excel import views as excel
from wenming.places.history import views as history

app_name = "places"
urlpatterns = [
    path("units/", views.directory, name="list"),
    path("units/new/", views.add, name="add"),
    path("units/pick/", picking.pick, name="pick"),
    path("units/<int:pk>/edit/", views.edit, name="edit"),
    path("units/<int:pk>/merge/", views.merge, name="merge"),
    path("units/<int:pk>/rename/", history.rename, name="rename"),
    path("units/<int:pk>/join/", history.join, name="join"),
    path("units/<int:pk>/split/", history.split, name="split"),
    path("units/<int:pk>/dissolve/", history.dissolve, name="dissolve"),
    path("units/changes/<int:pk>/undo/", history.undo, name="undo"),
    path("units/doubles/", doubles.doubles, name="doubles"),
    path("units/doubles/<int:one>/<int:other>/", doubles.compare, name="compare"),
    path("units/doubles/<int:one>/<int:other>/apart/", doubles.tell_apart, name="tell_apart"),
    path("units/doubles/apart/<int:pk>/undo/", doubles.not_apart, name="not_apart"),
    path("units/excel/", excel.page, name="excel"),
    path("units/excel/download/", excel.download, name="excel_download"),
    path("units/excel/empty/", excel.empty, name="excel_empty"),
    path("units/excel/import/", excel.hand_in, name="excel_import"),
    path("units/excel/<int:pk>/", excel.one_import, name="excel_one"),
    path("units/excel/<int:pk>/progress/", excel.progress, name="excel_progress"),
    path("units/excel/<int:pk>/marked/", excel.marked, name="excel_marked"),
    path("units/excel/<int:pk>/apply/", excel.apply, name="excel_apply"),
    path("units/excel/<int:pk>/again/", excel.again, name="excel_again"),
    path("units/excel/<int:pk>/cancel/", excel.cancel, name="excel_cancel"),
    path("units/excel/<int:pk>/discard/", excel.discard, name="excel_discard"),
    path("units/areas/", areas.areas, name="areas"),
    path("units/areas/new/", areas.add, name="add_area"),
    path("units/areas/<int:pk>/edit/", areas.edit, name="edit_area"),
    path("units/areas/<int:pk>/remove/", areas.remove, name="remove_area"),
    path("units/classes/", views.classes, name="classes"),
    path("units/classes/new/", views.add_class, name="add_class"),
    path("units/classes/preview/", views.preview_class, name="preview_class"),
    path("units/classes/<int:pk>/", views.unit_class, name="class"),
    path("units/classes/<int:pk>/edit/", views.edit_class, name="edit_class"),
]
