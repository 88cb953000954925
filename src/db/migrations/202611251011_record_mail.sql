-- Every mail that was ever posted, as printed. Posting is part of an act, in whose record the row is sealed; what became
-- of the mail on its way stands apart, because it changes.
create table mail (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  reader text, -- whose account shows it, such as `account:<id>`; null for nobody's
  to_address text not null,
  lang text not null check (lang in ('fr', 'en')),
  subject text not null,
  paragraphs jsonb not null, -- a list of strings
  link jsonb, -- {path, label}: the page it invites to open
  school text, -- in whose name, where the act belongs to the deployment and not to a school
  about text not null, -- the chain of the act
  queued_at timestamptz not null,
  primary key (establishment_id, id)
);
create index mail_by_reader on mail (establishment_id, reader, queued_at);
create index mail_by_about on mail (establishment_id, about);
create index mail_by_age on mail (establishment_id, queued_at, id);
alter table mail enable row level security;
create policy school on mail using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on mail to livret_app;

-- How far a mail got; its id is the mail's.
create table mail_sending (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  message_id text, -- given before the first server hears of it, and never changed
  state text not null check (state in ('queued', 'sending', 'sent', 'in-doubt', 'failed', 'bounced')),
  attempts integer not null, -- conversations begun
  sends integer not null, -- how many times a server took it or may have taken it
  due_at timestamptz, -- of the next try
  sent_at timestamptz,
  problem text, -- why it is not sent, by a name of ours
  said text, -- the server's own words, or those of whoever entered a return
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references mail (establishment_id, id) on delete cascade
);
create index mail_sending_by_state on mail_sending (establishment_id, state, id) where state <> 'sent';
alter table mail_sending enable row level security;
create policy school on mail_sending using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on mail_sending to livret_app;

-- A mail that came back after the server had taken it, entered by the office.
create table mail_bounce (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  mail uuid not null,
  said text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id)
);
create index mail_bounce_by_mail on mail_bounce (establishment_id, mail);
alter table mail_bounce enable row level security;
create policy school on mail_bounce using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on mail_bounce to livret_app;
