"""The root of all URLs; DESIGN §5 lists the public ones."""

from django.contrib import admin
from django.urls import include, path, re_path

urlpatterns = [
    # Not <str:…>: PostgreSQL cannot even be asked about a NUL.
    re_path(r"^admin/desk/(?P<slug>[^/\x00]+)/", include("liveblog.desk.urls")),
    path("admin/wires/", include("liveblog.inbox.urls")),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("api/", include("liveblog.api.urls")),
    path("", include("liveblog.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler404 = "liveblog.views.errors.not_found"
handler500 = "newsroom.errors.server_error"
