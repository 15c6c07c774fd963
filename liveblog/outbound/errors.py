"""Why something could not be fetched."""

from __future__ import annotations


class OutboundError(Exception):
    """Nothing usable came back. The text is one sentence for an editor.

    `permanent` says that asking again will not help; `status` is the HTTP status, if one came,
    `retry_after` the seconds the other side asked to wait, if it did.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool,
        status: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.permanent = permanent
        self.status = status
        self.retry_after = retry_after
