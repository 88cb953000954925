-- Whether somebody wants the mails that they may do without, in one school: reminders. Without a row they get them.
create table mail_choice (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the account's own
  reminders boolean not null,
  version integer not null check (version > 0),
  chosen_at timestamptz not null,
  primary key (establishment_id, id)
);
alter table mail_choice enable row level security;
create policy school on mail_choice using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on mail_choice to livret_app;
