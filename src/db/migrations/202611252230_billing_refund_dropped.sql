-- A refund online that never left, because its provider is no longer asked, may be given up by the accounts and made by hand.
alter table refund_failure drop constraint refund_failure_why_check;
alter table refund_failure add constraint refund_failure_why_check check (why in ('refused', 'failed', 'dropped'));
