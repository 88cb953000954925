-- One ledger: what comes in is the debtor's, and serves the charge that it names, then the oldest other.
-- A debtor is an account, or the subject of a charge that no account has taken over yet.
alter table payment add column debtor text; -- of one that names no charge
grant update (debtor) on payment to livret_app; -- an account takes it over
alter table payment alter column charge drop not null;
alter table payment add check (num_nonnulls(charge, debtor) = 1);
create index payment_by_debtor on payment (establishment_id, debtor) where debtor is not null;
create index charge_by_who_owes on charge (establishment_id, (coalesce(debtor, about)));

-- A payment taken back was never this debtor's, or it came and bounced.
alter table payment_reversal add column bounced boolean;
alter table payment_reversal alter column charge drop not null;

-- The payment that a refund is taken from, where it names no charge.
alter table refund add column taken_from uuid;
alter table refund alter column charge drop not null;
alter table refund add check (num_nonnulls(charge, taken_from) = 1);
create index refund_by_taken_from on refund (establishment_id, taken_from) where taken_from is not null;

-- What a debtor paid that serves nothing, kept as `charge_state` is; acts lock it before the charges.
create table debtor_state (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  debtor text not null,
  available integer not null default 0,
  recount boolean not null default false, -- counted otherwise than today: the calendar counts it again
  primary key (establishment_id, debtor)
);
create index debtor_state_to_recount on debtor_state (establishment_id, debtor) where recount;
create index debtor_state_available on debtor_state (establishment_id, debtor) where available > 0;
alter table debtor_state enable row level security;
create policy school on debtor_state using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on debtor_state to livret_app;

-- What was paid too much of one charge serves the debtor's others from now on.
insert into debtor_state (establishment_id, debtor, available, recount)
select c.establishment_id, coalesce(c.debtor, c.about), sum(greatest(0, -s.balance)), count(*) > 1
from charge c join charge_state s on s.establishment_id = c.establishment_id and s.id = c.id
group by 1, 2;
