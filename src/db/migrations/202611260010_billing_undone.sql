-- A refund that failed, and another that gives its money back instead: what failed is then nothing to follow any more.
create table refund_again (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the failed refund's own
  charge uuid not null,
  refund uuid not null, -- that which is made instead
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references refund (establishment_id, id),
  foreign key (establishment_id, refund) references refund (establishment_id, id)
);
create index refund_again_by_charge on refund_again (establishment_id, charge);
alter table refund_again enable row level security;
create policy school on refund_again using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on refund_again to livret_app;

-- A waiver that was given by mistake: what was given up is owed again.
create table waiver_reversal (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the waiver's own
  charge uuid not null,
  reversed_on date not null,
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references waiver (establishment_id, id)
);
create index waiver_reversal_by_charge on waiver_reversal (establishment_id, charge);
alter table waiver_reversal enable row level security;
create policy school on waiver_reversal using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on waiver_reversal to livret_app;
