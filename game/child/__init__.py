"""The child's room: window, touch, painter. No words, no fonts, nothing from the desk or the papers."""
