"""Papers: what a grown-up prints. Made from records alone, without a screen, so that they work after a crash too.

These files know records, the renderer and typst; they know no pygame, and nothing of the child's room or the desk.
"""
