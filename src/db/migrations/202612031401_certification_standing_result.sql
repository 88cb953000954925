-- What stands of what juries notified: of a presentation the last decision, and none that another replaces. Read by all who ask what a
-- person holds; minutes, records and what was told on a day are read in the table. Row-level security is that of the reader.
create view standing_result with (security_invoker) as
  select r.* from jury_result r
  where not exists (
    select from jury_result l where l.enrolment = r.enrolment and (
      l.replaces = r.id or (l.entry = r.entry and (l.published_at, l.id) > (r.published_at, r.id))));
grant select on standing_result to livret_app;
