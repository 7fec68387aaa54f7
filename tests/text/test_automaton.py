import pytest
from automata import cfsa2, fsa5
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import PackError
from sayso.text import automaton
from sayso.text.automaton import Automaton

WRITERS = {
    "fsa5": fsa5,
    "fsa5 with node data": lambda found: fsa5(found, width=4, node_data=2),
    "cfsa2": cfsa2,
    "cfsa2 with numbers": lambda found: cfsa2(found, numbered=True),
}
SEQUENCES = st.sets(st.binary(min_size=1, max_size=6), min_size=1, max_size=30)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@given(sequences=SEQUENCES)
def test_every_sequence_written_is_read_and_no_other(write, sequences):
    read = Automaton(write(sorted(sequences)))
    node = read.follow(b"")
    assert node is not None
    assert sorted(read.endings(node)) == sorted(sequences)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@given(sequences=SEQUENCES, prefix=st.binary(max_size=3))
def test_follow_finds_what_begins_with_a_prefix(write, sequences, prefix):
    read = Automaton(write(sorted(sequences)))
    node = read.follow(prefix)
    found = sorted(read.endings(node)) if node is not None else []
    assert found == sorted(
        s[len(prefix) :] for s in sequences if s.startswith(prefix) and (s != prefix or node)
    )


def test_following_again_answers_the_same_after_the_decoded_nodes_were_dropped(monkeypatch):
    monkeypatch.setattr(automaton, "_NODES_HELD", 2)
    words = [b"abc", b"abd", b"bcd", b"xyz"]
    read = Automaton(cfsa2(words))
    for word in words * 3:
        node = read.follow(word[:1])
        assert node is not None
        assert read.follow(word) is not None
        assert word[1:] in read.endings(node)
    assert len(read._decoded) <= 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a morfologik automaton"),
        (b"PK\x03\x04 a zip file", "not a morfologik automaton"),
        (b"\\fsa\x07\x00\x00\x00\x00\x00", "unknown version 7"),
        (cfsa2([b"abc"])[:-6], "cut short"),
        (fsa5([b"abc"])[:13], "cut short"),
    ],
)
def test_what_is_no_automaton_is_refused_with_its_name(data, message):
    with pytest.raises(PackError, match=f"some.dict: .*{message}"):
        Automaton(data, "some.dict").follow(b"abc")
