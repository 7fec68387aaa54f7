import pytest
from automata import cfsa2

from sayso.errors import PackError
from sayso.text.lexicon import Lexicon

ENTRIES = {
    "NONE": b"dogs+dog+NNS",
    "SUFFIX": b"dogs+B+NNS",
    "PREFIX": b"undoes+CD+VBZ",  # drop two letters in front, three behind
    "INFIX": b"gemacht+CCBen+PP",  # drop two at place two, one behind, add "en"
}
EXPECTED = {
    "NONE": ("dogs", "dog", "NNS"),
    "SUFFIX": ("dogs", "dog", "NNS"),
    "PREFIX": ("undoes", "doe"[:1], "VBZ"),
    "INFIX": ("gemacht", "gechen", "PP"),
}


def write(folder, entries, info):
    (folder / "some.dict").write_bytes(cfsa2(entries))
    (folder / "some.info").write_text("# a comment\n" + info, encoding="utf-8")
    return Lexicon(folder / "some.dict")


@pytest.mark.parametrize("encoder", ENTRIES)
def test_every_encoder_of_bases(tmp_path, encoder):
    lexicon = write(tmp_path, [ENTRIES[encoder]], f"fsa.dict.encoder={encoder}\nfsa.dict.separator=+\n")
    form, base, tag = EXPECTED[encoder]
    assert lexicon.look_up(form) == [(base, tag)]
    assert lexicon.starting_with(form[:2]) == [(form[2:], base, tag)]


@pytest.mark.parametrize("encoder", ["SUFFIX", "PREFIX", "INFIX"])
def test_a_count_of_255_drops_the_whole_form(tmp_path, encoder):
    counts = {"SUFFIX": b"@", "PREFIX": b"@A", "INFIX": b"A@A"}[encoder]
    lexicon = write(tmp_path, [b"went+" + counts + b"go+VBD"], f"fsa.dict.encoder={encoder}\n")
    assert lexicon.look_up("went") == [("go", "VBD")]


def test_the_encoding_and_the_separator_are_those_of_the_description(tmp_path):
    entry = "слова_Bо_noun".encode("koi8-r")
    lexicon = write(tmp_path, [entry], "fsa.dict.encoding=koi8-r\nfsa.dict.separator=_\n")
    assert lexicon.look_up("слова") == [("слово", "noun")]
    assert lexicon.look_up("слів") == []
    assert lexicon.look_up("日本") == []  # cannot be written in KOI8-R
    assert lexicon.look_up("сло_ва") == []  # holds the separator


def test_a_count_that_looks_like_the_separator_is_no_separator(tmp_path):
    drop = ord("+") - ord("A") & 0xFF  # 234 letters are dropped
    form = b"a" * 235
    lexicon = write(tmp_path, [form + b"++b+tag"], "fsa.dict.separator=+\n")
    assert drop == 234
    assert lexicon.look_up(form.decode()) == [("ab", "tag")]


def test_an_entry_without_a_tag(tmp_path):
    assert write(tmp_path, [b"dogs+B"], "").look_up("dogs") == [("dog", "")]


@pytest.mark.parametrize("flag", ["uses-prefixes", "uses-infixes"])
def test_older_descriptions_name_the_encoder_by_a_flag(tmp_path, flag):
    code = {"uses-prefixes": b"CB", "uses-infixes": b"ACB"}[flag]
    lexicon = write(tmp_path, [b"redone+" + code + b"+V"], f"fsa.dict.{flag}=true\n")
    assert lexicon.look_up("redone") == [("don", "V")]


def test_what_cannot_be_used_is_named(tmp_path):
    with pytest.raises(PackError, match="unknown encoder 'ROT13'"):
        write(tmp_path, [b"a+A"], "fsa.dict.encoder=ROT13\n")
    (tmp_path / "some.dict").unlink()
    (tmp_path / "some.info").write_text("", encoding="utf-8")
    with pytest.raises(PackError, match=r"some\.dict: cannot be read"):
        Lexicon(tmp_path / "some.dict")
    with pytest.raises(PackError, match=r"other\.info"):
        Lexicon(tmp_path / "other.dict")
