"""One claim, its slots said in it or inherited from the text around it.

`signatures` makes a `Signature` of a claim, from its `clauses`, `words`, names (`namekeys`), `places`, days (`dated`)
and `figures`. Whose a figure is, of what part and for how long: `scopes`, `holders`, `subjects`, `dimensions`,
`stocks`, `lasting`; what counts people without naming them: `collectives`; figures that count alike are `interned`.
`cues` are the words that tell all this apart. A store keeps a signature as `recorded`.
"""
