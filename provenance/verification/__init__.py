"""Passages, quotations and drafts against their sources.

In the order of the work:

- `lookup`: the passages that are likest to a part of a draft;
- `comparison`: that part beside one passage, word by word;
- `statements`: the state of each statement of a draft, and what is told of the whole draft;
- `quotations`: verbatim, altered, cut, spliced, in another's mouth, or nowhere; `speakers`: who is meant by a name;
- `ledger`: recorded claims.

`words` has what is done to plain words everywhere here; the word lists are files in data/.
"""
