"""The terminal reader. The only folder that knows Textual."""
