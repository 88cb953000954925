-- Of what the calendar told somebody about a dossier: each thing once, however often the calendar runs.
create table dossier_reminder (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  about text not null check (about in ('closing', 'complement', 'prolonged')),
  deadline timestamptz not null, -- a deadline that moved is another
  days integer not null check (days >= 0), -- before the day of the deadline; 0 for one prolonged
  sent_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier, about, deadline, days),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
alter table dossier_reminder enable row level security;
create policy school on dossier_reminder using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on dossier_reminder to livret_app;
