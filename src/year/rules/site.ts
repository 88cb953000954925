/** The site of a cohort. Pure. */

type Campuses = { readonly campuses: readonly { readonly campus: string }[] };

/** That of its plan; a school of one campus needs no plan to say it. Undefined: not known, so that nobody is counted anywhere. */
export function siteOf({ campuses }: Campuses, planned: string | null): string | undefined {
  return planned ?? (campuses.length === 1 ? campuses[0]!.campus : undefined);
}
