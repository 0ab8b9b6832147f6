"""Text without meaning: fold, sentences, locate."""
