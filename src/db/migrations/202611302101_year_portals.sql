-- What is to be typed on the portals of funds and of the State. A file is of one enrolment (the same id), or of the rates of a diploma in a
-- year. Its lines are derived from the facts by the calendar, which looks again where there are others than it saw; what a person notes as
-- typed, and its receipt, is only ever added.
create table portal_file (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- of the enrolment; of a year's rates, its own
  dossier uuid, -- null: of a year's rates
  diploma text,
  year integer,
  looks integer not null check (looks >= 1),
  seen text not null, -- how many facts there were of each kind: where there are others, it is looked at again
  again_on date, -- the day on which time alone may change it; null: none
  primary key (establishment_id, id),
  unique (establishment_id, diploma, year),
  check ((dossier is null) = (diploma is not null and year is not null))
);
alter table portal_file enable row level security;
create policy school on portal_file using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on portal_file to livret_app;

create table portal_line (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  file uuid not null,
  portal text not null, -- keys of the school's file
  declare text not null,
  event text not null check (event in ('entry', 'exit', 'done', 'month', 'insertion')),
  part text not null, -- a month or a year; empty where there is one of its kind
  happened_on date not null,
  due_on date, -- null: no delay is known
  asked boolean not null, -- false: the facts ask for it no more, and it was typed
  values jsonb not null,
  unsigned jsonb not null, -- half-days that are not countersigned
  state text not null check (state in ('to-type', 'differs', 'typed', 'received')),
  since date not null, -- since when it stands so
  primary key (establishment_id, id),
  unique (establishment_id, file, portal, declare, part),
  foreign key (establishment_id, file) references portal_file (establishment_id, id)
);
create index portal_line_by_due on portal_line (establishment_id, portal, state, due_on, id);
alter table portal_line enable row level security;
create policy school on portal_line using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on portal_line to livret_app;

create table portal_typed (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  line uuid not null,
  number integer not null check (number > 0), -- within the line
  kind text not null check (kind in ('typed', 'received')),
  on_day date not null,
  values jsonb, -- as they were typed; null: only a receipt is noted
  receipt text,
  file uuid, -- the receipt itself
  ground text, -- why it was typed again
  made_by text not null,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, line, number),
  foreign key (establishment_id, line) references portal_line (establishment_id, id),
  check ((kind = 'typed') = (values is not null)),
  check (kind = 'typed' or receipt is not null or file is not null)
);
alter table portal_typed enable row level security;
create policy school on portal_typed using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on portal_typed to livret_app;
