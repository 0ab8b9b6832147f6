"""The version of the package, for what states it; importing it imports nothing else."""

VERSION = "0.1.0"
