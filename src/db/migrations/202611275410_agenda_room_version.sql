-- A room is a setting of the school: whoever saves over what somebody else saved in between is told so.
alter table room add column version integer not null default 1 check (version > 0);
