-- What was paid too much may stay with the school, with the debtor's word for it: asked for by one and agreed to by another, as what is given back.
alter table money_proposal drop constraint money_proposal_means_check;
alter table money_proposal add constraint money_proposal_means_check check (means in ('transfer', 'cheque', 'cash', 'kept'));
alter table refund drop constraint refund_means_check;
alter table refund add constraint refund_means_check check (means in ('transfer', 'cheque', 'online', 'cash') or (means = 'kept' and taken_from is not null));
