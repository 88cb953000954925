-- What waits for whom: derived from facts by the act that changes them, read by first pages, badges and the daily reminder. It names
-- a chain and a person by their ids and says no more of them; `facts` holds numbers and days alone.
create table waiting (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  chain text not null,
  key text not null,
  -- Which of several on the chain (an exam, a message), empty where there is one.
  part text not null default '',
  -- account:…, guest:… or may:<permission>
  who text not null check (who ~ '^(account|guest|may):.'),
  -- The chain by which its person is known (account:…, dossier:…); null where it is about nobody in particular.
  person text,
  from_on date not null,
  -- Null: by no day.
  due_on date,
  -- The first day on which it is shown no more.
  until_on date not null,
  -- Where it waits for a permission: a guest who acts for the State sees it only if let into one of these things.
  within text[] not null default '{}',
  -- Those who must leave it to another although they have the permission.
  except_for text[] not null default '{}',
  facts jsonb not null default '{}',
  primary key (establishment_id, chain, key, part, who)
);
create index waiting_for on waiting (establishment_id, who, due_on, chain, key, part);
create index waiting_about on waiting (establishment_id, person) where person is not null;
create index waiting_due on waiting (establishment_id, key, due_on);
create index waiting_over on waiting (establishment_id, until_on);
alter table waiting enable row level security;
create policy school on waiting using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on waiting to livret_app;
