-- An entry of the bank that tells of money recorded before: a payment that a person typed, or a slip of cheques. No second payment is made.
create table bank_line_tie (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  line text not null,
  payment uuid,
  slip uuid,
  amount integer not null check (amount > 0),
  tied_on date not null,
  made_by text not null,
  primary key (establishment_id, id),
  check (num_nonnulls(payment, slip) = 1),
  foreign key (establishment_id, line) references bank_line (establishment_id, id),
  foreign key (establishment_id, payment) references payment (establishment_id, id),
  foreign key (establishment_id, slip) references cheque_slip (establishment_id, id)
);
create index bank_line_tie_by_line on bank_line_tie (establishment_id, line);
create index bank_line_tie_by_payment on bank_line_tie (establishment_id, payment) where payment is not null;
create index bank_line_tie_by_slip on bank_line_tie (establishment_id, slip) where slip is not null;
alter table bank_line_tie enable row level security;
create policy school on bank_line_tie using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bank_line_tie to livret_app;

-- It was other money after all: the entry is to be matched again.
create table bank_line_untie (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  untied_on date not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references bank_line_tie (establishment_id, id)
);
alter table bank_line_untie enable row level security;
create policy school on bank_line_untie using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bank_line_untie to livret_app;

-- Money that came for something else than what is asked for here, left to the accountant; null where it is no money of its own: told twice.
-- The amount is what was left to match; null of those set aside before.
alter table bank_line_aside add column elsewhere boolean;
alter table bank_line_aside add column amount integer;

-- Payments of an amount within some days: those that may be the same money.
create index payment_by_amount on payment (establishment_id, amount, paid_on);
create index cheque_slip_by_total on cheque_slip (establishment_id, total, deposited_on);
