"""Words that therapists write for what has another name here: pictures, steps, feelings, each with what it can mean.

Pure: words alone. Tests ask that what is meant is there, a picture of ours on offer, a mechanic, a beat.
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
    **dict.fromkeys(("home", "flat", "haus", "casa"), ("house",)),
    **dict.fromkeys(("tree", "forest"), ("big-tree", "forest-place")),
    **dict.fromkeys(("therapist", "counsellor", "counselor", "psychologist"), ("therapist-chair",)),
    **dict.fromkeys(("friends", "school-friends", "schoolfriends"), ("child-curly",)),
    **dict.fromkeys(("me", "myself", "the-child"), ("child-curly", "child-short-hair")),
    **dict.fromkeys(("family",), ("parents", "siblings", "family-photo")),
    **dict.fromkeys(("book", "books"), ("picture-book",)),
    **dict.fromkeys(("blanket",), ("soft-blanket", "picnic-blanket")),
    **dict.fromkeys(("phone", "telephone"), ("phone-call",)),
    **dict.fromkeys(("hug", "cuddle", "hugs", "help", "hand", "hands"), ("helper-hands",)),
}
DRAWN = frozenset(
    [
        *(
            "own",
            "own-picture",
            "own-drawing",
            "own-one",
            "draw",
            "drawn",
            "drawing",
            "draw-own",
            "draw-it",
            "draw-one",
        ),
        *("draw-your-own", "self-drawn", "something-else", "somebody-else", "another", "another-one"),
        *("other", "else", "blank", "empty", "empty-card", "white-card"),
    ]
)  # among pictures: what the child draws itself
STEPS: Mapping[str, str] = {
    **dict.fromkeys(("write", "letter", "drawing", "paint", "painting", "sketch", "colour", "color"), "draw"),
    **dict.fromkeys(("pick", "ask", "select", "question", "choice", "decide", "photo", "photos", "image"), "choose"),
    **dict.fromkeys(("put", "lay", "sort", "drag", "arrange"), "place"),
    **dict.fromkeys(("candle", "candles", "lantern", "lanterns", "lamp", "lamps"), "light"),
    **dict.fromkeys(("breath", "breathing", "inhale"), "breathe"),
    **dict.fromkeys(("sticker", "stickers", "stick"), "decorate"),
    **dict.fromkeys(("go", "path", "road"), "walk"),
    **dict.fromkeys(("try", "tool", "tools"), "use"),
    **dict.fromkeys(("show", "film"), "watch"),
    **dict.fromkeys(("open", "unwrap"), "reveal"),
    **dict.fromkeys(("stroke", "polish"), "rub"),
}
KEYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("options", "images", "image", "photos", "pick", "choices", "things", "items"), ("pictures", "on")),
    **dict.fromkeys(("over", "upon"), ("on",)),
    **dict.fromkeys(("with", "bring", "what-with"), ("pictures", "on", "picture")),
    **dict.fromkeys(("stickers", "sticker"), ("with", "pictures")),
    **dict.fromkeys(("onto", "where", "spots", "places", "into"), ("onto", "along")),
    **dict.fromkeys(("stops", "stations", "way", "path"), ("along", "onto")),
    **dict.fromkeys(("more-than-once", "several-times", "repeat", "twice", "copies"), ("again",)),
    **dict.fromkeys(("background", "backdrop", "landscape"), ("scene",)),
    **dict.fromkeys(("at-most", "max", "maximum", "how-many", "number", "limit"), ("up to", "breaths")),
    **dict.fromkeys(
        ("label", "text", "sentence", "says", "summary", "question", "heading", "caption"), ("for the paper",)
    ),
    **dict.fromkeys(("else", "instead", "default", "or"), ("otherwise", "on", "picture")),
}  # of keys of steps: the first that the step can have is meant
OF_VISITS: Mapping[str, str] = {
    **dict.fromkeys(
        ("photo", "photos", "own-photo", "own-photos", "photo-of-the-child", "personal-picture", "personal-pictures"),
        "personal-pictures",
    ),
    **dict.fromkeys(("companion", "traveller", "traveler", "animal", "buddy"), "companion"),
}  # of what a step takes from: what the visit brings
OF_PLACES: Mapping[str, str] = {
    **dict.fromkeys(("picture", "photo", "image", "icon", "symbol"), "sign"),
    **dict.fromkeys(("text", "words", "says", "for the paper"), "label"),
}  # of keys of a scene's places
BEATS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("shy", "timid", "bashful"), ("pose", "hiding")),
    **dict.fromkeys(
        ("asleep", "sleeping", "sleep", "sleeps", "lying", "lying-down", "rest", "rests"), ("pose", "resting")
    ),
    **dict.fromkeys(("hide", "hides"), ("pose", "hiding")),
    **dict.fromkeys(("sit", "sits", "sit-down"), ("pose", "sitting")),
    **dict.fromkeys(("wave", "waves"), ("pose", "waving")),
    **dict.fromkeys(("afraid", "frightened", "fear"), ("feel", "scared")),
    **dict.fromkeys(("nervous", "anxious"), ("feel", "worried")),
    **dict.fromkeys(("glad", "joy"), ("feel", "happy")),
    **dict.fromkeys(("mad", "cross", "furious"), ("feel", "angry")),
    **dict.fromkeys(("sleepy", "exhausted"), ("feel", "tired")),
}  # of what a companion is or feels in stories
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
        ),
        *("child", "children", "kid", "kids", "boy", "girl", "man", "woman", "adult", "grown-up", "teenager"),
        *("classmate", "classmates", "best-friend", "coach", "nanny", "babysitter", "godmother", "godfather", "twin"),
    ]
)  # for whom there is nobody who is only that
