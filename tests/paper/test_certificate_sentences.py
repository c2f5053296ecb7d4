"""What the certificate says: of what was done, in each wording, and nothing else."""

import re

import pytest
from msgspec.structs import replace

from game.paper import certificate
from game.paper.options import PaperOptions
from game.paper.picture_choice import candidates
from game.paper.what_was_done import OURS
from game.play import screens
from game.play.consent import PLAN
from game.play.home_record import HomeRecord, home_record
from game.play.record import Traveller
from game.system.language import LANGUAGES
from tests.support.examples import together
from tests.support.own_on_papers import CHOSEN, SONG, played
from tests.support.sheets import PAPERS, Spelling, home, ink, seen
from tests.support.story import LIBRARY, Story, read_activities, read_workbook
from tests.support.whole_workbook import NAMES, saying, whole_workbook


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


def sentences(home_record: HomeRecord, wording: str, language: str = "en") -> str:
    options = PaperOptions(wording=wording, language=language)
    return certificate.sheet(home_record, Spelling(), options).data["says"]["sentences"]


wordings = pytest.mark.parametrize("wording", certificate.WORDINGS)


@wordings
@pytest.mark.parametrize(("made", "sentence"), OURS)
def test_each_wording_says_what_was_done_and_nothing_that_was_not(traveller, wording, made, sentence):
    showing = home(saying(traveller, **{name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES}))
    only = replace(showing, results={made: replace(showing.results[made], sensitive=False)})
    says = certificate.WORDINGS[wording]
    assert sentences(only, wording) == " ".join(filter(None, (says.before, sentence, says.after)))
    assert sentences(replace(only, results={}), wording) == says.before


@wordings
def test_it_says_no_more_than_stays_short(traveller, wording):
    said, says = sentences(home(traveller), wording), certificate.WORDINGS[wording]
    assert said.count(".") == 1 + says.most + bool(says.after)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "You chose something for \u201csong\u201d."),
        ('    for the paper: "What I like to hear"\n', "You chose something for \u201csong\u201d."),
        ('    for the paper: "You sang along."\n', "You sang along."),
        ('    for the paper: "I sang along."\n', "\u201cI sang along.\u201d"),
        ('    for the paper: "Too loud for me:"\n', "You chose something for \u201csong\u201d."),
        ('    for the paper: "Who is with me?"\n', "You chose something for \u201csong\u201d."),
        ("    take home: card\n", "You chose something for \u201csong\u201d."),
        ("    take home: no\n", ""),
    ],
)
def test_an_activity_of_the_therapists_own_is_told_by_its_title_or_its_files_whole_sentence(tmp_path, asked, said):
    who = home(played(tmp_path, song=CHOSEN.format(asked)))
    for wording, says in certificate.WORDINGS.items():
        assert sentences(who, wording) == " ".join(filter(None, (says.before, said, says.after if said else "")))


BREATH = "  - breathe: breath\n    picture: dandelion\n{}"
WATCH = "  - watch: song\n{}    story: [look: child]\n"
SANG = '    for the paper: "You sang along."\n'


@pytest.mark.parametrize("step", [WATCH, BREATH])
@pytest.mark.parametrize(
    ("asked", "said"),
    [(SANG, "You sang along."), ('    for the paper: "Our song"\n', ""), ("", ""), (SANG + "    take home: no\n", "")],
)
def test_a_whole_sentence_of_what_is_watched_or_breathed_is_told_and_nothing_else_of_it(tmp_path, step, asked, said):
    who = home(played(tmp_path, song=step.format(asked)))
    for wording, says in certificate.WORDINGS.items():
        assert sentences(who, wording) == " ".join(filter(None, (says.before, said, says.after if said else "")))
    assert not who.own("page", "card", "letter")


ALONG = "  - walk: song\n{}    scene: morning-road\n    along: [door, stones]\n"
LIT = "  - light: song\n    pictures: [candle]\n{}    along: [keep]\n"
TRIED = "  - use: song\n    pictures: [drum, teddy]\n{}"
without_a_page = pytest.mark.parametrize("step", [ALONG, LIT, TRIED, BREATH, WATCH])


@without_a_page
def test_a_whole_sentence_of_whatever_has_no_page_stands_for_its_activity(tmp_path, step):
    """Of a way it did not: "You chose something for “My hospital day”." stood there, of what was laid after it."""
    for later in ("", CHOSEN.format("")):
        steps = step.format('    for the paper: "You walked along the hospital day."\n') + later
        who = home(played(tmp_path, song=steps))
        assert sentences(who, "whole-road") == "You walked a whole road. You walked along the hospital day."


@without_a_page
def test_where_it_has_none_the_title_says_what_else_was_done_there(tmp_path, step):
    who = home(played(tmp_path, song=step.format('    for the paper: "Our day"\n') + CHOSEN.format("")))
    assert sentences(who, "whole-road").endswith(" road. You chose something for \u201csong\u201d.")


def test_of_a_way_that_was_not_gone_nothing_is_said(tmp_path):
    with Story(loaded=read_activities(tmp_path, song=ALONG.format(SANG))) as story:
        story.go("song")
        story.tap(screens.ONWARD)
        who = home(Traveller("one", story.store.traveller(story.id).record))
    assert sentences(who, "whole-road") == certificate.WORDINGS["whole-road"].before


PAGE = "    take home: page\n"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (BREATH, "You breathed slowly."),
        ("  - use: tools\n    pictures: [drum, song]\n{}", "You tried something for \u201csong\u201d."),
        ("  - light: lights\n    pictures: [candle]\n{}    along: [keep]\n", "You lit something for \u201csong\u201d."),
    ],
)
def test_where_nothing_was_chosen_it_says_what_was_done(tmp_path, step, said):
    assert sentences(home(played(tmp_path, song=step.format(PAGE))), "quiet").endswith(f" {said}")


@pytest.mark.parametrize("word", ["unlock: each visit", "on papers: nothing", "take home: no", "on papers: summary"])
def test_of_an_activity_that_stays_here_no_sentence_is_told(tmp_path, word):
    who = home(played(tmp_path, song=WATCH.format(SANG) + f"{word}\n"))
    assert sentences(who, "whole-road") == certificate.WORDINGS["whole-road"].before


@pytest.mark.parametrize("made", [SONG.format(""), CHOSEN.format("    take home: worry-stone\n")])
def test_a_sentence_of_an_activity_that_the_child_keeps_is_not_told(tmp_path, made):
    kept = home(played(tmp_path, ask="keep", song=made + WATCH.replace("song", "sing").format(SANG)))
    assert "sang" not in sentences(kept, "whole-road")


def test_a_sentence_of_a_sensitive_activity_is_told_only_where_it_is_agreed(tmp_path):
    steps = CHOSEN.format("    take home: agreed\n") + WATCH.replace("song", "sing").format(SANG)
    assert "sang" not in sentences(home(played(tmp_path, song=steps)), "whole-road")


def test_an_activity_is_told_once_and_what_was_chosen_for_several_in_one_sentence(tmp_path):
    more = CHOSEN.replace("treasure", "why")
    flying = CHOSEN.format('    for the paper: "What flies"\n') + more.format("")
    who = home(played(tmp_path, flying=flying, bank=more.format("") + CHOSEN.format("")))
    assert sentences(who, "quiet").count("\u201c") == 1
    said = "You chose something for \u201cbank\u201d and \u201cflying\u201d."  # in the trail's order
    assert sentences(who, "whole-road") == f"{certificate.WORDINGS['whole-road'].before} {said}"


def test_of_several_steps_of_an_activity_the_one_is_told_that_says_more_than_that_something_was_chosen(tmp_path):
    named = '    for the paper: "Where my worry sits"\n'
    steps = CHOSEN.format('    for the paper: "Which worry"\n') + SONG.replace("song", "body").format(named)
    who = home(played(tmp_path, ask="show", song=steps))
    assert sentences(who, "quiet").endswith(" You drew something for \u201csong\u201d.")


def test_one_of_her_own_is_told_whatever_else_was_done_and_what_the_child_keeps_is_not(tmp_path, traveller):
    folders = [tmp_path / ask for ask in ("show", "keep")]
    for folder in folders:
        folder.mkdir()
    made, kept = (home(played(folder, ask=folder.name, song=SONG.format(""))) for folder in folders)
    both = replace(home(traveller), results=home(traveller).results | made.results)
    for wording in certificate.WORDINGS:
        assert "You drew something for \u201csong\u201d." in sentences(both, wording)
        assert "song" not in sentences(kept, wording)


@wordings
def test_no_wording_says_what_was_felt(traveller, wording):
    says = certificate.WORDINGS[wording]
    said = " ".join((sentences(home(traveller), wording), says.last)).lower()
    assert not re.search(r"feel|felt|were (hard|light|sad|brave|good)|was good|proud|happy", said)


LONG = "Everything that my grandmother, my two cousins and I want to keep of the summer at the sea"


@pytest.mark.search
@pytest.mark.parametrize(
    ("wording", "language", "second", "paper", "frame"),
    together(list(certificate.WORDINGS), list(LANGUAGES), ["", *LANGUAGES], list(PAPERS), list(certificate.FRAMES)),
)
def test_the_longest_that_can_be_told_stands_on_one_page(
    traveller, renderer, tmp_path, wording, language, second, paper, frame
):
    own = played(tmp_path, song=CHOSEN.format("")).record
    mine = {made: replace(result, title=LONG) for made, result in home_record(own).results.items()}
    whole = replace(home(traveller), results=home(traveller).results | mine | home(traveller).results)
    options = PaperOptions(paper, language, name="Mila", wording=wording, frame=frame, second=second)
    made = certificate.sheet(whole, renderer, options)
    assert LONG in made.data["says"]["sentences"]
    wordless = dict.fromkeys(("heading", "sentences", "last"), "\u200b")
    data = made.data | {"name": "\u200b", "says": made.data["says"] | wordless}
    if made.data["second"]:
        data |= {"second": made.data["second"] | {"says": made.data["second"]["says"] | wordless}}
    (page,), (empty,) = seen(made), seen(replace(made, data=data))
    left, top, right, bottom = ink(page, empty)
    assert page.width * 0.15 < left < right < page.width * 0.85
    assert page.height * 0.1 < top < bottom < page.height * 0.6


@pytest.mark.parametrize("key", ["unlock: each visit\n", '"unlock" :  each visit\n'])
@pytest.mark.parametrize("goes", ["page", "card", "letter"])
def test_what_is_opened_for_each_visit_anew_goes_home_and_is_not_named_on_the_certificate(tmp_path, key, goes):
    """The family hangs it up; a page for a dog that died is the child's own."""
    steps = f"  - draw: bello\n    take home: {goes}\n    for the paper: My letter to Bello\n"
    text = f"title: My dog died\npurpose: To remember.\ncover: kite\nscene: two-banks\n{key}steps:\n"
    (tmp_path / "bello.yaml").write_text(text + steps, "utf-8")
    with Story(loaded=read_workbook(tmp_path, LIBRARY)) as story:
        story.go("bello")
        story.choose(1)
        story.tap(screens.ONWARD)
        who = home(Traveller("one", story.store.traveller(story.id).record))
    assert who.own("page", "card", "letter")
    assert sentences(who, "whole-road") == certificate.WORDINGS["whole-road"].before


def test_a_whole_sentence_of_such_an_activity_is_not_on_the_certificate_either(tmp_path):
    text = "title: Bello\npurpose: To remember.\ncover: kite\nscene: two-banks\nunlock: each visit\ntake home: page\n"
    text += "steps:\n" + WATCH.format('    for the paper: "We said goodbye to Bello."\n')
    (tmp_path / "bello.yaml").write_text(text, "utf-8")
    with Story(loaded=read_workbook(tmp_path, LIBRARY)) as story:
        story.go("bello")
        story.tap(screens.ONWARD)
        who = home(Traveller("one", story.store.traveller(story.id).record))
    assert "Bello" not in sentences(who, "whole-road")


def test_our_bumpy_bit_which_is_opened_anew_is_not_on_it(traveller):
    showing = home(saying(traveller, **{name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES}))
    plan = replace(showing, results={PLAN: showing.results[PLAN]})
    assert plan.chosen(PLAN) and sentences(plan, "whole-road") == certificate.WORDINGS["whole-road"].before


@pytest.mark.parametrize(("key", "stands"), [("", ["companion", "keepsake"]), ("unlock: each visit\n", ["companion"])])
def test_a_keepsake_that_is_sensitive_stands_on_the_certificate_where_somebody_chooses_it_alone(tmp_path, key, stands):
    text = f"title: Bello\npurpose: To remember.\ncover: kite\nscene: two-banks\n{key}steps:\n"
    (tmp_path / "bello.yaml").write_text(text + CHOSEN.format("    take home: keepsake\n"), "utf-8")
    with Story(loaded=read_workbook(tmp_path, LIBRARY)) as story:
        story.go("bello")
        story.choose(1)
        who = home(Traveller("one", story.store.traveller(story.id).record))
    assert [one.name for one in certificate.usual_pictures(who)] == stands
    assert "keepsake" in [one.name for one in candidates(who)]
