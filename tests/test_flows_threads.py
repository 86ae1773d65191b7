"""Where a mail belongs, with real mails that are really read."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
import thread_builders as made
from intake_builders import NOON
from thread_builders import BUYER, LINES, NUMBER, case, changed, kit, letter, mail, order, sheet, take

from flows.intake import intake_once
from flows.mailboxes.polling import poll
from models.answering import MailKind, Posting
from models.belonging import Clue, CustomerClue, LineStatus, Relation
from models.case import CaseState, Role
from models.receipt import Outcome
from models.rows.cases import cases
from models.rows.post import outbox_desk

HEAD = "发件人: 张伟 <zhang.wei@pump.example>\n发送时间: 2026年3月2日 9:30\n收件人: 王丽\n主题: 附件\n"


def test_the_forwarder_owns_the_case_and_the_buyer_is_its_customer(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"order.xlsx": order()}))
    found = case(desk, 1)
    assert found.summary.owner is not None
    assert (found.summary.owner.name, found.summary.owner.address) == ("王丽", "wang.li@works.example")
    assert found.origin is not None
    assert found.origin.customer is not None
    assert (found.origin.customer.name, found.origin.customer.clue) == (BUYER, CustomerClue.TAX_NUMBER)
    assert found.origin.customer.evidence.text == made.TAX
    assert found.origin.customer.evidence.where == "Sheet!A4"


def test_a_later_attachment_joins_the_case_of_its_thread(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    drawing = b"Drawing GA-700121\nScale 1:2\nTitle block\nThird angle projection\n"
    later = mail("b", "Re: 采购订单", "补发图纸。\n", {"GA-700121.txt": drawing}, answers="a", minutes=5)
    _, report = take(desk, mail("a", files={"order.xlsx": order()}), later)
    assert [each.settled and each.settled.joined for each in report.worked] == [(1,)]
    assert cases.detail(desk.store, 2) is None
    found = case(desk, 1)
    joined = [each for each in found.messages if each.role is Role.ATTACHMENT]
    assert [(each.clue, each.evidence) for each in joined] == [(Clue.REPLY, "a@mail.example")]
    assert "new_mail" in found.summary.reasons


def test_a_mail_without_order_that_answers_nothing_known_is_a_case_of_its_own(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"order.xlsx": order()}), mail("b", "放假通知", answers="zzz"))
    assert case(desk, 2).summary.reasons == ("no_order",)


def test_an_order_in_a_later_mail_opens_a_case_and_names_the_thread(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    other = order("PO-2026-0999", changed("10", quantity="8"))
    take(desk, mail("a", files={"order.xlsx": order()}), mail("b", files={"o.xlsx": other}, answers="a"))
    assert [(each.number, each.relation) for each in case(desk, 2).related] == [(1, Relation.SAME_THREAD)]


@pytest.mark.parametrize(
    ("how", "clue"),
    [
        ({"answers": "a"}, Clue.REPLY),
        ({"references": ("zero", "a")}, Clue.REFERENCE),
        ({"subject": "答复: [CC-1] 问题"}, Clue.CASE_NUMBER),
        ({"references": ("root",)}, Clue.SAME_THREAD),
    ],
)
def test_a_reply_joins_by_any_clue_of_its_thread(tmp_path: Path, how: dict[str, str], clue: Clue) -> None:
    desk = kit(tmp_path)
    first = mail("a", files={"order.xlsx": order()}, references=("root",))
    take(desk, first, mail("b", text="可以，按此价执行。\n", minutes=9, **how))  # type: ignore[arg-type]
    (reply,) = [each for each in case(desk, 1).messages if each.role is Role.REPLY]
    assert reply.clue is clue
    assert reply.message.why == Outcome.JOINED


def test_a_reply_that_is_taken_in_first_joins_when_the_order_comes(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("b", text="可以。\n", answers="a"), mail("a", files={"order.xlsx": order()}))
    assert case(desk, 1).summary.state is CaseState.SUPERSEDED
    found = case(desk, 2)
    assert [(each.role, each.clue) for each in found.messages] == [
        (Role.FIRST, None),
        (Role.REPLY, Clue.REFERENCE),
    ]
    assert found.summary.state is CaseState.OPEN


def test_an_answer_to_a_mail_of_ours_joins_the_case_that_it_spoke_of(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"order.xlsx": order()}), mail("z", files={"o.xlsx": order("PO-2026-0999")}))
    asked = Posting("question:1", MailKind.QUESTION, "wang.li@works.example", "zh", cases=(2,))
    outbox_desk.add(desk.store, asked, NOON)
    ours = outbox_desk.found(desk.store, "question:1")
    assert ours is not None
    answer = mail(
        "b", "答复: [CC-1] 价格", "可以。\n", answers=f"{ours.message_id}@countercheck.works.example"
    )
    take(desk, answer)
    (reply,) = [each for each in case(desk, 2).messages if each.role is Role.REPLY]
    assert reply.clue is Clue.ANSWERS_US
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST]


def test_who_forwards_what_the_customer_sent_first_becomes_its_owner(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    buyer = "张伟 <zhang.wei@pump.example>"
    take(desk, mail("a", files={"o.xlsx": (data := order())}, sender=buyer))
    assert case(desk, 1).summary.owner is None
    take(desk, mail("b", files={"o.xlsx": data}))
    owner = case(desk, 1).summary.owner
    assert owner is not None
    assert owner.address == "wang.li@works.example"


def test_a_mail_without_a_named_buyer_shows_who_wrote_what_was_forwarded(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", "转发: 附件", f"请看。\n\n{HEAD}\n见附件。\n"))
    found = case(desk, 1)
    assert found.summary.customer == "pump.example"
    assert found.origin is not None
    assert found.origin.customer is not None
    assert found.origin.customer.clue is CustomerClue.INNER_SENDER
    assert "zhang.wei@pump.example" in found.origin.customer.evidence.text


def test_the_company_of_a_writer_is_known_from_earlier_orders(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    head = f"{HEAD}\n见附件\n"
    take(
        desk,
        mail("a", text=f"请录入\n\n{head}", files={"o.xlsx": order()}),
        mail("b", "转发: 附件", f"请看。\n\n{head}"),
    )
    found = case(desk, 2)
    assert found.summary.customer == BUYER
    assert found.origin is not None
    assert found.origin.customer is not None
    assert (found.origin.customer.clue, found.origin.customer.known_from) == (CustomerClue.INNER_SENDER, 1)


def test_a_scan_and_a_question_that_name_an_order_are_tied_to_it(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk,
        mail("a", files={"o.xlsx": order()}),
        mail("b", "盖章件", files={f"{NUMBER}盖章.pdf": b"%PDF-1.4 broken"}),
        mail("c", f"催交：{NUMBER}什么时候发货？"),
        mail("d", "关于 2026-08-15 的会议"),
    )
    for at in (2, 3):
        assert [(each.number, each.relation) for each in case(desk, at).related] == [
            (1, Relation.NAMES_NUMBER)
        ]
    assert case(desk, 4).related == ()


def test_a_mail_that_took_two_ways_is_one_case(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    data = mail("a", "放假通知", "周一休息。\n")
    take(desk, data, b"Received: from elsewhere\r\n" + data)
    assert cases.detail(desk.store, 2) is None
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST, Role.DUPLICATE]


def test_the_same_message_id_with_another_order_is_told_on_both_cases(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    other = order("PO-2026-0999", changed("10", quantity="8"))
    take(desk, mail("a", files={"o.xlsx": order()}), mail("a", files={"o.xlsx": other}))
    relations = [[(each.number, each.relation) for each in case(desk, at).related] for at in (1, 2)]
    assert relations == [[(2, Relation.SAME_MESSAGE_ID)], [(1, Relation.SAME_MESSAGE_ID)]]
    assert "same_message_id" in case(desk, 2).summary.reasons


def test_a_reply_to_an_old_version_is_told_to_the_newest(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk,
        mail("a", files={"o.xlsx": order()}),
        mail("b", files={"o.xlsx": order(lines=changed("20", quantity="5"))}, minutes=5),
        mail("c", "Re: 订单", "请尽快。\n", answers="a", minutes=9),
    )
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST, Role.REPLY]
    assert [each.role for each in case(desk, 2).messages] == [Role.FIRST, Role.REPLY]
    assert "new_mail" in case(desk, 2).summary.reasons


def test_a_made_up_case_number_joins_nothing(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", "[CC-77] [CC-999999999]"))
    assert case(desk, 1).summary.reasons == ("no_order",)


def test_the_same_file_again_joins_as_such(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"o.xlsx": (data := order())}), mail("b", files={"copy.xlsx": data}))
    assert [(each.role, each.clue) for each in case(desk, 1).messages] == [
        (Role.FIRST, None),
        (Role.DUPLICATE, Clue.SAME_FILE),
    ]


def test_the_same_order_in_another_file_joins_and_says_why(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"o.xlsx": order()}), mail("b", files={"o.docx": letter(sheet())}))
    assert [(each.role, each.clue, each.evidence) for each in case(desk, 1).messages] == [
        (Role.FIRST, None, ""),
        (Role.SAME_ORDER, Clue.SAME_ORDER, "all_fields_equal"),
    ]
    assert cases.detail(desk.store, 2) is None


def test_a_signed_counter_copy_joins_as_one(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    signed = mail("b", "回传件", "附件为双方已盖章的合同。\n", {"o.docx": letter(sheet())}, minutes=60)
    take(desk, mail("a", files={"o.xlsx": order()}), signed)
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST, Role.SIGNED_COPY]


def test_being_asked_to_sign_is_not_a_signed_copy(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk,
        mail("a", files={"o.xlsx": order()}),
        mail("b", "订单", "请盖章回传。\n", {"o.docx": letter(sheet())}),
    )
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST, Role.SAME_ORDER]


def test_a_new_version_opens_only_what_changed(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    second = mail("b", files={"o2.xlsx": order(lines=changed("20", quantity="5"))}, minutes=30)
    take(desk, mail("a", files={"o.xlsx": order()}), second)
    first, found = case(desk, 1), case(desk, 2)
    (before,) = found.related
    assert (before.number, before.relation, before.reason) == (1, Relation.NEW_VERSION, "tax_number")
    assert before.diff is not None
    assert before.diff.open_lines == (2,)
    (line,) = [each for each in before.diff.lines if each.status is LineStatus.CHANGED]
    assert [(each.field, each.old, each.new) for each in line.fields] == [
        ("quantity", "2", "5"),
        ("amount", "820.00", "2050.00"),
    ]
    assert [(each.field, each.new) for each in before.diff.header] == [("total_amount", "5437.00")]
    assert first.summary.state is CaseState.SUPERSEDED
    assert found.summary.reasons[0] == "new_version"
    assert found.comparison is not None
    carried = [found.comparison.checks[index] for index in before.carried]
    assert ("unit_price", 1) in [(each.field, each.line) for each in carried]
    assert not [each for each in carried if each.line == 2]
    assert "differs:unit_price" not in found.summary.reasons
    assert "differs:quantity" in found.summary.reasons


def test_a_version_that_equals_the_quotation_still_needs_a_person(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    lines = changed("10", price="770.00")
    take(
        desk, mail("a", files={"o.xlsx": order()}), mail("b", files={"p.xlsx": order(lines=lines)}, minutes=1)
    )
    found = case(desk, 2)
    assert found.summary.state is CaseState.OPEN
    assert found.summary.reasons[0] == "new_version"


def test_versions_are_ordered_by_when_they_were_sent_and_not_by_when_they_were_read(tmp_path: Path) -> None:
    versions = [
        mail(f"v{at}", files={"o.xlsx": order(lines=changed("20", quantity=str(at)))}, minutes=at)
        for at in (3, 4, 5)
    ]
    told = set()
    for at, turn in enumerate(((0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0))):
        desk = kit(tmp_path / str(at))
        take(desk, *(versions[each] for each in turn))
        which = {number: turn[number - 1] for number in (1, 2, 3)}
        found = {which[number]: case(desk, number) for number in which}
        told.add(
            tuple(
                (at, one.summary.state, one.summary.reasons, which[each.number])
                for at, one in sorted(found.items())
                for each in one.related
                if not each.later
            )
        )
    (only,) = told
    assert [(each[0], each[1], each[3]) for each in only] == [
        (1, CaseState.SUPERSEDED, 0),
        (2, CaseState.OPEN, 1),
    ]


def test_versions_that_several_workers_take_in_at_once_are_one_chain(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    (source,) = desk.sources
    for at in range(3, 9):
        version = order(lines=changed("20", quantity=str(at)))
        data = mail(f"v{at}", files={"o.xlsx": version}, minutes=at)
        (source.path / f"{at}.eml").write_bytes(data)  # type: ignore[attr-defined]
    poll(desk, source)
    failures: list[BaseException] = []

    def work(owner: str) -> None:
        try:
            intake_once(replace(desk, owner=owner, sources=()))
        except BaseException as failure:  # noqa: BLE001 - handed to the main thread
            failures.append(failure)

    workers = [threading.Thread(target=work, args=(f"worker {at}",)) for at in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert failures == []
    listed = [case(desk, each.number) for each in cases.listed(desk.store)]
    ordered = sorted(listed, key=lambda each: each.summary.amount or 0)
    numbers = [each.summary.number for each in ordered]
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
    before = [[one.number for one in each.related if not one.later] for each in ordered]
    assert before == [[], *([number] for number in numbers[:-1])]
    assert [each.summary.state for each in ordered] == [CaseState.SUPERSEDED] * 5 + [CaseState.OPEN]


def test_an_old_version_that_comes_again_is_told_to_the_newest(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    first, second = order(), order(lines=changed("20", quantity="5"))
    take(
        desk,
        mail("a", files={"o.xlsx": first}),
        mail("b", files={"o.xlsx": second}, minutes=5),
        mail("c", files={"o.xlsx": first}, minutes=9),
    )
    assert {(each.number, each.relation) for each in case(desk, 2).related} == {
        (1, Relation.NEW_VERSION),
        (1, Relation.OLD_VERSION),
    }


def test_a_part_order_says_so_and_replaces_nothing(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    part = mail("b", "分批下单", "这是第二批订单。\n", {"p.xlsx": order(lines=LINES[1:])}, minutes=60)
    take(desk, mail("a", files={"o.xlsx": order()}), part)
    assert [(each.number, each.relation) for each in case(desk, 2).related] == [(1, Relation.PART_ORDER)]
    assert case(desk, 1).summary.state is CaseState.OPEN


def test_fewer_lines_without_a_word_are_a_new_version(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk,
        mail("a", files={"o.xlsx": order()}),
        mail("b", files={"p.xlsx": order(lines=LINES[1:])}, minutes=1),
    )
    (before,) = case(desk, 2).related
    assert before.relation is Relation.NEW_VERSION
    assert before.diff is not None
    assert [(each.status, each.was) for each in before.diff.lines if each.line is None] == [
        (LineStatus.REMOVED, 1)
    ]


def test_other_lines_under_the_same_number_replace_nothing_without_a_person(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    parts = [mail(str(at), files={"o.xlsx": order(lines=LINES[at : at + 1])}, minutes=at) for at in (0, 1)]
    take(desk, *parts)
    (before,) = case(desk, 2).related
    assert (before.relation, before.reason) == (Relation.POSSIBLE_VERSION, "no_line_in_common")
    assert case(desk, 1).summary.state is CaseState.OPEN


def test_another_customers_order_with_the_same_number_is_a_case_of_its_own(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    other = order(buyer=made.OTHER_BUYER, tax=made.OTHER_TAX, lines=changed("20", quantity="5"))
    take(desk, mail("a", files={"o.xlsx": order()}), mail("b", files={"o.xlsx": other}, minutes=1))
    assert [(each.number, each.relation, each.reason) for each in case(desk, 2).related] == [
        (1, Relation.OTHER_CUSTOMER, "tax_number")
    ]
    assert case(desk, 1).summary.state is CaseState.OPEN


def test_the_same_lines_under_another_number_are_a_warning(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    again = mail("b", files={"o.xlsx": order("PO-2026-0816")}, minutes=60)
    take(desk, mail("a", files={"o.xlsx": order()}), again)
    assert [(each.number, each.relation) for each in case(desk, 2).related] == [(1, Relation.SAME_LINES)]
    assert "same_lines" in case(desk, 2).summary.reasons


def test_the_same_mail_with_two_forms_of_one_order_is_one_case(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"o.xlsx": order(), "o.docx": letter(sheet())}))
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST, Role.SAME_ORDER]


def test_the_same_mail_with_two_orders_that_contradict_each_other_shows_both(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    other = letter(sheet(lines=changed("20", quantity="5")))
    take(desk, mail("a", files={"o.xlsx": order(), "o.docx": other}))
    relation = {each.relation for number in (1, 2) for each in case(desk, number).related}
    assert relation == {Relation.SAME_MAIL}
    assert case(desk, 1).summary.state is case(desk, 2).summary.state is CaseState.OPEN


def test_nothing_is_made_of_a_number_that_is_too_short(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk,
        mail("a", files={"o.xlsx": order("12")}),
        mail("b", files={"o.xlsx": order("12", changed("10", quantity="9"))}),
    )
    assert case(desk, 2).related == ()


def test_the_number_is_found_again_however_it_is_written(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk, mail("a", files={"o.xlsx": order()}), mail("b", files={"o.docx": letter(sheet("po-2026-0815"))})
    )
    assert [each.role for each in case(desk, 1).messages] == [Role.FIRST, Role.SAME_ORDER]
    assert case(desk, 1).summary.document_number == NUMBER
