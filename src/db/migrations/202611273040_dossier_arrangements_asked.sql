-- Whoever asks for arrangements, or confided something: else the advisor's list reads all that was ever written.
create index dossier_section_arrangements on dossier_section (establishment_id, dossier)
  where (section = 'accommodations' and contents ->> 'needed' = 'yes')
    or (section = 'accommodations-said' and contents ->> 'said' <> '');
