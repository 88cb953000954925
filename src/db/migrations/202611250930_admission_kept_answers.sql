-- Answers that a person chose to keep for a while, as they were given to them. A row is written once, then deleted.
create sequence kept_answer_number;
grant usage on sequence kept_answer_number to livret_app;

create table kept_answer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  number text not null,
  code_hash bytea not null,
  language text not null check (language in ('fr', 'en')),
  inputs jsonb not null, -- by decision
  answers json not null, -- by decision; json and not jsonb, to keep the order of the keys as printed
  created_on date not null,
  expires_on date not null, -- the last day on which it opens
  primary key (establishment_id, id),
  unique (establishment_id, code_hash),
  unique (establishment_id, number)
);
create index kept_answer_by_end on kept_answer (establishment_id, expires_on);
alter table kept_answer enable row level security;
create policy school on kept_answer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on kept_answer to livret_app;
