/** People of one list as it calls them: each by their name, and those of one name with what tells them apart beside it. */

type Named = { readonly name: string };

/** The same list; `by` is what stands beside a name that somebody else of it has too, such as the number of a dossier. */
export function toldApart<T extends Named>(people: readonly T[], by: (one: T) => string | null): T[] {
  const alike = Map.groupBy(people, ({ name }) => heard(name));
  return people.map((one) => {
    const beside = alike.get(heard(one.name))!.length > 1 ? by(one) : null;
    return beside === null ? one : { ...one, name: `${one.name}, ${beside}` };
  });
}

/** As it is heard: capitals, accents and blanks tell nobody apart. */
function heard(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/gu, " ").trim().toLowerCase();
}
