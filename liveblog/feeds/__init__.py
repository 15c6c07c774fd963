"""A live blog as Atom, RSS and JSON Feed, and what search engines ask a site for."""
