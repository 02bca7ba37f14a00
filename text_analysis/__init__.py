"""Röda trådar: themes from the free-text comments of Swedish staff surveys, beside the survey's numbers.

Importing the package loads nothing heavy; `text_analysis.pipeline` is the way in and
`text_analysis.cli` the command line.
"""

__version__ = "0.1.0"
