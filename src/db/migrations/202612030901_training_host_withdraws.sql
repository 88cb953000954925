-- The day from which an accepted organisation hosts a collective study no more; null where a proposal was answered.
alter table study_fact add column on_day date;
alter table study_fact add constraint study_fact_withdrawn_on check ((kind = 'withdrawn') = (on_day is not null));
