-- A jury annulled by a court, or whose decisions the State withdrew as unlawful: what it decided is void, and its candidates are to be ruled
-- on anew with the marks that they have. One row a jury, which nobody changes; what the jury sealed and notified stays as it was.
create table jury_annulment (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  jury uuid not null,
  void_from date not null, -- the jury's own day, unless the decision says another
  by text not null check (by in ('court', 'state')),
  authority text not null, -- which court, or who for the State
  reference text not null, -- the decision: its day and number
  ground text not null,
  paper uuid not null, -- the decision itself, among the files
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, jury),
  foreign key (establishment_id, jury) references jury (establishment_id, id)
);
alter table jury_annulment enable row level security;
create policy school on jury_annulment using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on jury_annulment to livret_app;

-- A result of an annulled jury stands no more, and replaces nothing: what it had replaced stands again.
create or replace view standing_result with (security_invoker) as
  select r.* from jury_result r
  where not exists (select from jury_annulment a where a.jury = r.jury)
    and not exists (
      select from jury_result l where l.enrolment = r.enrolment and (
        l.replaces = r.id or (l.entry = r.entry and (l.published_at, l.id) > (r.published_at, r.id)))
        and not exists (select from jury_annulment a where a.jury = l.jury));

-- What juries sealed that were not annulled: of a presentation without such a seal, a jury has still to decide.
create view standing_seal with (security_invoker) as
  select s.* from jury_sealed s where not exists (select from jury_annulment a where a.jury = s.jury);
grant select on standing_seal to livret_app;

-- What came of a diploma before its jury was annulled: the parchment received and handed over then is none of the next diploma.
create view standing_after with (security_invoker) as
  select a.* from exam_after a
  where a.kind not like 'parchment-%' or not exists (
    select from exam_after n where n.enrolment = a.enrolment and n.kind = 'annulled' and n.said ->> 'parchment' = 'true'
      and (n.noted_at, n.id) > (a.noted_at, a.id));
grant select on standing_after to livret_app;
