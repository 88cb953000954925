-- Trainees whom the school entrusted to another body (frame F-2), which nothing here knows: entered with the charges, together or not at all.
alter table bpf_entry
  add column entrusted_people integer check (entrusted_people > 0),
  add column entrusted_hours integer check (entrusted_hours > 0),
  add constraint bpf_entry_entrusted check ((entrusted_people is null) = (entrusted_hours is null));
