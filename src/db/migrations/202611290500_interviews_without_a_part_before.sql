-- A diploma may want nothing before an interview: there is then no room of it and no seat, and it begins with the interview.
alter table interview alter column analysis_room drop not null;
alter table interview alter column analysis_seat drop not null;
alter table interview drop constraint interview_check;
alter table interview add constraint interview_check check (
  case when analysis_room is null then analysis_seat is null and analysis_at = begins_at and analysis_until = begins_at
    else analysis_seat is not null and analysis_until > analysis_at end);
