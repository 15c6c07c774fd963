"""Django's handlers for what no view answered: pages for readers, problem details for the API."""

from django.http import HttpRequest, HttpResponse

from liveblog.api.problems import problem
from liveblog.security_log import request_id
from liveblog.views import errors


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(400) if _is_api(request) else errors.bad_request(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    return (
        problem(500, request_id=request_id()) if _is_api(request) else errors.server_error(request)
    )


def _is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")
