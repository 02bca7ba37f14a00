"""The recognisers: each takes the normalised text and gives its finds."""
