"""A delivery to thousands lets a page somebody waits for be made first, but not for long."""

import asyncio

from liveblog.live import channel as channels
from liveblog.live.channel import Channel
from liveblog.live.messages import Message


class Noting:
    """Notes when it is written to."""

    def __init__(self, notes):
        self.version = 0
        self.notes = notes

    def deliver(self, message):
        self.notes.append("delivered")


def channel_of(count, notes):
    channel = Channel(1, "storm", 1)
    channel.readers = {Noting(notes) for _ in range(count)}
    return channel


async def delivered(channel, made):
    await channel.deliver(Message(b"id: 2\ndata: {}\n\n", 2), made)


def test_what_a_visitor_waits_for_is_made_before_the_next_readers_get_theirs(monkeypatch):
    monkeypatch.setattr(channels, "AT_ONCE", 2)
    monkeypatch.setattr(channels, "PATIENCE_SECONDS", 60)
    notes = []

    async def page():
        await asyncio.get_running_loop().run_in_executor(None, notes.append, "page")

    async def both():
        await delivered(channel_of(6, notes), [asyncio.create_task(page())])

    asyncio.run(both())
    assert notes == ["delivered"] * 2 + ["page"] + ["delivered"] * 4


def test_what_is_never_ready_holds_nobody_up(monkeypatch):
    monkeypatch.setattr(channels, "AT_ONCE", 1)
    notes = []

    async def both():
        never = asyncio.create_task(asyncio.Event().wait())
        await delivered(channel_of(50, notes), [never])
        assert not never.done()
        never.cancel()

    asyncio.run(both())
    assert notes == ["delivered"] * 50
