/** What a dossier is called in the record, and who stands on either side of it. */

export const dossierChain = (id: string) => `dossier:${id}`;

export type Side = "person" | "school";
