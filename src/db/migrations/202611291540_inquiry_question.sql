-- A question to the school by somebody who may have no account, and its answer. `caller` is a hash of the network, to limit how many are
-- asked from one; `mailbox` the address without what follows a plus sign, to limit how many mails one box is sent.
create table question (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  diploma text not null,
  name text not null,
  address text not null,
  mailbox text not null,
  account uuid,
  caller bytea,
  lang text not null check (lang in ('fr', 'en')),
  body text not null,
  asked_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (establishment_id, id),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index question_by_day on question (establishment_id, asked_at, id);
create index question_by_mailbox on question (establishment_id, mailbox, asked_at);
create index question_by_account on question (establishment_id, account);
alter table question enable row level security;
create policy school on question using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on question to livret_app;
