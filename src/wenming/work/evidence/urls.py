"""Addresses of evidence, within those of the room."""

from django.urls import path

from wenming.work.evidence import adding, likeness_views, upload_views, views

urlpatterns = [
    path("work/evidence/", views.evidence_list, name="evidence"),
    path("work/evidence/add/", adding.add, name="add_evidence"),
    path("work/evidence/<int:pk>/", views.evidence_page, name="one_evidence"),
    path("work/evidence/<int:pk>/piece/", views.piece, name="evidence_piece"),
    path("work/evidence/<int:pk>/original/", views.original, name="original"),
    path("work/evidence/<int:pk>/stamped/", views.stamped, name="stamped"),
    path("work/evidence/<int:pk>/thumbnail/", views.thumbnail, name="thumbnail"),
    path("work/evidence/<int:pk>/preview/", views.preview, name="preview"),
    path("work/evidence/<int:pk>/again/", views.prepare_again, name="prepare_again"),
    path("work/evidence/<int:pk>/attach/", views.attach, name="attach"),
    path("work/evidence/<int:pk>/detach/<int:record>/", views.detach, name="detach"),
    path("work/uploads/", upload_views.begin, name="begin_upload"),
    path("work/uploads/<uuid:key>/", upload_views.upload, name="upload"),
    path("work/likenesses/", likeness_views.likenesses, name="likenesses"),
    path("work/likenesses/<int:pk>/judge/", likeness_views.judge, name="judge_likeness"),
]
