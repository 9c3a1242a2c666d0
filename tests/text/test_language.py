"""Languages: who is believed, when nobody is, and that the answer never changes."""

import pytest

from analysis.text.language import UNDETERMINED, ask_langdetect, by_paragraph, detect

SENTENCES = {
    "fr": "La maire de Sarnay a annoncé hier la réouverture du pont sur la rivière.",
    "en": "The mayor of Sarnay announced yesterday that the bridge would open again.",
    "de": "Die Bürgermeisterin kündigte gestern an, dass die Brücke wieder geöffnet wird.",
    "es": "La alcaldesa anunció ayer que el puente sobre el río volverá a abrirse pronto.",
    "it": "La sindaca ha annunciato ieri che il ponte sul fiume sarà presto riaperto.",
    "pt": "A prefeita anunciou ontem que a ponte sobre o rio não vai fechar amanhã.",
    "ru": "Мэр вчера объявила, что мост через реку скоро снова откроют для движения.",
    "uk": "Мерка вчора оголосила, що міст через річку незабаром знову відкриють.",
    "be": "Мэрка ўчора абвясціла, што мост праз раку хутка зноў адкрыюць для руху.",
    "kk": "Қала әкімі кеше өзен үстіндегі көпір жақында қайта ашылатынын хабарлады.",
    "nl": "De burgemeester kondigde gisteren aan dat de brug over de rivier weer opengaat.",
    "sr": "Predsednica opštine je juče saopštila da će most preko reke uvek biti otvoren.",
    "hr": "Predsjednica općine jučer je priopćila da će most preko rijeke uvijek biti otvoren.",
}


@pytest.mark.parametrize(("lang", "text"), SENTENCES.items())
def test_a_sentence_is_in_its_language(lang, text):
    assert detect(text).lang == lang


@pytest.mark.parametrize(
    "text", ["", " \n", "12 345,6 %", "— … !", "https://example.org/le-maire-a-dit", "x@y.org"]
)
def test_without_words_nobody_is_asked(text):
    assert detect(text) == UNDETERMINED


def test_kazakh_is_never_surely_russian():
    # langdetect has no Kazakh and calls it Russian with a probability above .9
    assert ask_langdetect(SENTENCES["kk"]).lang != "kk"
    assert detect(SENTENCES["kk"])[::2] == ("kk", "medium")


def test_the_grade_says_who_was_asked():
    assert detect(SENTENCES["fr"]).lang_grade == "high"
    assert detect(SENTENCES["be"]).lang_grade == "medium"  # langdetect has no Belarusian
    assert ask_langdetect(SENTENCES["fr"]).lang_grade == "medium"
    agreed = detect("Ministerpräsident Weber")
    assert agreed.lang_prob < 0.6
    assert agreed.lang_grade == "medium"


@pytest.mark.parametrize("name", ["Dana Crowe", "Marc Estellés", "Claire Vasselin"])
def test_two_opinions_on_a_name_are_no_answer(name):
    assert detect(name) == UNDETERMINED


def test_the_order_of_asking_changes_nothing():
    texts = [text[:25] for text in SENTENCES.values()]
    assert [detect(text) for text in texts] == [detect(text) for text in reversed(texts)][::-1]
    assert len({ask_langdetect("La casa").lang for _ in range(8)}) == 1


def test_a_name_in_other_letters_does_not_change_the_language():
    text = (
        "Президент Қасым-Жомарт Токаев заявил в понедельник, что операция завершена и порядок восстановлен."
    )
    assert detect(text).lang == "ru"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("sr", "Nijedan svedok nije doneo dokaz, a sud analizira da li je to retko."),
        ("sr", "Ministar kaže da želi da razgovara sa studentima i nastavlja da radi."),
        ("hr", "Policija je uhitila dvojicu muškaraca u zagrebačkoj županiji."),
        ("hr", "Znanstvenici su istodobno objavili rad o zaštiti okoliša."),
    ],
)
def test_spelling_parts_serbian_from_croatian(lang, text):
    assert detect(text)[::2] == (lang, "medium")


def test_serbian_or_croatian_without_a_mark_is_left_open():
    assert detect("Otvaranje nove izložbe je danas u velikoj dvorani u gradu.") == UNDETERMINED


def test_paragraphs_of_a_mixed_article():
    text = f"{SENTENCES['fr']}\n\n{SENTENCES['en']}\n2022"
    found = by_paragraph(text)
    assert [text[one.start : one.end] for one in found] == [SENTENCES["fr"], SENTENCES["en"], "2022"]
    assert [one.lang for one in found] == ["fr", "en", "und"]
