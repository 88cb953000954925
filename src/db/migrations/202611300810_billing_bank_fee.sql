-- What the bank takes for a payment that bounced.
alter table payment_reversal add column bank_fee integer check (bank_fee > 0);
