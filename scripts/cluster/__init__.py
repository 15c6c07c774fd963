"""Several nodes on one machine, for real: `make cluster` starts them and proves what they promise.

machine.py   two web nodes, a worker, nginx: started, killed, stopped
database.py  PostgreSQL and its replica: started, crashed, stopped
stock.py     what is in it: two live blogs, somebody who edits them, a script's key
script.py    writes through the API, as a program of the newsroom does
readers.py   readers of event streams, who come back by themselves
watching.py  asks addresses again and again, and knows when something was last seen there
proofs.py    what is proven
"""
