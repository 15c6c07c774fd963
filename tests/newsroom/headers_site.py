"""URLs that answer with every kind of response, below the paths the policies tell apart."""

from django.contrib import admin
from django.http import HttpResponse
from django.urls import include, path


def page(request, **_):
    return HttpResponse("page")


def looks_for_a_user(request):
    return HttpResponse(f"user: {getattr(request, 'user', None)}")


def fails(request):
    raise RuntimeError("a secret detail")


handler500 = "newsroom.errors.server_error"

urlpatterns = [
    path("", page),
    path("whoami/", looks_for_a_user),
    path("fails/", fails),
    path("accounts/", include("allauth.urls")),
    path("live/<slug>/changes", page),
    path("live/<slug>/events", page),
    path("live/<slug>/embed/", page),
    path("media/<name>", page),
    path("api/v1/blogs/", page),
    path("api/docs/", page),
    path("admin/wires/", include("liveblog.inbox.urls")),
    path("admin/", admin.site.urls),
]
