"""Agencies' files, invented: Northwire's and Coastal's, in every format."""

from datetime import UTC, datetime

from liveblog.wire import formats
from liveblog.wire.judging import verdict
from liveblog.wire.parsed import Around, Parsed

NOW = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
GUID = "urn:newsml:northwire.example:20260302:NW1042"


def items(data, form="auto", zone=None):
    """The items of a file that all can be read."""
    raw = data.encode() if isinstance(data, str) else data
    found = list(formats.parse(raw, Around(zone), form))
    assert all(isinstance(each, Parsed) for each in found), found
    return found


def item(data, form="auto", zone=None):
    """The only one."""
    (found,) = items(data, form, zone)
    return found


def may(data, **how):
    """(state, why) of the only item of a file."""
    judged = verdict(item(data, **how), NOW)
    return judged.state, judged.why


def g2_item(guid=GUID, version="1", status="stat:usable", meta="", content=None, more=""):
    body = content if content is not None else (
        '<contentSet><inlineXML contenttype="application/xhtml+xml">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Ferries suspended</h1>'
        "<p>HARBOUR TOWN (Northwire) — All ferries are <em>suspended</em> until morning.</p>"
        '<p>Read <a href="https://northwire.example/1">more</a> or <a href="javascript:x()">run'
        "</a>.</p><script>alert(1)</script></body></html></inlineXML></contentSet>"
    )  # fmt: skip
    pub_status = f'<pubStatus qcode="{status}"/>' if status else ""
    return (
        f'<newsItem guid="{guid}" version="{version}" standard="NewsML-G2" xml:lang="en">'
        "<rightsInfo><copyrightHolder><name>Northwire</name></copyrightHolder>"
        "<usageTerms>No archive beyond 30 days.</usageTerms></rightsInfo>"
        '<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:northwire">'
        "<name>Northwire</name></provider><versionCreated>2026-03-02T21:34:10Z</versionCreated>"
        f"{pub_status}{meta}</itemMeta><contentMeta><urgency>2</urgency>"
        '<infoSource literal="coastal"><name>Coastal News</name></infoSource>'
        "<slugline>storm-ferries</slugline><headline>Ferries suspended</headline>"
        f"<by>Jane Doe</by>{more}</contentMeta>{body}</newsItem>"
    )


def g2(*newsitems, namespace='xmlns="http://iptc.org/std/nar/2006-10-01/"'):
    inside = "".join(newsitems) or g2_item()
    return f"<newsMessage {namespace}><itemSet>{inside}</itemSet></newsMessage>"


def ninjs(**fields):
    import json

    return json.dumps({
        "uri": GUID, "type": "text", "version": "2", "versioncreated": "2026-03-02T21:34:10Z",
        "pubstatus": "usable", "urgency": 2, "headline": "Ferries suspended",
        "body_xhtml": "<p>All ferries are suspended.</p>", "byline": "Jane Doe",
        "copyrightholder": "Northwire", "usageterms": "No Use in Japan",
    } | fields)  # fmt: skip


def nitf(docdata="", status="usable", content="<p>All ferries are suspended.</p>", doctype=""):
    return (
        f'<?xml version="1.0"?>{doctype}<nitf><head><title>t</title>'
        f'<docdata management-status="{status}"><doc-id regsrc="Northwire" id-string="NW1042"/>'
        f'<urgency ed-urg="3"/><date.issue norm="20260302T213410Z"/>{docdata}'
        '<doc.copyright year="2026" holder="Northwire"/><du-key key="storm-ferries" version="4"/>'
        '<ed-msg info="Picture to follow."/></docdata></head><body><body.head><hedline>'
        "<hl1>Ferries suspended</hl1></hedline><byline>By Jane Doe</byline>"
        "<dateline>HARBOUR TOWN</dateline></body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )


def newsml_1(status="Usable", management="", revision="3", guid="NW1042"):
    return (
        '<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2" '
        '"http://www.iptc.org/NewsML_1.2.dtd"><NewsML><NewsEnvelope><Priority FormalName="4"/>'
        "</NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>northwire.example"
        f"</ProviderId><DateId>20260302</DateId><NewsItemId>{guid}</NewsItemId>"
        f'<RevisionId PreviousRevision="0" Update="N">{revision}</RevisionId>'
        f"<PublicIdentifier>urn:newsml:northwire.example:20260302:{guid}:{revision}N"
        "</PublicIdentifier></NewsIdentifier><NameLabel>storm-ferries</NameLabel></Identification>"
        '<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260302T210000+0000'
        "</FirstCreated><ThisRevisionCreated>20260302T213410+0000</ThisRevisionCreated>"
        f'<Status FormalName="{status}"/><Urgency FormalName="2"/>{management}</NewsManagement>'
        "<NewsComponent><NewsLines><HeadLine>Ferries suspended</HeadLine><ByLine>Jane Doe</ByLine>"
        "<DateLine>HARBOUR TOWN, March 2, 2026 (Northwire) -</DateLine></NewsLines>"
        '<AdministrativeMetadata><Provider><Party FormalName="Northwire"/></Provider>'
        '<Source><Party FormalName="Coastal News"/></Source></AdministrativeMetadata>'
        "<RightsMetadata><UsageRights><UsageType>NO ARCHIVAL USE</UsageType></UsageRights>"
        '</RightsMetadata><ContentItem><MediaType FormalName="Text"/><DataContent>'
        "<nitf><body><body.content><p>HARBOUR TOWN, March 2, 2026 (Northwire) - All ferries are "
        "suspended.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>"
        "</NewsItem></NewsML>"
    )


def telegram(header="nwi1042 4 pl 287  Northwire 0123", slug="Storm/Ferries/",
             text="Ferries suspended =\r\n   HARBOUR TOWN (Northwire) - All ferries are\r\n"
                  "suspended until morning.\r\n   The harbour office said so.\r\n",
             trailer="022134 GMT Mar 2026"):  # fmt: skip
    return f"\x01{header}\r\n\r\n{slug}\r\n\r\n\x02{text}\r\n\x03\r\n{trailer}\r\n\x04"


def ap(**fields):
    import json

    return json.dumps({"data": {"items": [{"item": {
        "uri": "https://api.ap.org/media/v/content/abc?qt=x&et=y", "type": "text", "version": 3,
        "altids": {"itemid": "abc123", "etag": "abc123_3a1aza3c0", "referenceid": "NW-Ferries"},
        "versioncreated": "2026-03-02T21:34:10Z", "pubstatus": "usable", "urgency": 3,
        "signals": ["newscontent"], "editorialtypes": ["Lead"], "headline": "Ferries suspended",
        "bylines": [{"by": "Jane Doe", "title": "Northwire"}], "provider": {"name": "Northwire"},
        "infosource": [{"name": "Coastal Insights", "type": "ThirdParty"}],
        "body_nitf": "<p>HARBOUR TOWN (Northwire) — All ferries are suspended.</p>",
        "usageterms": ["For web use only"],
    } | fields}]}})  # fmt: skip


def rss(*entries):
    inside = "".join(entries) or (
        "<item><title>Ferries suspended</title><guid isPermaLink='false'>nw-1042</guid>"
        "<link>https://northwire.example/1042</link>"
        "<pubDate>Mon, 02 Mar 2026 21:34:10 GMT</pubDate>"
        "<description>&lt;p&gt;All ferries &lt;b&gt;are&lt;/b&gt; suspended."
        "&lt;img src=x onerror=alert(1)&gt;&lt;/p&gt;</description></item>"
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Northwire</title>'
        f"<link>https://northwire.example/</link><description>News</description>{inside}"
        "</channel></rss>"
    )
