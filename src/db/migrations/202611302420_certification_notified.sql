-- Each day those are asked on whom a jury's ruling was notified half a year before: by its day, whatever it ruled.
create index jury_result_notified on jury_result (establishment_id, notified_on, id) where replaces is null;
