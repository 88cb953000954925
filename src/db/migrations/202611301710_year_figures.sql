-- The rates of a year as they were published, frozen; a later computation is a new version beside it. Nobody is named.
create table figures_published (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  diploma text not null,
  year integer not null,
  version integer not null check (version > 0),
  answer jsonb not null, -- of the decision
  basis jsonb not null,
  input_hash text not null check (input_hash ~ '^sha256:[0-9a-f]{64}$'),
  shown jsonb not null, -- what the page prints: figures, definitions, day
  shown_hash text not null check (shown_hash ~ '^sha256:[0-9a-f]{64}$'),
  published_on date not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, diploma, year, version)
);
alter table figures_published enable row level security;
create policy school on figures_published using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on figures_published to livret_app;
