"""The passages of the sources that are likest to a part of a draft.

`tokens` are the words, `wanted` those worth looking for, `parts` the paragraphs read at first, `index` finds the
likest sentences, `known` keeps what was read of a document.
"""
