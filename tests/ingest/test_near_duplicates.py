"""Near-duplicates: the same text with small edits is found again, another text of the same subject is not."""

from __future__ import annotations

from generator.ingest.near_duplicates import SAME, Sketches, resemblance, sketch

WORDS = tuple(f"tiếng{n}" for n in range(20))


def story(seed: int, length: int = 400) -> str:
    """A text whose syllables follow one another as the seed says."""
    state, said = seed, []
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2**31
        said.append(WORDS[(state >> 16) % len(WORDS)])
    return " ".join(said)


def test_an_edited_copy_resembles_and_another_text_does_not() -> None:
    text = story(1)
    edited = text.replace("tiếng3 ", "suối ", 3) + " " + story(2, 20)
    assert resemblance(sketch(text), sketch(edited)) >= SAME
    assert resemblance(sketch(text), sketch(story(3))) < 0.1
    assert resemblance(sketch(text), sketch(text.upper())) == 1


def test_the_nearest_text_is_named() -> None:
    sketches = Sketches()
    for seed in range(5):
        sketches.add(f"bai-{seed}", sketch(story(seed)))
    assert sketches.nearest(sketch(story(3) + " thêm vài chữ ở cuối bài")) is not None
    found = sketches.nearest(sketch(story(3)))
    assert found == ("bai-3", 1.0)
    assert sketches.nearest(sketch(story(99))) is None


def test_a_text_too_short_to_tell_resembles_nothing() -> None:
    assert sketch("một dòng ngắn") == frozenset()
    assert resemblance(frozenset(), frozenset()) == 0


def test_a_second_sketch_of_a_name_is_not_taken() -> None:
    sketches = Sketches()
    sketches.add("bai", sketch(story(1)))
    sketches.add("bai", sketch(story(2)))
    assert sketches.nearest(sketch(story(2))) is None
