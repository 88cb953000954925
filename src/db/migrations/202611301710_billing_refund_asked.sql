-- What is given back of a charge that an invoice asks is asked for by one person and agreed to by another.
alter table money_proposal drop constraint money_proposal_check1;
alter table money_proposal add constraint money_proposal_payment_check check (kind = 'refund' or payment is null);
-- To keep money for good names the payment of which it is kept.
alter table money_proposal add constraint money_proposal_kept_check check (means <> 'kept' or payment is not null);
