"""Addresses of records, within those of the room."""

from django.urls import path

from wenming.work.records import entering, judging, views

urlpatterns = [
    path("work/records/", views.record_list, name="records"),
    path("work/records/new/", entering.enter, name="new_record"),
    path("work/records/uses/", entering.proposals, name="proposals"),
    path("work/records/roster/", entering.read_roster, name="read_roster"),
    path("work/records/accept/", judging.accept_many, name="accept_records"),
    path("work/records/<int:pk>/", views.record_page, name="record"),
    path("work/records/<int:pk>/change/", entering.change, name="change_record"),
    path("work/records/<int:pk>/return/", judging.return_, name="return_record"),
    path("work/records/<int:pk>/accept/", judging.accept, name="accept_record"),
    path("work/records/<int:pk>/withdraw/", judging.withdraw, name="withdraw_record"),
]
