"""Addresses of people, their posts, invitations and handing over."""

from django.urls import path

from wenming.accounts.people import hand_over_views, invitation_views, views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/<int:pk>/", views.person, name="person"),
    path("people/<int:pk>/post/", views.give_post, name="give_post"),
    path("people/<int:pk>/hand-over/", hand_over_views.hand_over, name="hand_over"),
    path("people/<int:pk>/stop/", views.stop, name="stop_account"),
    path("people/<int:pk>/restore/", views.restore, name="restore_account"),
    path("people/<int:pk>/end-sessions/", views.end_sessions, name="end_sessions_of"),
    path("people/posts/<int:pk>/end/", views.end_post, name="end_post"),
    path("people/posts/<int:pk>/deputy/", views.deputy, name="deputy"),
    path("people/invite/", invitation_views.invite, name="invite"),
    path("people/invitations/", invitation_views.invitations, name="invitations"),
    path("people/invitations/<int:pk>/withdraw/", invitation_views.withdraw, name="withdraw_invitation"),
]
