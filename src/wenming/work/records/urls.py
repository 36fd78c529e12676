"""Addresses of records, within those of the room."""

from django.urls import path

from wenming.work.records import entering, judging, offline, views

urlpatterns = [
    path("records/", views.record_list, name="records"),
    path("records/new/", entering.enter, name="new_record"),
    path("records/new/offline/", offline.shell, name="offline_form"),
    path("records/new/worker.js", offline.worker, name="form_worker"),
    path("records/uses/", entering.proposals, name="proposals"),
    path("records/roster/", entering.read_roster, name="read_roster"),
    path("records/accept/", judging.accept_many, name="accept_records"),
    path("records/<int:pk>/", views.record_page, name="record"),
    path("records/<int:pk>/change/", entering.change, name="change_record"),
    path("records/<int:pk>/return/", judging.return_, name="return_record"),
    path("records/<int:pk>/accept/", judging.accept, name="accept_record"),
    path("records/<int:pk>/withdraw/", judging.withdraw, name="withdraw_record"),
]
