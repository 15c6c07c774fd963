"""Live delivery: the event stream, answered in ASGI before Django is entered.

live_application  asgi.py      which requests are ours; lifespan
LiveStream        stream.py    one request for a stream, from the question to the last byte
Hub               hub.py       one per process: looks, asks, encodes once, hands on
Channel           channel.py   a watched live blog and its readers
Reader            reader.py    one open stream and how much of it may wait
WakeUps           wakeups.py   what makes the hub look before its second is over
"""
