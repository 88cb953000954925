-- By what the rows of `waiting` were last derived as a whole: the declarations and the school's file.
create table waiting_mark (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  mark text not null,
  primary key (establishment_id)
);
alter table waiting_mark enable row level security;
create policy school on waiting_mark using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on waiting_mark to livret_app;

-- What stands already was never derived: the calendar does it in its first round.
insert into waiting_mark (establishment_id, mark)
select distinct establishment_id, 'never' from audit_chain where establishment_id <> '*';
