"""Words, sentences, quotation marks and views of a text: the only place that does offset arithmetic."""
