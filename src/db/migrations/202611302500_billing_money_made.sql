-- Money that two people agreed to give back has left: noted by who sent it, or handed it over.
create table money_made (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the proposal's own
  made_on date not null,
  noted_on date not null,
  noted_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references money_proposal (establishment_id, id)
);
alter table money_made enable row level security;
create policy school on money_made using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on money_made to livret_app;

-- What was paid online of a charge that an invoice asks is given back online by two people too: it names both.
alter table money_proposal drop constraint money_proposal_check;
alter table money_proposal drop constraint money_proposal_means_check;
alter table money_proposal add constraint money_proposal_means_check check (means in ('transfer', 'cheque', 'cash', 'kept', 'online'));
alter table money_proposal add constraint money_proposal_named_check
  check (case when means = 'online' then charge is not null and payment is not null else num_nonnulls(charge, payment) = 1 end);
