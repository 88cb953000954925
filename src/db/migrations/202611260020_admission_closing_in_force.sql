-- The closing that was in force when something was handed in: it may be put off later, and a receipt says what held then.
alter table submission add column closes_at timestamptz;
