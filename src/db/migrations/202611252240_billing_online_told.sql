-- What providers tell beside a payment: what became of a page, money given back or disputed at the provider's own place, a
-- refund that is not what was asked. `session` is the provider's id of whatever it tells of.
alter table online_event drop constraint online_event_outcome_check;
alter table online_event add constraint online_event_outcome_check check (outcome in (
  'recorded', 'known', 'nothing', 'unknown', 'currency',
  'returned', 'unreturned', 'disputed', 'dispute-won', 'dispute-lost', 'differs'
));
-- An amount is kept as it was told, however odd.
alter table online_event alter column amount type bigint;
alter table online_event add column page text check (page in ('under-way', 'ended', 'failed'));
alter table online_event add column intent text; -- the provider's id of the payment itself, which refunds and disputes name
alter table online_event add column online_refund uuid; -- ours, where what is told differs from it
create index online_event_by_intent on online_event (establishment_id, intent);
create index online_event_by_session on online_event (establishment_id, session);

-- A refund that was given otherwise than asked counts no more, once a person has seen to it.
alter table refund_failure drop constraint refund_failure_why_check;
alter table refund_failure add constraint refund_failure_why_check check (why in ('refused', 'failed', 'dropped', 'differs'));
