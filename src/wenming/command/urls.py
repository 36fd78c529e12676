"""Addresses of this room."""

from django.urls import path

from wenming.command import link_views, seat_views, views

app_name = "command"
urlpatterns = [
    path("command/", views.structure, name="tree"),
    path("command/excel/", views.roster, name="excel"),
    path("command/groups/new/", views.add, name="add_group"),
    path("command/groups/<int:pk>/", views.group, name="group"),
    path("command/groups/<int:pk>/edit/", views.edit, name="edit_group"),
    path("command/groups/<int:pk>/end/", views.end, name="end_group"),
    path("command/groups/<int:pk>/remove/", views.remove, name="remove_group"),
    path("command/groups/<int:pk>/seats/new/", seat_views.add, name="add_seat"),
    path("command/seats/<int:pk>/replace/", seat_views.replace, name="replace_seat"),
    path("command/seats/<int:pk>/end/", seat_views.end, name="end_seat"),
    path("command/seats/<int:pk>/remove/", seat_views.remove, name="remove_seat"),
    path("command/seats/<int:pk>/move/", seat_views.move, name="move_seat"),
    path("command/links/", link_views.links, name="links"),
    path("command/links/new/", link_views.add, name="add_link"),
    path("command/links/<int:pk>/replace/", link_views.replace, name="replace_link"),
    path("command/links/<int:pk>/end/", link_views.end, name="end_link"),
    path("command/links/<int:pk>/remove/", link_views.remove, name="remove_link"),
]
