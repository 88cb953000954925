/** The requests to correct a person’s civil identity, from the facts of their dossiers. Pure and wordless. */
import type { KeptFact } from "./happened.ts";
import { type Contents, lineOf, type Section, sectionOf } from "./sections.ts";

/** What needs a proof: the name in use is changed with the details of contact, without one. */
export const CIVIL: Section = {
  key: "identity",
  fields: sectionOf("identity")!.fields.filter(({ name }) => name !== "usedName"),
};

/** How long later rooms look back for names that changed, in milliseconds: longer than the calendar ever stands still. */
export const RENAMED_WITHIN = 60 * 24 * 3_600_000;

/** The slot of the proof, beside the pieces of the application. */
export const PROOF = "identity-proof";

export const OUTCOMES = ["accepted", "refused", "withdrawn"] as const;

export type IdentityRequest = {
  /** The id of its proof, too. */
  readonly id: string;
  /** The dossier that carries it. */
  readonly dossier: string;
  readonly at: Date;
  readonly by: string;
  /** The fields to be corrected, as they stood and as they are asked. */
  readonly before: Contents;
  readonly asked: Contents;
  readonly said: string;
  /** How the person told it, where the office entered it. */
  readonly how: string | null;
  readonly outcome: { readonly kind: (typeof OUTCOMES)[number]; readonly at: Date; readonly ground: string } | null;
};

export type FactOfDossier = Pick<KeptFact, "kind" | "at" | "by" | "details"> & { readonly dossier: string };

/** The latest first. An acceptance stands on every dossier of a person, and ends the request on the one that carries it. */
export function identityRequests(facts: readonly FactOfDossier[]): IdentityRequest[] {
  const ends = facts.filter(({ kind }) => OUTCOMES.some((outcome) => kind === `identity-${outcome}`));
  return facts
    .filter(({ kind }) => kind === "identity-asked")
    .map(({ dossier, at, by, details }) => {
      const id = String(details.request);
      const end = ends.find((one) => one.dossier === dossier && one.details.request === id);
      return {
        id,
        dossier,
        at,
        by,
        before: details.before as Contents,
        asked: details.asked as Contents,
        said: String(details.said),
        how: typeof details.how === "string" ? details.how : null,
        outcome: end
          ? {
              kind: end.kind.slice("identity-".length) as (typeof OUTCOMES)[number],
              at: end.at,
              ground: typeof end.details.reason === "string" ? end.details.reason : "",
            }
          : null,
      };
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** The fields of the civil identity that differ, as they are asked; a place of birth goes with its country. */
export function correctedIn(before: Contents, given: Contents): Contents {
  const { fields } = CIVIL;
  const whole = Object.fromEntries(
    fields.map(({ name, when }) => [name, when && !when(given) ? "" : lineOf(given, name)] as const),
  );
  return Object.fromEntries(Object.entries(whole).filter(([name, value]) => value !== lineOf(before, name)));
}

/** The same fields as they stand. */
export function standingIn(now: Contents, asked: Contents): Contents {
  return Object.fromEntries(Object.keys(asked).map((name) => [name, lineOf(now, name)]));
}

/** The names that were corrected since, by which the person is still found. */
export function elderNames(facts: readonly Pick<KeptFact, "kind" | "details">[]): string[] {
  const accepted = facts.filter(({ kind }) => kind === "identity-accepted");
  return accepted.flatMap(({ details }) =>
    ["birthName", "givenNames"].map((name) => lineOf(details.before as Contents, name)).filter(Boolean),
  );
}
