"""Keys: stable numbers that carry their worth."""

import subprocess
import sys

import provenance
from provenance import matching
from provenance.matching.blocking import keys
from provenance.matching.blocking.keys import hashed, worth

TEXT = "The River Watch said 23 people died in the flood at Lisk on 4 May 2019."


def keys_of(text: str) -> tuple[int, ...]:
    document = provenance.read(text.encode(), id="a", media_type="text/plain")
    [signatures] = matching.signatures([document], provenance.extract(document))
    return tuple(sorted({key for signature in signatures for key in hashed(signature)}))


def test_keys_are_ascending_positive_and_fit_a_column_of_64_bits() -> None:
    keys = keys_of(TEXT)
    assert len(keys) >= 5
    assert list(keys) == sorted(set(keys))
    assert all(0 < key < 1 << 63 and 0 < worth(key) < 256 for key in keys)


def test_a_name_and_a_telling_number_are_worth_more_than_what_is_measured() -> None:
    assert sorted({worth(key) for key in keys_of(TEXT)})[-1] == 20


def test_numbers_days_and_names_are_shared_across_ways_of_writing() -> None:
    other = keys_of("Twenty-three people were killed on May 4, 2019 when a flood hit Lisk, River Watch said.")
    strong = {key for key in keys_of(TEXT) if worth(key) == 20}
    assert len(strong & set(other)) >= 3


def test_a_number_written_with_a_word_is_the_same_as_in_digits() -> None:
    one, other = (keys_of(f"The flood at Lisk destroyed {n} houses.") for n in ("4,100,000", "4.1 million"))
    assert one == other


def test_the_source_counts_wherever_the_sentence_names_it() -> None:
    said = keys_of("Floods destroyed 39 houses in Lisk, Merat Council said.")
    counted = keys_of("Merat Council counted 39 houses ruined by floods.")
    assert keys.of_feature("name:mirat") in {*said} & {*counted}


def test_another_process_gives_the_same_keys() -> None:
    script = f"import tests_keys; print(tests_keys.keys_of({TEXT!r}))".replace("tests_keys", "test_keys")
    found = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(__file__.rpartition('/')[0])!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
    )
    assert found.stdout.strip() == str(keys_of(TEXT))
