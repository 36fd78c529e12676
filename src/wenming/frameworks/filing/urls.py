"""Addresses of filing rounds."""

from django.urls import path

from wenming.frameworks.filing import pack_views, piece_views, round_views, want_views

urlpatterns = [
    path("frameworks/editions/<int:pk>/filings/", round_views.filings, name="filings"),
    path("frameworks/editions/<int:pk>/filings/open/", round_views.open_filing, name="open_filing"),
    path("filings/<int:pk>/", round_views.filing, name="filing"),
    path("filings/<int:pk>/checklist/", round_views.checklist_excel, name="checklist"),
    path("filings/<int:pk>/accept/", round_views.accept, name="accept_pieces"),
    path("filings/<int:pk>/close/", round_views.close, name="close_filing"),
    path("filings/<int:pk>/reopen/", round_views.reopen, name="reopen_filing"),
    path("filings/<int:pk>/pack/", pack_views.make, name="make_pack"),
    path("filings/<int:pk>/pack/cancel/", pack_views.cancel, name="cancel_pack"),
    path("filings/<int:pk>/pack/progress/", pack_views.progress, name="pack_progress"),
    path("filings/<int:pk>/pack/download/", pack_views.download, name="pack"),
    path("filings/wants/<int:pk>/", want_views.want, name="want"),
    path("filings/wants/<int:pk>/take/", want_views.take, name="take_proposal"),
    path("filings/wants/<int:pk>/look-again/", want_views.look_again, name="look_again"),
    path("filings/wants/<int:pk>/write/", want_views.write, name="write_report"),
    path("filings/wants/<int:pk>/link/", want_views.link, name="give_link"),
    path("filings/wants/<int:pk>/file/", want_views.file, name="give_file"),
    path("filings/pieces/<int:pk>/", piece_views.piece, name="piece"),
    path("filings/pieces/<int:pk>/replace/", piece_views.replace, name="replace_piece"),
    path("filings/pieces/<int:pk>/take-away/", piece_views.take_away, name="take_piece_away"),
    path("filings/pieces/<int:pk>/put-back/", piece_views.put_back, name="put_piece_back"),
    path("filings/pieces/<int:pk>/days/", piece_views.days, name="date_piece"),
    path("filings/pieces/<int:pk>/judge/", piece_views.judge, name="judge_piece"),
    path("filings/pieces/<int:pk>/prove/", piece_views.prove, name="prove"),
    path("filings/pieces/<int:pk>/figures/", piece_views.figures, name="source_figures"),
    path("filings/provings/<int:pk>/remove/", piece_views.unprove, name="unprove"),
]
