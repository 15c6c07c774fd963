"""Live delivery: event streams, answered in ASGI before Django is entered.

asgi.py        which requests are streams; the life of the process
questions.py   which live blog, from which version, who is asking
refusals.py    what is answered instead of a stream
limits.py      how many streams, how long, how much of one may wait
hub.py         one per process: looks, asks once, encodes once, hands the bytes on
joins.py       finding a live blog, catching up
looks.py       comparing versions, delivering what moved
channel.py     a watched live blog and its readers
reader.py      one open stream
wakeups.py     what makes the hub look before its second is over
reads.py       what is asked of the database, in a thread of its own
"""
