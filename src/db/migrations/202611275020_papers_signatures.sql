-- What somebody signed: the hash of exactly what was shown, who, how they had shown who they are and when, the words they
-- agreed to; or, signed on paper, the scan and who attests it. It is never changed.
create table signature (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  about text not null, -- the chain of what was signed
  what text not null, -- which paper or statement
  shown text not null, -- sha256:…
  words text not null, -- as printed
  signer text, -- account:…, guest:…; none of who signed on paper
  name text not null,
  authenticated_at timestamptz,
  scan uuid, -- the file, of what was signed on paper
  attested_by text,
  signed_at timestamptz not null,
  primary key (establishment_id, id),
  check ((scan is null) = (attested_by is null)),
  check ((signer is null) = (scan is not null))
);
create index signature_about on signature (establishment_id, about, signed_at);
create index signature_of on signature (establishment_id, signer) where signer is not null;
alter table signature enable row level security;
create policy school on signature using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on signature to livret_app;
