"""Tests of the release: what people may see."""
