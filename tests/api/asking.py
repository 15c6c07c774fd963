"""How a caller asks the API, and what every answer of a kind must look like."""

V1 = "/api/v1/"
TOMBSTONE = {"id", "number", "seq", "state"}
SHARED = "public, max-age=0, s-maxage=1"


def of(blog, rest=""):
    return f"{V1}blogs/{blog.slug}/{rest}"


def read(client, address, **query):
    """The document at an address that must be there."""
    response = client.get(address, query)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/json"
    return response.json()


def entries(client, blog, **query):
    return read(client, of(blog, "entries/"), **query)["results"]


def numbers(client, blog, **query):
    return [entry["number"] for entry in entries(client, blog, **query)]


def problem(response, status):
    """The problem details of an answer that must be one, complete and in one plain sentence."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert {"type", "title", "status", "detail", "errors"} <= body.keys()
    assert body["status"] == status
    assert body["detail"].endswith(".")
    assert not response.has_header("ETag")
    return body


def every_address(blog, entry):
    """One address of each kind, all of them answering 200 for a public blog and entry."""
    return [
        f"{V1}blogs/", f"{V1}blogs/versions/", of(blog), of(blog, "entries/"),
        of(blog, "changes/"), f"{V1}entries/{entry.public_id}/", f"{V1}sources/",
        f"{V1}search/?q=ferries",
        f"{V1}topics/", f"{V1}topics/{blog.topic.slug}/", "/api/schema/", "/api/docs/",
    ]  # fmt: skip
