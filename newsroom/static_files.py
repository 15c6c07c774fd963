"""Static files inside Django's own chain, without an event loop."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from servestatic.middleware import ServeStaticMiddleware
from servestatic.responders import Redirect, StaticFile

from newsroom.middleware import GetResponse


class _File(FileResponse):
    """servestatic has made every header already."""

    def set_headers(self, filelike: object) -> None:
        pass


async def _nothing(request: HttpRequest) -> HttpResponseBase:
    raise NotImplementedError


class StaticFilesMiddleware(ServeStaticMiddleware):  # type: ignore[misc]
    """servestatic's middleware, settings and all, answering where it is asked.

    Theirs is asynchronous only: in a chain of synchronous middleware each request, for a static
    file or not, would pass through an event loop of its own.
    """

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: GetResponse) -> None:
        super().__init__(_nothing)  # it insists on a coroutine
        for mark in ("_is_coroutine", "_is_coroutine_mark"):
            self.__dict__.pop(mark, None)
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if not path.startswith(settings.STATIC_URL):
            return self._answer(request)
        found = self.find_file(path) if self.autorefresh else self.files.get(path)
        return self._answer(request) if found is None else self._file(found, request)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        response: HttpResponseBase = self._next(request)
        return response

    @staticmethod
    def _file(found: StaticFile | Redirect, request: HttpRequest) -> HttpResponseBase:
        answer = found.get_response(request.method or "GET", request.META)
        response = _File(answer.file or (), status=int(answer.status))
        del response.headers["Content-Type"]
        for name, value in answer.headers:
            if value is not None:
                response.headers[name] = value
        return response
