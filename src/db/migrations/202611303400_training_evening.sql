-- An evening is signed apart from the afternoon, by a code of its own.
alter table attendance_code drop constraint attendance_code_half_check;
alter table attendance_code add constraint attendance_code_half_check check (half in ('morning', 'afternoon', 'evening'));
