"""The review page: a report on a loopback address, for one person's browser."""
