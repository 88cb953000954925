/** Tells people of the same name apart within one list. */

type Named = { readonly name: string };

/** The same list, with `by` (such as the dossier's number) after each name that several people of the list share. */
export function toldApart<T extends Named>(people: readonly T[], by: (person: T) => string | null): T[] {
  const alike = Map.groupBy(people, ({ name }) => heard(name));
  return people.map((person) => {
    const beside = alike.get(heard(person.name))!.length > 1 ? by(person) : null;
    return beside === null ? person : { ...person, name: `${person.name}, ${beside}` };
  });
}

/** The name as heard, without capitals, accents and extra blanks. */
function heard(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/gu, " ").trim().toLowerCase();
}
