-- Periods that were closed for the accountant. Whatever is dated in one and comes to be known later is booked on the next open day.
create table books_closing (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  until date not null, -- its last day
  year_end boolean not null, -- an accounting year ends on it: what is deferred and accrued was booked
  entries integer not null check (entries >= 0),
  total bigint not null check (total >= 0), -- of the debits, and of the credits
  silent jsonb not null, -- facts of the period that moved nothing, each with its day of booking
  before text, -- the fingerprint of the closing before it
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'), -- SHA-256 of its entries and of `before`
  closed_on date not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, until)
);
alter table books_closing enable row level security;
create policy school on books_closing using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on books_closing to livret_app;

-- Its entries, frozen: none is ever changed.
create table books_entry (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  closing uuid not null,
  fact text not null, -- that is booked, by its own key
  place integer not null check (place >= 0), -- among the entries of its fact
  debtor text, -- as it was known then
  journal text not null check (journal in ('sales', 'bank', 'cash', 'other')),
  number integer not null check (number > 0),
  booked_on date not null,
  piece text not null check (piece <> ''),
  piece_on date not null,
  label text not null,
  lines jsonb not null, -- accounts, with their amounts in cents
  sorted text not null, -- of one day
  primary key (establishment_id, id),
  unique (establishment_id, journal, number),
  unique (establishment_id, fact, place),
  foreign key (establishment_id, closing) references books_closing (establishment_id, id)
);
create index books_entry_by_closing on books_entry (establishment_id, closing);
create index books_entry_by_day on books_entry (establishment_id, booked_on);
create index books_entry_by_debtor on books_entry (establishment_id, debtor) where debtor is not null;
alter table books_entry enable row level security;
create policy school on books_entry using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on books_entry to livret_app;
