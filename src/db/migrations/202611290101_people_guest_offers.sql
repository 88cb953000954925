-- Whom somebody means to let in for what one person alone does not give: nobody is let in, and no mail is sent, before another has
-- confirmed it. The row goes with the answer, or with its last day. No address here opens anything.
create table guest_offer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  guest uuid not null, -- the invitation that it will be, or that it adds to
  name text not null,
  address text not null,
  address_key text not null,
  language text not null check (language in ('fr', 'en')),
  roles text[] not null check (cardinality(roles) > 0),
  until date not null,
  offered_by text not null,
  offered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, address_key)
);
create index guest_offer_by_end on guest_offer (establishment_id, until);
alter table guest_offer enable row level security;
create policy school on guest_offer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on guest_offer to livret_app;

-- Who confirmed the last of what two gave them; nobody for what one person gives.
alter table guest add column confirmed_by text;
