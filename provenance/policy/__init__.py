"""Rules, severities and exit codes: how bad is what was seen."""
