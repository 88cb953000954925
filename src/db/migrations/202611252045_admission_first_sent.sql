-- A form that was sent before its sender was asked who they are: what was sent, and when, for as long as that may take.
alter table challenge drop constraint challenge_kind_check;
alter table challenge add constraint challenge_kind_check check (kind in ('totp', 'new-passkey', 'passkey', 'provider', 'sent'));
-- When it was first sent, where the person was asked who they are before it went on: lateness is judged by it.
alter table submission add column sent_at timestamptz;
