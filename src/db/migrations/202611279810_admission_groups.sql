-- A group of those of an intake is read page by page: by rank where there is one, then whoever came to stand there first.
drop index admission_state_by_intake;
create index admission_state_by_intake
  on admission_state (establishment_id, intake, state, coalesce(rank, 0), changed_at, id);
