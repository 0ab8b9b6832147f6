"""Sentences and values to claims: attribution, polarity, modality, quotations, frame."""
