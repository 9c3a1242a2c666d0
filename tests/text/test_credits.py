"""Agency credits. The forms are those of the agencies; the sentences around them are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import credits as agency_credits
from analysis.text import lexicon
from analysis.text.credits import Credit

BODY = "The bridge over the Lerne reopened, the mayor said.\n" * 12


@pytest.mark.parametrize(
    ("head", "agency", "city", "date"),
    [
        ("WASHINGTON (AP) — The", "ap", "WASHINGTON", None),
        ("LA CROSSE, Wis. (AP) — The", "ap", "LA CROSSE", None),
        ("LONDON, Jan 11 (Reuters) - The", "reuters", "LONDON", "Jan 11"),
        ("NEW YORK/LONDON, Jan 11 (Reuters) - The", "reuters", "NEW YORK/LONDON", "Jan 11"),
        ("BEIJING, Jan. 11 (Xinhua) -- The", "xinhua", "BEIJING", "Jan. 11"),
        ("MOSCOW, January 11. /TASS/. The", "tass", "MOSCOW", "January 11"),
        ("PARIS (AFP) — Le", "afp", "PARIS", None),
        ("PÉKIN, 11 janvier (Xinhua) -- Le", "xinhua", "PÉKIN", "11 janvier"),
        ("MOSCOU, 11 janvier /TASS/. Le", "tass", "MOSCOU", "11 janvier"),
        ("Port-au-Prince (AFP) - Le", "afp", "Port-au-Prince", None),
        ("TASS/. Le", "tass", None, None),
        ("AFP - Le", "afp", None, None),
        ("Rabat, 11 janv. 2022 (MAP) Le", "map", "Rabat", "11 janv. 2022"),
        ("Dakar, Sénégal (PANA) - Le", "panapress", "Dakar", None),
        ("Madrid, 11 ene (EFE).- El", "efe", "Madrid", "11 ene"),
        ("MADRID, 11 Ene. (EUROPA PRESS) - El", "europapress", "MADRID", "11 Ene."),
        ("Berlin (dpa) - Der", "dpa", "Berlin", None),
        ("FRANKFURT (dpa-AFX) - Der", "afxd", "FRANKFURT", None),
        ("Frankfurt a.M. (epd). Der", "epd", "Frankfurt a.M.", None),
        ("(ANSA) - ROMA, 11 GEN - Il", "ansa", "ROMA", "11 GEN"),
        ("Lisboa, 11 jan 2022 (Lusa) - O", "lusa", "Lisboa", "11 jan 2022"),
        ("МОСКВА, 11 января. /ТАСС/. Мэр", "tass", "МОСКВА", "11 января"),
        ("МОСКВА, 9 мая — РИА Новости. Мэр", "ria", "МОСКВА", "9 мая"),
        ("Москва. 11 января. INTERFAX.RU - Мэр", "interfax", "Москва", "11 января"),
        ("МОСКВА, 11 января. /ИА «Росбалт»/. Мэр", "rosbalt", "МОСКВА", "11 января"),
        ("11 января, Минск /Корр. БЕЛТА/. Мэр", "belta", "Минск", "11 января"),
        ("НУР-СУЛТАН. КАЗИНФОРМ – Мэр", "kazinform", "НУР-СУЛТАН", None),
        ("Riyadh, January 11, 2022, SPA -- The", "spa", "Riyadh", "January 11, 2022"),
        ("ABU DHABI, 11th January, 2022 (WAM) -- The", "wam", "ABU DHABI", "11th January, 2022"),
        ("New Delhi [India], January 11 (ANI): The", "ani", "New Delhi", "January 11"),
        ("Damascus, SANA- The", "sana", "Damascus", None),
        ("Budapest, 2022. január 11., kedd (MTI) - A", "mti", "Budapest", "2022. január 11., kedd"),
        ("BEOGRAD - (Tanjug) - P", "tanjug", "BEOGRAD", None),
        ("(서울=연합뉴스) 시장", "yonhap", "서울", None),
        ("新华社北京1月11日电 市长", "xinhua", "北京", "1月11日"),
    ],
)
def test_dateline(head: str, agency: str, city: str | None, date: str | None):
    (found,) = agency_credits.find(f"Bridge reopens\n\n{head} mayor of Sarnay left on Monday.\n{BODY}")
    assert (found.place, found.agency, found.city, found.date) == ("dateline", agency, city, date)
    assert head.startswith(found.credit)


def test_the_seeds_dateline_where_the_city_was_lost():
    text = "Spread the love\n\nTASS/. Le maire de Sarnay a parlé.\n"
    expected = Credit(17, 23, "TASS/.", "dateline", "tass", None, None, "agency/.")
    assert agency_credits.find(text) == [expected]


@pytest.mark.parametrize(
    ("city", "agency"),
    [("ALGER", "aps"), ("Dakar", "aps_sn"), ("Sarnay", None)],
)
def test_two_agencies_of_one_name_are_told_apart_by_the_city(city: str, agency: str | None):
    (found,) = agency_credits.find(f"{city} (APS) - Le maire a parlé.")
    assert found.agency == agency


@pytest.mark.parametrize(
    ("tail", "place", "agencies"),
    [
        ("(avec AFP)", "tail", ["afp"]),
        ("Avec AFP et Reuters", "tail", ["afp", "reuters"]),
        ("Le maire est parti. (AFP)", "tail", ["afp"]),
        ("Le maire est parti. (Le Courrier/AFP)", "tail", ["afp"]),
        ("(AFP, Reuters)", "tail", ["afp", "reuters"]),
        ("Le Courrier avec AFP", "tail", ["afp"]),
        ("Der Bürgermeister ging. /ats", "tail", ["sda"]),
        ("afp/iss", "tail", ["afp"]),
        ("(dpa/lsw)", "tail", ["dpa"]),
        ("Quelle: sarnay.de, kv/dpa", "tail", ["dpa"]),
        ("© dpa-infocom, dpa:220111-99-483045/5", "tail", ["dpa"]),
        ("(c) AFP 2022", "tail", ["afp"]),
        ("Con información de EFE", "tail", ["efe"]),
        ("With files from The Canadian Press", "tail", ["cp"]),
        ("(Reporting by A. Smith; Editing by B. Jones)", "tail", ["reuters"]),
        ("The mayor left. — Bernama", "tail", ["bernama"]),
        ("The mayor left. PTI", "tail", ["pti"]),
        ("(AP)", "tail", ["ap"]),
        ("By Anna Smith, Associated Press", "byline", ["ap"]),
        ("Par Le Courrier avec AFP", "byline", ["afp"]),
        ("Von dpa", "byline", ["dpa"]),
        ("Мэр ушел, передает ТАСС.", "body", ["tass"]),
        ("Об этом сообщает РИА Новости.", "body", ["ria"]),
        ("Мэр сообщил «Интерфаксу», что ушел.", "body", ["interfax"]),
        ("Le maire est parti, rapporte l’AFP.", "body", ["afp"]),
    ],
)
def test_tail_byline_and_relay(tail: str, place: str, agencies: list[str]):
    found = agency_credits.find(f"{BODY}{tail}\n")
    assert [(credit.place, credit.agency) for credit in found] == [(place, agency) for agency in agencies]


@pytest.mark.parametrize(
    "line",
    [
        "TASS said on Monday that the mayor left.",
        "Selon l'AFP, le maire est parti.",
        "Le maire est parti, selon l’AFP",
        "L'Agence France-Presse (AFP) a annoncé un plan.",
        "Le directeur de l'Agence France-Presse (AFP).",
        "Students who took AP classes in Harrisburg (PA) did better.",
        "The map (MAP) shows the bridge.",
        "Le Parlement européen (EP).",
        "Mehr",
        "Sputnik",
        "AP - Advanced placement is hard.",
        "PARIS, Bloomberg - le maire est parti.",
        "Berlin, Mehr - denn je.",
        "Labour (PA) won.",
        "MENA/Afrique/Europe : la carte",
        "Reuters Institute: the report",
        "Source : Insee",
        "By Anna Smith, PA",
        "Kiel (dpo) - Die Stadt schläft.",
        "Paris (France) - Le maire est parti.",
        "By the time AFP called, the mayor had left.",
        "Nous étions avec la presse. (Applaudissements)",
        "He spoke to Reuters.",
    ],
)
@pytest.mark.parametrize("place", ["{line}\n{body}", "{body}{line}"])
def test_a_name_alone_is_no_credit(line: str, place: str):
    assert agency_credits.find(place.format(line=line, body=BODY)) == []


def test_a_short_name_needs_a_frame_and_a_sure_one_does_not():
    assert agency_credits.find(f"{BODY}AFP") != []
    assert agency_credits.find(f"{BODY}MAP") == []
    assert agency_credits.find(f"{BODY}— MAP") != []


@pytest.mark.parametrize("agency", sorted(lexicon.shared("agencies")["agencies"]))
def test_every_agency_is_found_by_each_of_its_names(agency: str):
    entry = lexicon.shared("agencies")["agencies"][agency]
    city = entry.get("cities", ["Sarnay"])[0]
    for name in entry.get("names", []) + entry.get("short", []):
        found = agency_credits.find(f"{city}, 11 mars ({name}) — Le maire est parti.\n{BODY}")
        assert [credit.agency for credit in found] == [agency], name


PIECES = st.sampled_from(
    ["TASS/.", "(AFP)", "PARIS (AFP) — ", "Avec AFP et Reuters", "\n", "Le maire. ", "© AFP", "é"]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=15).map("".join))
def test_a_credit_is_the_slice_it_says(text: str):
    found = agency_credits.find(text)
    assert all(text[credit.start : credit.end] == credit.credit != "" for credit in found)
    assert all(credit.credit == credit.credit.strip() for credit in found)
    assert [credit.start for credit in found] == sorted(credit.start for credit in found)
