"""What the pages share: the choice of survey and unit, loaded releases, and the parts they are built of."""
