"""The store, the ledger and the journal."""
