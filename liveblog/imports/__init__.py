"""Reading live blogs that were published elsewhere."""
