"""What Swedish text is made of: words with offsets, lexicon hits, hashed word parts. Open to every step."""
