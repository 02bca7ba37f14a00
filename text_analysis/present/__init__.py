"""What people read: tables of strings, figures to draw and wording.

The survey's figures come of `Released` alone. Beside them, HR's own pages show the log of edits and what is
worked out of it in words; no function here takes a survey, its comments or its measures.
"""
