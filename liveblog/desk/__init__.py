"""The live desk: one screen on which a live blog is written, inside the admin.

Pages and answers for one person and one team; everything that changes something calls a verb of
`liveblog.actions`, and what readers would see comes from `liveblog.render`.
"""
