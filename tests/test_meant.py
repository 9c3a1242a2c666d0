"""What somebody may have meant."""

from analysis.meant import SHOWN, nearest


def test_near_names_come_first_whatever_their_capitals():
    assert nearest("shwo", ["show", "report"]) == "did you mean 'show'?"
    assert nearest("FR", ["de", "fr"]) == "did you mean 'fr'?"
    assert nearest("Echo", ["Le Phare", "Écho", "L'Écho"], most=2) == "did you mean 'Écho' or \"L'Écho\"?"


def test_without_a_near_name_all_are_listed_or_the_first_of_very_many():
    assert nearest("xyz", ["show", "report"]) == "there are show, report"
    names = [f"outlet {number}" for number in range(SHOWN + 1)]
    assert nearest("xyz", names).endswith(f", outlet {SHOWN - 1} … ({SHOWN + 1} in all)")
