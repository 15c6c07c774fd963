"""One file per model; import them from here."""

from liveblog.models.attribution import Attribution
from liveblog.models.embed import Embed, EmbedCard
from liveblog.models.entry import Entry
from liveblog.models.entry_author import EntryAuthor
from liveblog.models.entry_tag import EntryTag
from liveblog.models.entry_words import EntryWords
from liveblog.models.live_blog import CreditCount, FormerSlug, LiveBlog
from liveblog.models.media import EntryImage, MediaAsset
from liveblog.models.presence import DeskPresence
from liveblog.models.preview import PreviewLink
from liveblog.models.revision import Correction, IdempotencyRecord, Revision, WorkingCopy
from liveblog.models.source import AfterExpiry, Allowance, RightsProfile, Source
from liveblog.models.static_export import StaticExportCursor
from liveblog.models.team import RANK, Membership, Role, Team
from liveblog.models.token import ApiToken, Scope
from liveblog.models.topic import Topic
from liveblog.models.web_process import PartnerCursor, Reach, ReaderCount, WebProcess
from liveblog.models.wire import Level, PubStatus, WireChain, WireItem, WireMessage, WireTask
from liveblog.models.wire_feed import InboxFilter, WireFeed
from liveblog.models.wire_words import WireWords
from liveblog.models.work import SharedEdit, WorkerHeartbeat

__all__ = [
    "RANK",
    "AfterExpiry",
    "Allowance",
    "ApiToken",
    "Attribution",
    "Correction",
    "CreditCount",
    "DeskPresence",
    "Embed",
    "EmbedCard",
    "Entry",
    "EntryAuthor",
    "EntryImage",
    "EntryTag",
    "EntryWords",
    "FormerSlug",
    "IdempotencyRecord",
    "InboxFilter",
    "Level",
    "LiveBlog",
    "MediaAsset",
    "Membership",
    "PartnerCursor",
    "PreviewLink",
    "PubStatus",
    "Reach",
    "ReaderCount",
    "Revision",
    "RightsProfile",
    "Role",
    "Scope",
    "SharedEdit",
    "Source",
    "StaticExportCursor",
    "Team",
    "Topic",
    "WebProcess",
    "WireChain",
    "WireFeed",
    "WireItem",
    "WireMessage",
    "WireTask",
    "WireWords",
    "WorkerHeartbeat",
    "WorkingCopy",
]
