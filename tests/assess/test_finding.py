"""Which documents depart."""

from reporting import report
from sayso.assess.finding import departing, distinct, of_content, of_source


def test_the_majority_of_documents_tells() -> None:
    reports = [report(name, "x") for name in "abc"]
    assert departing({1: reports[:2], 2: reports[2:]}) == ("c",)


def test_of_as_many_the_direct_quotation_tells() -> None:
    assert departing({1: [report("a", "x", kind="direct")], 2: [report("b", "y")]}) == ("b",)


def test_before_it_the_own_outlet_of_the_source() -> None:
    own = report("a", "x", "BBC", kind_of="outlet", outlet="BBC")
    assert departing({1: [own], 2: [report("b", "y", kind="direct")]}) == ("b",)


def test_nothing_tells() -> None:
    assert departing({1: [report("a", "x")], 2: [report("b", "y")]}) == ()


def test_passages() -> None:
    told = report("a", "the bank is sold", "Ann Lee")
    assert of_content(told).text == "the bank is sold"
    assert of_source(told).text == "Ann Lee"
    assert of_source(report("a", "the bank is sold", text=None)).text == "the bank is sold"
    assert len(distinct([of_content(told), of_content(told)])) == 1
