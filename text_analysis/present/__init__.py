"""The release as people read it: tables of strings, figures to draw and wording. Takes only `Released`."""
