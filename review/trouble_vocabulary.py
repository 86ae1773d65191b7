"""The sentences that say in English what fails outside the program, by the ids of their wording.

They stand in alerts and in what `doctor` finds. Their English texts in the catalogue are what the code, the
system or a library says, word for word; `particulars` finds them again.
"""

TROUBLES = tuple(
    (
        "token_busy token_busy_try token_none_given token_missing token_unreadable token_refused"
        " application_refused no_token_now token_provider_silent token_url_plain login_before_tls"
        " login_no_password login_no_token login_not_now login_user_refused check_two allow_anew"
        " login_stopped login_unsafe login_unsafe_always mailbox_breaks_at_id mailbox_certificate"
        " mailbox_refuses mailbox_broken mailbox_nonsense mailbox_no_uidvalidity mailbox_folder"
        " folder_unusable database_refuses database_version database_newer database_no_url"
        " database_driver database_share database_damaged port_taken key_unusable part_intake"
        " part_duties part_pages part_prefect part_ended os_numbered os_refused os_reset os_pipe"
        " os_timed_out os_connection_timed_out os_read_timed_out os_no_route os_unreachable os_no_name"
        " os_no_names_now os_no_file os_no_folder os_not_allowed os_full os_read_only os_in_use"
        " imap_eof imap_broken imap_in_command sqlite_locked sqlite_full sqlite_io sqlite_damaged"
        " sqlite_read_only sqlite_not_opened postgres_no_connection"
    ).split()
)
