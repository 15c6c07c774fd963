"""What agencies send: parsed, kept, offered to editors, and followed to its correction or kill."""
