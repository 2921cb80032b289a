"""Reading files into articles: formats, encodings, metadata, residue."""
