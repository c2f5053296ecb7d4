"""Words that therapists write for pictures that have another name here, each with the names of ours that it can mean.

Pure: words alone. A test asks that each name is a picture of ours on offer.
"""

from collections.abc import Mapping

MEANT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("mummy", "mom", "mommy", "mama", "mam", "mother", "mutter", "madre"), ("mum",)),
    **dict.fromkeys(("daddy", "papa", "father", "vater", "padre"), ("dad",)),
    **dict.fromkeys(("parent", "mum-and-dad", "mom-and-dad", "both-parents"), ("parents",)),
    **dict.fromkeys(("grandma", "granny", "grandmother", "nan", "nana", "oma"), ("woman-grey-hair", "grandparents")),
    **dict.fromkeys(("grandpa", "grandad", "granddad", "opa"), ("grandfather", "grandparents")),
    **dict.fromkeys(("sister", "brother", "sibling", "sisters", "brothers"), ("siblings", "teen-braids")),
    **dict.fromkeys(("gp", "physician", "paediatrician", "pediatrician", "dentist"), ("doctor",)),
    **dict.fromkeys(("dog", "puppy"), ("dog-friend", "pet")),
    **dict.fromkeys(("home", "flat"), ("house",)),
    **dict.fromkeys(("tree", "forest"), ("big-tree", "forest-place")),
    **dict.fromkeys(("therapist", "counsellor", "counselor", "psychologist"), ("therapist-chair",)),
    **dict.fromkeys(("family",), ("parents", "siblings", "family-photo")),
    **dict.fromkeys(("book", "books"), ("picture-book",)),
    **dict.fromkeys(("blanket",), ("soft-blanket", "picnic-blanket")),
    **dict.fromkeys(("phone", "telephone"), ("phone-call",)),
}
OF_PEOPLE = frozenset(
    [
        *("aunt", "auntie", "uncle", "cousin", "niece", "nephew", "stepmum", "stepmom", "stepdad", "step-mum"),
        *("step-dad", "stepmother", "stepfather", "step-mother", "step-father", "foster-mum", "foster-dad"),
        *("foster-mother", "foster-father", "foster-parents", "carer", "carers", "guardian", "social-worker"),
        *(
            "teacher",
            "teachers",
            "headteacher",
            "neighbour",
            "neighbor",
            "person",
            "people",
            "somebody",
            "someone",
            "me",
        ),
        *("myself", "child", "children", "kid", "kids", "boy", "girl", "man", "woman", "adult", "grown-up", "teenager"),
        *("classmate", "classmates", "best-friend", "coach", "nanny", "babysitter", "godmother", "godfather", "twin"),
    ]
)  # for whom there is nobody who is only that
