-- A table of people in training that was read and not carried out yet: what the dry run shows. It goes when it is carried out, or after a day.
create table carry_draft (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null check (id ~ '^sha256:[0-9a-f]{64}$'), -- of the bytes, as `carry_over`
  name text not null,
  format text not null check (format in ('xlsx', 'csv')),
  head jsonb not null,
  rows jsonb not null,
  read_by text not null,
  read_at timestamptz not null,
  primary key (establishment_id, id)
);
create index carry_draft_by_age on carry_draft (establishment_id, read_at);
alter table carry_draft enable row level security;
create policy school on carry_draft using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on carry_draft to livret_app;

-- A table that was carried out: its hash proves which file it was. No word about anybody.
create table carry_over (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null check (id ~ '^sha256:[0-9a-f]{64}$'),
  name text not null,
  format text not null,
  people integer not null check (people > 0),
  minutes integer not null,
  carried_by text not null,
  carried_at timestamptz not null,
  primary key (establishment_id, id)
);
alter table carry_over enable row level security;
create policy school on carry_over using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on carry_over to livret_app;

-- One line of it, as it was read, in the chain of its person's dossier: erased with it.
create table carry_line (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  carry_over text not null,
  line integer not null,
  dossier uuid not null,
  cells jsonb not null,
  primary key (establishment_id, id),
  unique (establishment_id, carry_over, line),
  foreign key (establishment_id, carry_over) references carry_over (establishment_id, id)
);
create index carry_line_of on carry_line (establishment_id, dossier);
alter table carry_line enable row level security;
create policy school on carry_line using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on carry_line to livret_app;
