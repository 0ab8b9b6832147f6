"""Two claims, slot by slot, and how much it says that they share something.

`slots` compares names, actions and words, `times` days (`appointed`: those to come), `numerals` and `counting` figures,
`contests` who met whom. `rarity` and `kinds` say how much sharing a word or a kind of figure tells; a `link` is what
two documents share.
"""
