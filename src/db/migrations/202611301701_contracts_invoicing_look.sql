-- What of each contract is to be invoiced, as it was looked at last: what waits is derived from it. No row: to be looked at.
create table invoicing_look (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- of the dossier
  looks integer not null check (looks >= 1),
  seen text not null, -- how many facts there were of each kind: where there are others, it is looked at again
  hours_until date, -- the last day whose hours count in it
  again_on date, -- the day on which time alone may change it; null: none
  since date, -- since when something is to be issued; null: nothing is
  asks integer not null check (asks >= 0), -- in cents, of the invoices
  credits integer not null check (credits >= 0), -- in cents
  check ((since is null) = (asks = 0 and credits = 0)),
  primary key (establishment_id, id)
);
alter table invoicing_look enable row level security;
create policy school on invoicing_look using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on invoicing_look to livret_app;
