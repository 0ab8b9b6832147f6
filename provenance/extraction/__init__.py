"""Sentences and values to claims: attribution, polarity, modality, quotations, frame.

In the order of the work:

- `inventory`: every value and every sentence of a document; `attribution` and `quotations`: who says what, in which
  words;
- `heads`, `sentence`, `clauses`: a sentence cut into what says something of its own;
- `stance`: asserted, denied, planned, asked; `frames` (`phrases`): who did what to whom; `worthiness`: whether it is
  checked;
- `claims` puts all of this together; `coverage`: what ended up in no claim.

What is known of words: `tokens`, `lexicon`, `tagging`, `senses`, `opposites`, `thesaurus`, and the lists in data/.
"""
