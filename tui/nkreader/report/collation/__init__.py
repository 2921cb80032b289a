"""What a comparison shows, whatever it is shown on: signs and ranks, folds and moves, and what is said in words.

The reader's Compare view, the text and the page of `nkreader compare` are all drawn from this, so they agree.
"""
