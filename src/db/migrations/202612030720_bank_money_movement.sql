-- A movement on the bank's account may gather several payments, each a line: by the id of the first of them, and the bank's own number. Null
-- where a line is a movement of its own.
alter table bank_line add column movement text, add column movement_reference text;
