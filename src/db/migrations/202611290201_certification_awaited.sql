-- Which juries deliberate, and whose validations the authority kept: both are asked for by themselves, among rows that only grow.
create index jury_deliberating on jury (establishment_id, session) where closed_at is null;
create index exam_after_kept on exam_after (establishment_id, enrolment) where kind = 'kept';
