"""Good Goodbye: a wordless picture book for the end of therapy."""
