-- A session goes with its juries once its period is over and nothing of any candidate of it is left.
grant delete on exam_session, exam_sent, jury_order, exam_designation, exam_group, exam_examiner, jury to livret_app;
