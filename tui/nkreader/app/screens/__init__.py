"""The reader's screens, one file each."""
