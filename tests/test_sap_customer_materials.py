from models.customer_material import CustomerMaterial
from sap import customer_materials

SE16 = (
    "VKORG|VTWEG|KUNNR|MATNR|KDMAT|POSTX\n"
    "1000|10|0000100234|000000000090010045|7003312|Seal 108-45\n"
    "1000|10|0000100234|000000000090010077||no number of theirs\n"
    "1000|10|0000100777|000000000090010045|ZS-9|\n"
)
LIST = "客户,物料编号,客户物料编号,客户物料描述\n100234,90010045,7003312,机械密封\n"


def test_records_of_the_database_come_without_its_zeros() -> None:
    read = customer_materials.read(SE16.encode(), "knmt.txt")
    assert read.rows == (
        CustomerMaterial("100234", "90010045", "7003312", "Seal 108-45", "1000"),
        CustomerMaterial("100777", "90010045", "ZS-9", None, "1000"),
    )
    assert read.faults == ()


def test_a_list_in_chinese_and_only_one_customer() -> None:
    (record,) = customer_materials.read(LIST.encode(), "list.csv").rows
    assert (record.customer_part_number, record.description) == ("7003312", "机械密封")
    assert customer_materials.read(SE16.encode(), "knmt.txt", {"100777"}).rows[0].part_number == "90010045"


def test_a_row_that_names_no_material_is_a_fault_and_no_guess() -> None:
    read = customer_materials.read((SE16 + "1000|10|0000100234||7003399|\n").encode(), "knmt.txt")
    assert len(read.rows) == 2
    assert [each.row for each in read.faults] == [5]
