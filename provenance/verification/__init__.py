"""Passages, quotations and drafts against their sources.

The modules, in the order of the work:

- A draft cut up and its likest passages: `index` (`wanted`, `tokens`), `parts`, `known`, `stretches`, `headings`.
- A stretch beside a passage: `side` and `alignment` make them `compared`; `differences` asks `compared_values`
  (`exactness`), `compared_names`, `compared_words`, `compared_degrees`, `compared_links`, `compared_phrases`;
  `readings` asks `compared_denials` too and decides. Word lists: `lists`.
- What the sources say in other words: `matched` (their claims), `reworded` (their sentences), `disputes`.
- The state of a statement: `draft`; `whole`, `unbacked` and `roles` see whether all of it is backed, `assertion`
  whether as fact and by whom, `slips` whether a figure is mistyped; `joining` makes one of what a quotation joins.
- Quotations: `quotations`, from `texts`, `quoted_words`, `quoted_places`, `pieces`, `truncation`; `mouths`, `speakers`.
- Of the whole draft: `backing`, `inside`, `spellings`.
- Recorded claims: `records`, `passages`, `agreement`, `recording`. Plain words: `words`.
"""
