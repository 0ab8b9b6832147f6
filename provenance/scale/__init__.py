"""The same functions over a cluster."""
