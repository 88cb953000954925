-- Who may be given an interview, where somebody decides on that: told by whoever does (`livret doctor` compares).
create table interview_candidate (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- the dossier
  intake uuid not null,
  may boolean not null,
  primary key (establishment_id, id)
);
create index interview_candidate_by_intake on interview_candidate (establishment_id, intake) where may;
alter table interview_candidate enable row level security;
create policy school on interview_candidate using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on interview_candidate to livret_app;
