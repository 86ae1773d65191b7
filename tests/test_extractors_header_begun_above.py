"""An address that goes on beside a label of a place is another company's."""

from paper import paper

from extractors.assemble import assemble

HEAD = """
Bruckner Works Ltd                        PURCHASE ORDER no. 4500776655
                                          Orvex Seals GmbH
{label}{gap}Lagerweg 14
{below}70001 Kornstadt
                                          Germany
"""


def place(label: str, *below: str) -> tuple[str | None, bool]:
    gap = " " * (42 - len(label))
    under = "".join(f"{line:42}" + ("" if at == 0 else "\n") for at, line in enumerate(below[:1]))
    text = HEAD.format(label=label, gap=gap, below=under or " " * 42)
    rest = "\n".join(below[1:])
    found = assemble(paper(f"{text}{rest}")).header.delivery_place
    return (found.value, found.sure) if found is not None else (None, False)


def test_the_place_stands_below_its_label() -> None:
    value, _ = place("Delivery address", "Goods Inward, 3 Mill Lane")
    assert value is not None
    assert value.startswith("Goods Inward, 3 Mill Lane")


def test_where_nothing_stands_below_no_place_is_sure() -> None:
    value, sure = place("Delivery address")
    assert not sure
    assert value != "Lagerweg 14"


def test_a_value_below_that_of_another_label_is_one() -> None:
    text = """
Order no.          4500776655
Buyer              Bruckner Works Ltd
Delivery address   3 Mill Lane, Oldbridge
"""
    found = assemble(paper(text)).header.delivery_place
    assert found is not None
    assert found.value == "3 Mill Lane, Oldbridge"
