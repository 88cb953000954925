/** Where the office reads what a chain is about, by its kind: `dossier` for `dossier:<id>`. Of a kind without an entry, nowhere. */
const ABOUT_PLACES: Readonly<Record<string, (id: string) => string>> = {
  dossier: (id) => `/dossiers/${id}`,
};

export function placeAbout(about: string): string | undefined {
  const [kind = "", id = ""] = about.split(":");
  return Object.hasOwn(ABOUT_PLACES, kind) ? ABOUT_PLACES[kind]!(id) : undefined;
}
