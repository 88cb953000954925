-- What was found as somebody was presented: what they hold, and the hours that are missing, which warn and bar nobody.
alter table exam_entry add column findings jsonb;
