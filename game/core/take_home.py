"""What becomes of a result at home, as `take home:` says it in an activity's file: the words for it.

Pure: words alone; which paper shows what, say `play/consent.py` and the files of `paper/`.
"""

PAGE, CARD, LETTER, NO = "page", "card", "letter", "no"  # what any activity can say
AGREED = "agreed"  # told in the summary where the grown-up says so, and a page where the child says so, too
# The results that have a place of their own on papers: any activity that makes one can say its word.
HOPES, THEN_AND_NOW, BOTHER, CALM_PLACE = "hopes", "then-and-now", "bother", "calm-place"
JARS, BACKPACK, POCKET_PLAN = "jars", "backpack", "pocket-plan"
WORRY_STONE, KEEPSAKE, LEAF, EMBLEM = "worry-stone", "keepsake", "leaf", "emblem"
OF_OWN_PLACE = (
    *(HOPES, THEN_AND_NOW, BOTHER, CALM_PLACE, JARS, BACKPACK, POCKET_PLAN),
    *(WORRY_STONE, KEEPSAKE, LEAF, EMBLEM),
)
WEATHER = "weather"  # is on no paper: files and records of before say it, when each visit's stood in a row
PAGE_AND_CARD = "page and card"
ON_PAGE, ON_CARD = (PAGE, PAGE_AND_CARD), (CARD, PAGE_AND_CARD)
OF_ANY = (PAGE, CARD, PAGE_AND_CARD, LETTER, AGREED, NO)
CHOICES = (*OF_ANY, *OF_OWN_PLACE, WEATHER)
SAID = "said"  # no file says it: nothing was made in the step, and its file's sentence alone can stand on papers
ASKED = "asked"  # no file says it: the step lays out the child's pages, and asks what may be shown
