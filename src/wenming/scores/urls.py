"""Addresses of this room."""

from django.urls import path

from wenming.scores.comparing import views as comparing
from wenming.scores.figures import views as figures
from wenming.scores.negative import views as negative
from wenming.scores.outlook import views as outlook
from wenming.scores.rounds import views as rounds
from wenming.scores.tree import views as tree
from wenming.scores.values import views as values
from wenming.scores.years import views as years

app_name = "scores"
urlpatterns = [
    path("scores/", rounds.round_list, name="list"),
    path("scores/years/", years.years, name="years"),
    path("scores/new/", rounds.make, name="make"),
    path("scores/<int:pk>/", tree.tree, name="round"),
    path("scores/<int:pk>/excel/", tree.excel, name="excel"),
    path("scores/<int:pk>/settings/", rounds.change, name="change"),
    path("scores/<int:pk>/begin/", rounds.begin, name="begin"),
    path("scores/<int:pk>/close/", rounds.close, name="close"),
    path("scores/<int:pk>/reopen/", rounds.reopen, name="reopen"),
    path("scores/<int:pk>/discard/", rounds.discard, name="discard"),
    path("scores/<int:pk>/people/", rounds.people, name="people"),
    path("scores/<int:pk>/items/<int:position>/", tree.item, name="item"),
    path("scores/<int:pk>/items/<int:position>/leave-out/", tree.leave_out, name="leave_out"),
    path("scores/<int:pk>/values/", values.value_list, name="values"),
    path("scores/<int:pk>/values/add/", values.add, name="add_value"),
    path("scores/<int:pk>/values/fill/", values.fill, name="fill"),
    path("scores/<int:pk>/values/import/", values.bring_in, name="bring_in"),
    path("scores/<int:pk>/values/import/undo/", values.undo, name="undo"),
    path("scores/<int:pk>/figures/", figures.figures, name="figures"),
    path("scores/<int:pk>/figures/supply/", figures.supply, name="supply"),
    path("scores/<int:pk>/figures/<int:supply_pk>/drop/", figures.drop, name="drop_supply"),
    path("scores/values/<int:pk>/withdraw/", values.withdraw, name="withdraw"),
    path("scores/<int:pk>/ranking/", comparing.ranking, name="ranking"),
    path("scores/<int:pk>/compare/", comparing.compare, name="compare"),
    path("scores/<int:pk>/next/", outlook.what_next, name="next"),
    path("scores/<int:pk>/items/<int:position>/days/", outlook.days, name="days"),
    path("scores/<int:pk>/forecast/", outlook.forecast, name="forecast"),
    path("scores/<int:pk>/negative/", negative.events, name="negative"),
    path("scores/<int:pk>/negative/note/", negative.note, name="note_event"),
    path("scores/negative/<int:pk>/withdraw/", negative.withdraw, name="withdraw_event"),
]
