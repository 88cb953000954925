-- What was collected for another body, such as the fee of a university, and paid to it. `of`: takes that row back, since it was not paid, or came back.
create table handed_on (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  of uuid,
  on_day date not null,
  amount integer not null check (amount > 0),
  payee text not null check (payee <> ''),
  piece text not null check (piece <> ''), -- what the bank calls it
  reason text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, of),
  foreign key (establishment_id, of) references handed_on (establishment_id, id),
  check ((of is null) = (reason is null))
);
alter table handed_on enable row level security;
create policy school on handed_on using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on handed_on to livret_app;
