-- Money that went out under a reference of ours (a transfer sent back, a refund) waits for a person too: its line is below
-- zero, and so is what is left of it until somebody has seen to it.
alter table bank_line drop constraint bank_line_amount_check;
alter table bank_line add check (amount <> 0);
drop index bank_line_state_open;
create index bank_line_state_open on bank_line_state (establishment_id, booked_on, id) where remaining <> 0;
