-- Back under its name, which the record's hash covers too. Nothing writes it any more: who directs a work is what training named, and
-- whoever was named here before stands where training named nobody.
alter table exam_entry rename column director_aside to director;
alter table exam_entry add foreign key (establishment_id, director) references exam_person (establishment_id, id);
