-- What is reported to the Caisse des Dépôts of each diploma that a jury awarded. A file is frozen as it is deposited there, passage by
-- passage, so that who is erased leaves it and nobody else does; what became of the file, and the answer for each person, are facts.
create table passage_file (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  number integer not null check (number > 0),
  emitter text not null,
  client text not null, -- the certifier's
  contract text not null,
  stamp text not null, -- as the file says when it was made
  passages integer not null check (passages > 0), -- as it was made: fewer are left once somebody of it is erased
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the file's bytes
  due_on date not null, -- the first of its passages
  made_by text not null,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, number)
);
alter table passage_file enable row level security;
create policy school on passage_file using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on passage_file to livret_app;

create table passage_item (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  file uuid not null,
  place integer not null check (place > 0),
  enrolment uuid not null, -- also the passage's own name in the file, however often it is deposited
  passage jsonb not null, -- what the file says of it
  primary key (establishment_id, id),
  unique (establishment_id, file, place),
  unique (establishment_id, enrolment, file),
  foreign key (establishment_id, file) references passage_file (establishment_id, id)
);
alter table passage_item enable row level security;
create policy school on passage_item using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on passage_item to livret_app;

create table passage_file_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  file uuid not null,
  kind text not null check (kind in ('deposited', 'received', 'dropped')),
  on_day date not null,
  said text not null, -- the number of a receipt, or why the file was given up
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, file, kind),
  foreign key (establishment_id, file) references passage_file (establishment_id, id)
);
alter table passage_file_fact enable row level security;
create policy school on passage_file_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on passage_file_fact to livret_app;

create table passage_answer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  file uuid not null,
  kind text not null check (kind in ('accepted', 'rejected')),
  on_day date not null,
  words text not null, -- of a rejection
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, file) references passage_file (establishment_id, id),
  check ((kind = 'rejected') = (words <> ''))
);
create index passage_answer_of on passage_answer (establishment_id, enrolment, file);
alter table passage_answer enable row level security;
create policy school on passage_answer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on passage_answer to livret_app;
