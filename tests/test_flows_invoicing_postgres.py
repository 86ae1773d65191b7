"""The weekly list on PostgreSQL: taken in, answered once, its notices, people's changes and words."""

import os
import subprocess
import sys
from pathlib import Path

import postgres_instead
import pytest
import servers_postgres

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.skipif(servers_postgres.FOUND is None, reason=servers_postgres.MISSING),
]
HERE = Path(__file__).parent
SAME = (
    "test_models_rows_invoicing_attestations.py",
    *(
        f"test_flows_invoicing_weekly.py::{each}"
        for each in (
            "test_a_list_waits_for_the_run_of_its_week_and_is_answered_once",
            "test_a_corrected_list_is_answered_at_once_and_takes_the_place_of_the_first",
            "test_notices_wait_for_a_person_unless_their_kind_is_switched_on",
            "test_two_processes_do_not_answer_at_the_same_time",
        )
    ),
    "test_flows_invoicing_vouching.py::test_a_word_that_is_taken_back_leaves_the_list_as_it_was_answered",
    "test_flows_invoicing_mail.py::test_a_second_mail_with_the_same_list_is_answered_from_the_same_report",
    *(
        f"test_review_invoices_store.py::{each}"
        for each in (
            "test_a_change_is_kept_audited_and_told_in_the_drafts",
            "test_what_went_out_is_corrected_in_a_mail_of_its_own",
            "test_a_rule_is_proposed_accepted_and_becomes_a_version",
        )
    ),
)
"""The main ways of the weekly flow; the rest of these files says nothing that a database could change."""


@pytest.mark.timeout(900)
def test_the_weekly_list_does_the_same_on_postgresql() -> None:
    with servers_postgres.running() as server:
        given = {**os.environ, postgres_instead.ADDRESS: server.make("ready"), "PYTHONPATH": str(HERE)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "postgres_instead", "-p", "no:cacheprovider"]
        command += [str(HERE / each) for each in SAME]
        done = subprocess.run(
            command, env=given, cwd=HERE.parent, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stdout[-8000:]
    assert " passed" in done.stdout
