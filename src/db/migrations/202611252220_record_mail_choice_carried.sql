-- A choice made by the link of a reminder goes along when its person takes the thing into an account: the row stays that of the
-- thing, chained and erased with it, and names the account. What was chosen last counts, there or in the account itself.
alter table mail_choice add column account uuid;
create index mail_choice_account on mail_choice (establishment_id, account) where account is not null;

create function wants_reminders(whose uuid, thing uuid)
returns boolean
language sql stable
as $$
  select coalesce((
    select m.reminders from mail_choice m where m.id in (whose, thing) or m.account = whose
    order by m.chosen_at desc, m.reminders limit 1
  ), true)
$$;
revoke all on function wants_reminders(uuid, uuid) from public;
grant execute on function wants_reminders(uuid, uuid) to livret_app;
