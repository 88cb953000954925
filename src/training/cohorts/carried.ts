/** The enrolment of a person who came in by a table, already in training, with the hours that they followed before. */
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { keepLonger } from "../../retention/kept-longer.ts";
import { enrolmentChain } from "../enrolled.ts";
import { insertCarriedHours } from "../hours/store.ts";
import { insertEnrolment } from "./store.ts";

export type CarriedEnrolment = {
  readonly id: string;
  readonly dossier: string;
  readonly cohort: string;
  readonly name: string;
  readonly contractOn: Day;
  /** When the documents owed before the contract were handed over. */
  readonly givenOn: Day;
  /** Null of a person who followed nothing yet. */
  readonly followed: {
    readonly until: Day;
    readonly by: string;
    readonly units: readonly { readonly unit: string; readonly minutes: number }[];
  } | null;
};

/** In the enrolment's own chain, which the act has taken. No mail, and no step counted: they were enrolled before. */
export async function enrolCarried(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  { followed, ...person }: CarriedEnrolment,
): Promise<void> {
  const of = enrolmentChain(person.id);
  const by = actorName(actor);
  await insertEnrolment(tx, { ...person, account: null, by, at }, { of });
  await keepLonger(tx, { id: person.dossier, by: of, at });
  if (followed) await insertCarriedHours(tx, { enrolment: person.id, ...followed, recordedBy: by, at }, { of });
}
