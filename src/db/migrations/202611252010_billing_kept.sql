-- What accounting asks to be kept goes when its period is over: a charge with all that became of it, then what the bank sent.
grant delete on charge, charge_state, charge_reminder, payment, payment_reversal, refund, waiver to livret_app;
grant delete on bank_file, bank_line, bank_line_aside, bank_line_state, cheque_slip, cheque to livret_app;
grant delete on online_payment, online_session, online_event, online_settlement to livret_app;
create index charge_by_day on charge (establishment_id, charged_on);
create index bank_line_by_day on bank_line (establishment_id, booked_on);
-- A row may be recorded in one chain and erased with the subject of another: what is gone is sought among these.
create index audit_record_erasing on audit_record (establishment_id) where erases;
-- What charges that were erased had been paid by a line: its other payments may still be kept.
alter table bank_line_state add column erased integer not null default 0;
