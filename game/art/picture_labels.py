"""What papers call those pictures of ours whose name in words would not do: "A spiky one" for `blob-round`. An activity
may say something else.

Pure: words alone. A test asks that each is a picture of ours on offer.
"""

LABELS = {
    "arms": "two arms",
    "beach-place": "A beach",
    "blob-cloud": "A sticky one",
    "blob-round": "A spiky one",
    "blob-tall": "A dripping one",
    "blob-wide": "A heavy one",
    "boy-wheelchair": "A child in a wheelchair",
    "certificate-birds": "Birds",
    "certificate-flowers": "Flowers",
    "certificate-leaves": "Leaves",
    "certificate-ribbon": "A ribbon",
    "certificate-stars": "Stars",
    "certificate-waves": "Waves",
    "child-curly": "A child with curls",
    "child-short-hair": "A child with short hair",
    "dog-friend": "A dog",
    "dont-know": "I don't know",
    "evening-place": "An evening by the water",
    "eyes-round": "round eyes",
    "eyes-sleepy": "sleepy eyes",
    "forest-place": "A forest",
    "fuzz": "soft fuzz",
    "girl-hearing-aid": "A child with a hearing aid",
    "grandfather": "Somebody old",
    "hanging-leaf-apricot": "An apricot leaf",
    "hanging-leaf-blue": "A blue leaf",
    "hanging-leaf-gold": "A golden leaf",
    "hanging-leaf-green": "A green leaf",
    "hanging-leaf-rose": "A rose leaf",
    "hat": "a hat",
    "helper-hands": "Somebody who helps",
    "horns": "two horns",
    "legs-many": "many legs",
    "legs-two": "two legs",
    "look-away": "Look at the pond together",
    "man-beard": "Somebody with a beard",
    "man-glasses": "Somebody with glasses",
    "meadow-place": "A meadow",
    "mouth-line": "a closed mouth",
    "mouth-open": "an open mouth",
    "one-eye": "one eye",
    "pebble-cool": "Cool pebble",
    "pebble-green": "Green pebble",
    "pebble-warm": "Warm pebble",
    "person-turban": "Somebody with a turban",
    "person-unknown": "Somebody",
    "phone-call": "Somebody to call",
    "rainbow-sky": "A rainbow",
    "siblings": "Brothers and sisters",
    "spots-part": "spots",
    "tail-part": "a tail",
    "teen-braids": "Somebody big with braids",
    "teen-hoodie": "Somebody big in a hoodie",
    "toddler": "A little child",
    "wings-part": "wings",
    "woman-curls": "Somebody with curls",
    "woman-grey-hair": "Somebody with grey hair",
    "woman-headscarf": "Somebody with a headscarf",
}


def name_in_words(name: str) -> str:
    """ "Jade stone" for `jade-stone`."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
