-- Who was named on an entry to direct its work is put aside before the column goes: the record's hash of the entry covers it. A database
-- where the column is gone already has nothing left to put aside.
alter table exam_entry add column director_aside uuid;
do $$
begin
  if exists (select from information_schema.columns where table_schema = 'public' and table_name = 'exam_entry' and column_name = 'director') then
    update exam_entry set director_aside = director where director is not null;
  end if;
end
$$;
