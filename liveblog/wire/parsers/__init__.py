"""One file per format, each `parse(data, around) -> list[Parsed]`. Pure: bytes in, items out.

What a file says is believed as far as it goes: an unreadable part is a warning on its item, an
unreadable item a `Refused` in its place, and only a file without any item raises.
"""
