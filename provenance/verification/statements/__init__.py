"""The statements of a draft, and their state.

`stretches` are what is checked (`headings` are not); what sources say in other words is `matched` (claims),
`reworded` (sentences) or `disputes`. `draft` gives the state; `whole`, `unbacked` and `roles` see whether all of it
is backed, `assertion` whether as fact and by whom, `slips` whether a figure is mistyped; `joining` makes one of what
a quotation joins, `observed` what is told of it. Of the whole draft: `backing`, `inside`, `spellings`.
"""
