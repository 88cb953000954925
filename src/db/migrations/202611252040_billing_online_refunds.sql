-- Money that whoever took it online is asked to give back. The refund itself is a row of `refund`, as any other: what is here
-- says that the provider is asked, and what it tells.

create table online_refund (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the refund's own, and the name under which the provider is asked
  charge uuid not null,
  payment uuid not null,
  session text not null, -- the provider's page on which it was paid
  asked_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references refund (establishment_id, id),
  foreign key (establishment_id, payment) references payment (establishment_id, id)
);
create index online_refund_by_charge on online_refund (establishment_id, charge);
create index online_refund_by_age on online_refund (establishment_id, asked_at);
alter table online_refund enable row level security;
create policy school on online_refund using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on online_refund to livret_app;

-- Each thing told, once, in any order.
create table online_refund_told (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- the provider's, or of our own asking
  online_refund uuid not null,
  given text not null, -- the provider's own id of the refund
  state text not null check (state in ('accepted', 'given', 'failed')),
  received_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, online_refund) references online_refund (establishment_id, id)
);
create index online_refund_told_by_refund on online_refund_told (establishment_id, online_refund);
alter table online_refund_told enable row level security;
create policy school on online_refund_told using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on online_refund_told to livret_app;

-- A refund that gave nothing back: it counts no more, as a payment that was reversed.
create table refund_failure (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the refund's own
  charge uuid not null,
  failed_on date not null,
  why text not null check (why in ('refused', 'failed')),
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references refund (establishment_id, id)
);
create index refund_failure_by_charge on refund_failure (establishment_id, charge);
alter table refund_failure enable row level security;
create policy school on refund_failure using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on refund_failure to livret_app;
