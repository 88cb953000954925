-- An entry of the bank by which money was given back: the refund was recorded before, and is now seen to have been made.
alter table bank_line_tie add column refund uuid;
alter table bank_line_tie drop constraint bank_line_tie_check;
alter table bank_line_tie add constraint bank_line_tie_check check (num_nonnulls(payment, slip, refund) = 1);
alter table bank_line_tie add foreign key (establishment_id, refund) references refund (establishment_id, id);
create index bank_line_tie_by_refund on bank_line_tie (establishment_id, refund) where refund is not null;

-- Refunds of an amount: those that an entry may be.
create index refund_by_amount on refund (establishment_id, amount, refunded_on);
