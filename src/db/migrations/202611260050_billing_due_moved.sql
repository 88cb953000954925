-- A due day that was put off: the day it is put off to. The charge keeps the first one.
create table charge_due (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  due_on date not null,
  set_on date not null,
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index charge_due_by_charge on charge_due (establishment_id, charge);
alter table charge_due enable row level security;
create policy school on charge_due using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on charge_due to livret_app;

-- A day put off is reminded of again: each reminder is a row of its own. Of those written before this, the id is the charge's.
alter table charge_reminder drop constraint charge_reminder_establishment_id_id_fkey;
alter table charge_reminder add column charge uuid;
alter table charge_reminder add foreign key (establishment_id, charge) references charge (establishment_id, id);
create index charge_reminder_by_charge on charge_reminder (establishment_id, coalesce(charge, id));
