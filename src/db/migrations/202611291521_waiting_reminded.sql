-- Up to which day somebody was reminded of what waits for them: one mail a day, never twice. `id` is that of the account or the guest.
create table reminded (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  who text not null check (who ~ '^(account|guest):.'),
  on_day date not null,
  primary key (establishment_id, id)
);
alter table reminded enable row level security;
create policy school on reminded using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on reminded to livret_app;
