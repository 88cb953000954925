-- Who confided something and was told that somebody new may read it: each once. The mail is what the record speaks of.
create table advisor_told (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  dossier uuid not null,
  role_grant uuid not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier, role_grant),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
alter table advisor_told enable row level security;
create policy school on advisor_told using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on advisor_told to livret_app;

-- Roles given before are no news.
insert into advisor_told (establishment_id, id, dossier, role_grant)
select d.establishment_id, gen_random_uuid(), d.id, g.id
from dossier d join role_grant g on g.establishment_id = d.establishment_id and g.role = 'disability-advisor';

-- What was confided, whatever else a school holds.
create index dossier_section_confided on dossier_section (establishment_id, dossier) where section = 'accommodations-said';
