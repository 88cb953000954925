-- What the search for viruses said of a file that an act attached: in the file's own row, which acts record, and no longer in
-- that of its bytes alone, which none does. Null where nobody searched it.
alter table stored_file
  add column verdict text check (verdict in ('clean', 'infected')),
  add column verdict_found text, -- by the name that the antivirus gives it
  add column verdict_at timestamptz;
-- What was found clean before is recorded nowhere: it is searched anew where there is an antivirus, and not scanned where
-- there is none. What was found infected stays set aside.
update file_copy c set scan = 'none', scanned_at = null
  where c.scan = 'clean' and exists (
    select from stored_file f where f.establishment_id = c.establishment_id and f.sha256 = c.sha256);
