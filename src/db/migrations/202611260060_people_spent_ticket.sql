-- A proof of an address that was used: it made an account, gave it a password or its address, and does so once. It goes with its code.
create table spent_ticket (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null, -- of the code
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references address_code (establishment_id, id) on delete cascade
);
alter table spent_ticket enable row level security;
create policy school on spent_ticket using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on spent_ticket to livret_app;
