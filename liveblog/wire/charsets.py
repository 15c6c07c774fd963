"""What a file's encoding is where its server alone says it. Pure."""

from __future__ import annotations

import re
from email.message import Message

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}\bencoding\s*=", re.IGNORECASE)
# Of all that Python calls an encoding, those of the world's texts.
_KNOWN = re.compile(
    r"(?:iso-8859-\d{1,2}|latin-?\d|windows-125\d|cp125\d|koi8-[rut]|tis-620"
    r"|shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|big5|gb2312|gbk|gb18030)"
)


def in_utf8(data: bytes, content_type: str) -> bytes:
    """The file to be read: in UTF-8 if it is not, and says nothing of itself (RFC 7303 §3.2)."""
    if data.startswith(_MARKS) or _DECLARED.match(data):
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return data
    charset = charset_of(content_type)
    if not _KNOWN.fullmatch(charset):
        return data
    try:
        return data.decode(charset).encode()
    except (UnicodeDecodeError, LookupError):
        return data


def charset_of(content_type: str) -> str:
    """ "windows-1251" of `text/xml; charset="Windows-1251"`; "" if none is said."""
    message = Message()
    message["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    try:
        return (message.get_content_charset("") or "").lower()
    except (LookupError, ValueError):
        return ""
