-- A fund pays dossier by dossier: what it pays serves only what it names. Null: it does not.
alter table payer add column by_dossier boolean;

-- A cheque may be a debtor's, as its payment.
alter table cheque alter column charge drop not null;

-- Of what serves nothing, the part that named no charge: somebody decides what becomes of it.
alter table debtor_state add column unnamed integer not null default 0;
create index debtor_state_unnamed on debtor_state (establishment_id, debtor) where unnamed > 0;

-- Given up as lost, or cents that nobody pays.
alter table charge_state add column written_off integer not null default 0;
alter table charge_state drop constraint charge_state_state_check;
alter table charge_state add constraint charge_state_state_check
  check (state in ('owed', 'part-paid', 'paid', 'over-paid', 'waived', 'refunded', 'written-off'));

-- The charge by which what a reversed waiver gave up is asked for again. Null in older rows: its charge was opened again.
alter table waiver_reversal add column charged uuid;

-- Money given back, or given up, is asked for by one person and agreed to by another.
create table money_proposal (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  kind text not null check (kind in ('refund', 'rounding', 'bad-debt')),
  debtor text not null,
  charge uuid, -- given up
  payment uuid, -- of which what serves nothing is given back
  amount integer not null check (amount > 0),
  means text check (means in ('transfer', 'cheque', 'cash')),
  reason text not null,
  asked_on date not null,
  asked_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id),
  foreign key (establishment_id, payment) references payment (establishment_id, id),
  check (num_nonnulls(charge, payment) = 1),
  check ((kind = 'refund') = (payment is not null)),
  check ((kind = 'refund') = (means is not null))
);
create index money_proposal_by_charge on money_proposal (establishment_id, charge) where charge is not null;
create index money_proposal_by_payment on money_proposal (establishment_id, payment) where payment is not null;
create index money_proposal_by_debtor on money_proposal (establishment_id, debtor);
alter table money_proposal enable row level security;
create policy school on money_proposal using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on money_proposal to livret_app;
grant update (debtor) on money_proposal to livret_app; -- an account takes it over

create table money_answer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the proposal's own
  agreed boolean not null,
  reason text, -- of a refusal
  answered_on date not null,
  answered_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references money_proposal (establishment_id, id)
);
alter table money_answer enable row level security;
create policy school on money_answer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on money_answer to livret_app;

-- What a charge is lowered by without money: its id is that of the proposal.
create table adjustment (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  amount integer not null check (amount > 0),
  adjusted_on date not null,
  kind text not null check (kind in ('rounding', 'bad-debt')),
  reason text not null,
  made_by text not null, -- who asked
  agreed_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index adjustment_by_charge on adjustment (establishment_id, charge);
alter table adjustment enable row level security;
create policy school on adjustment using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on adjustment to livret_app;
