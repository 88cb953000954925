-- Mails that were sent to an address before it had an account: its account shows them.
create index mail_by_address on mail (establishment_id, lower(to_address), queued_at) where reader is null and link is null;
