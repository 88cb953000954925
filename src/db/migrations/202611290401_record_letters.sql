-- Whoever has no electronic address is written to by a letter: the same words, on paper. It stands among the mails, with the postal
-- address that it carries in place of theirs, and waits until somebody notes that it was posted or handed over.
alter table mail alter column to_address drop not null;
alter table mail add column postal jsonb; -- {name, lines}
alter table mail add constraint mail_somewhere check ((to_address is null) <> (postal is null));
alter table mail_sending drop constraint mail_sending_state_check;
alter table mail_sending add constraint mail_sending_state_check
  check (state in ('queued', 'sending', 'sent', 'in-doubt', 'failed', 'bounced', 'to-hand'));

-- Who noted that a letter went, when and how.
create table mail_handed (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  mail uuid not null,
  handed_on date not null,
  means text not null check (means in ('post', 'hand')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, mail)
);
alter table mail_handed enable row level security;
create policy school on mail_handed using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on mail_handed to livret_app;
