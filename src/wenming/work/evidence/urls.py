"""Addresses of evidence, within those of the room."""

from django.urls import path

from wenming.work.evidence import adding, likeness_views, upload_views, views

urlpatterns = [
    path("evidence/", views.evidence_list, name="evidence"),
    path("evidence/add/", adding.add, name="add_evidence"),
    path("evidence/<int:pk>/", views.evidence_page, name="one_evidence"),
    path("evidence/<int:pk>/piece/", views.piece, name="evidence_piece"),
    path("evidence/<int:pk>/original/", views.original, name="original"),
    path("evidence/<int:pk>/stamped/", views.stamped, name="stamped"),
    path("evidence/<int:pk>/thumbnail/", views.thumbnail, name="thumbnail"),
    path("evidence/<int:pk>/preview/", views.preview, name="preview"),
    path("evidence/<int:pk>/again/", views.prepare_again, name="prepare_again"),
    path("evidence/<int:pk>/attach/", views.attach, name="attach"),
    path("evidence/<int:pk>/detach/<int:record>/", views.detach, name="detach"),
    path("uploads/", upload_views.begin, name="begin_upload"),
    path("uploads/<uuid:key>/", upload_views.upload, name="upload"),
    path("likenesses/", likeness_views.likenesses, name="likenesses"),
    path("likenesses/<int:pk>/judge/", likeness_views.judge, name="judge_likeness"),
]
