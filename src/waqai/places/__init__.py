"""Places: the gazetteer (words in ``lexicon/data/places``), compiled into the lexicon's table."""
