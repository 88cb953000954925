-- Papers that were issued with a code: what was printed, of what, and whether it still holds. Whoever has one in hand asks by its code.
create table issued_paper (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  code text not null,
  about text not null, -- the chain of what it is about
  what text not null, -- which paper: livret
  name text not null, -- of whom
  data jsonb not null, -- what was printed, from which the same bytes are printed again
  fingerprint text not null, -- sha256:… of the data
  issued_by text not null,
  issued_at timestamptz not null,
  replaced_by uuid,
  withdrawn_at timestamptz,
  withdrawn_why text,
  primary key (establishment_id, id),
  unique (establishment_id, code),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index issued_paper_about on issued_paper (establishment_id, about, what, issued_at);
alter table issued_paper enable row level security;
create policy school on issued_paper using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on issued_paper to livret_app;
