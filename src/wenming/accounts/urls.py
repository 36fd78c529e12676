"""Addresses of this room."""

from wenming.accounts.people import urls as people
from wenming.accounts.personal import urls as personal
from wenming.accounts.sign_in import urls as sign_in

app_name = "accounts"
urlpatterns = [*sign_in.urlpatterns, *people.urlpatterns, *personal.urlpatterns]
