/** What each subject shows of a person on the office's page about them: the page itself knows no subject. */
import type { Html } from "../kit/html.ts";
import type { Day } from "../kit/day.ts";
import type { SignedVisit } from "./page.ts";

declare module "../act/world.ts" {
  interface House {
    /** The parts of a person's page, in the order shown. */
    readonly personParts: readonly PersonParts[];
  }
}

/** A person of this school: an account, or a dossier without one. */
type PersonSeen = {
  readonly person: string;
  readonly account: string | null;
  /** Latest first. */
  readonly dossiers: readonly { readonly dossier: string; readonly number: string; readonly diploma: string }[];
};

export type PersonEvent = {
  /** A day where the hour was not kept. */
  readonly at: Date | Day;
  /** Its key in the address of the filtered chronology. */
  readonly subject: string;
  /** «Courriel», «Décision»: the subject in words. */
  readonly kind: string;
  readonly what: string;
  /** The page about it, below the school. */
  readonly to?: string;
};

export type PersonPart = {
  /** Its anchor. */
  readonly key: string;
  readonly title: string;
  /** None where the part only adds to the chronology. */
  readonly main?: Html;
  /** A link under the person’s details, to what is done seldom. */
  readonly seldom?: { readonly to: string; readonly label: string };
  /** Files stand beside, under the chronology. */
  readonly isFile?: true;
  readonly events?: readonly PersonEvent[];
};

/** The number of a dossier, where it tells several of one person apart. */
export function apart(dossiers: PersonSeen["dossiers"], number: string): string | undefined {
  return dossiers.length > 1 ? number : undefined;
}

/** None where the visitor may see nothing of it, or there is nothing. */
export type PersonParts = (visit: SignedVisit, person: PersonSeen) => Promise<readonly PersonPart[]>;
