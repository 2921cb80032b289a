"""What English has: how often a word or expression occurs, what means the same, which verbs say, which words hedge."""
