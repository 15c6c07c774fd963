"""The inbox: what agencies sent, newest first, to be used or cited.

A page of its own under `/admin/wires/` and a column beside the desk. Everything that changes
something calls a verb of `liveblog.actions`.
"""
