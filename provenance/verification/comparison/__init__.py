"""A stretch of a draft beside one passage.

Two of `side` and their `alignment` are `compared`; `differences` asks `values` (`exactness`), `earlier` figures,
`ages`, `names` (`exchanges`), `words`, `degrees`, `links` and `phrases`; `readings` asks `denials` too and decides.
`lists` holds the word lists.
"""
