"""The argued original of a family, the family tree, and the role of every article."""
