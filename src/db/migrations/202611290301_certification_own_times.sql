-- Of a group, each candidate passes at an hour of their own; without one, as those that were arranged before, at that of the group.
alter table exam_sitting add column from_at timestamptz, add column until_at timestamptz,
  add constraint exam_sitting_times check ((from_at is null) = (until_at is null) and from_at < until_at);
