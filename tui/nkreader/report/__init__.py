"""Results written for people and programs: text, JSON, HTML."""
