"""The sentences that readers and exports say in English about one file, by the ids of their wording.

Their English texts in the catalogue are what the code says, word for word; `particulars` finds them again.
"""

PARTICULARS = tuple(
    (
        "nested mail_too_large parts_beyond mail_encrypted mail_piece mail_elsewhere mail_signed"
        " part_damaged part_object part_cut_off envelope_cut_off archive_empty too_much memory nesting"
        " broke broke_answer broke_code stopped more_text it_has more_lines more_words more_characters"
        " more_tables more_rows longest_line table_empty table_too_large table_line_damaged xml_unsafe"
        " xml_too_long xml_damaged text_too_long text_empty no_page pdf_not_drawn picture_not_shown"
        " file_no_text file_pictures sheet_too_large workbook_empty workbook_pictures workbook_damaged"
        " workbook_password workbook_too_large workbook_old cell_missing main_part entities damaged"
        " in_file container picture_of picture edi_too_long edi_cut_off edi_part_missing edi_many file_empty"
        " sheet_remarks"
        " pgp office_damaged office_password file_damaged page_empty page_too_large page_pictures"
        " page_nested page_table pdf_page_large pdf_page_full pdf_none pdf_cut_off pdf_password"
        " pdf_blank pdf_too_long pdf_pictures pdf_damaged word_embeds word_empty word_too_long"
        " word_pictures zip_files zip_bomb zip_size zip_password wrong_passwords not_read old_word"
        " old_powerpoint old_office old_excel rar seven_zip compressed rtf autocad step postscript ofd"
        " xlsb powerpoint opendocument unknown_kind xml_kind edi_kind save_as unpack unpack_one"
        " pdf_if_needed ask_pdf ask_office print_ofd ask_data export_lacks export_no_names"
        " export_rename export_twice export_say_once export_numbers export_dates export_empty"
        " export_rows_beyond export_no_workbook export_formula export_a_formula export_old"
        " export_possible export_none export_several export_cut_off export_unread"
    ).split()
)
