-- What was set aside may be taken back, and set aside again: each is a row of its own, under its own id. Of those written
-- before this, the id is the line's.
alter table bank_line_aside drop constraint bank_line_aside_establishment_id_id_fkey;
alter table bank_line_aside add column line text;
alter table bank_line_aside add foreign key (establishment_id, line) references bank_line (establishment_id, id);
create index bank_line_aside_by_line on bank_line_aside (establishment_id, coalesce(line, id));
create index bank_line_aside_by_day on bank_line_aside (establishment_id, set_on, id);

create table bank_line_back (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- of its being set aside
  back_on date not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references bank_line_aside (establishment_id, id)
);
alter table bank_line_back enable row level security;
create policy school on bank_line_back using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bank_line_back to livret_app;
