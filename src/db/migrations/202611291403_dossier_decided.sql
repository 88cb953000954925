-- Whoever admission has decided on waits for the office no more: their dossier conforms, but leaves the group of those that are ready.
-- Kept beside the state, as the queue is read from its indexes alone; admission writes it with its own state, and the doctor compares.
alter table dossier_state add column decided boolean not null default false;
update dossier_state s set decided = true from admission_state a
where a.establishment_id = s.establishment_id and a.id = s.id and a.state not in ('to-decide', 'eligible');
-- A dossier that was withdrawn or opened again stands where it says itself.
alter table dossier_state add column beyond boolean not null generated always as (decided and standing = 'checked') stored;

-- The queue leaves them out; lists of everybody of a standing go by the index that there is.
create index dossier_state_ready on dossier_state (establishment_id, intake, standing, changed_at, id) where not beyond;
create index dossier_state_beyond on dossier_state (establishment_id, intake, changed_at, id) where beyond;
