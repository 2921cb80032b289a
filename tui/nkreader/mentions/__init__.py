"""What a text mentions: proper names, acronyms and values (numbers, money, dates), with their normal forms."""
