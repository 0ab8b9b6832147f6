"""Reports: one file per format; they format what they are given and compute nothing."""
