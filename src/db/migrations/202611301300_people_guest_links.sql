-- More links of one invitation, beside the first: each mail to an employer or a fund has its own, and an earlier one still opens. Each asks
-- for a code as the first does; all go when the link is renewed, or the invitation ends.
create table guest_link (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  guest uuid not null,
  link_hash bytea not null,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, link_hash),
  foreign key (establishment_id, guest) references guest (establishment_id, id)
);
create index guest_link_of on guest_link (establishment_id, guest);
alter table guest_link enable row level security;
create policy school on guest_link using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on guest_link to livret_app;
