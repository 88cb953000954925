/** Enrols somebody in a cohort, for the room that concludes contracts: it decides whether they may be. */
import { countStep } from "../../act/counting.ts";
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { change } from "../../act/keep.ts";
import { acceptedPlaces, undecidedOf } from "../../admission/accepted.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { keepLonger } from "../../retention/kept-longer.ts";
import { enrolmentChain } from "../enrolled.ts";
import { enrolledMail } from "./mails.ts";
import { spanFor } from "./span.ts";
import { type Cohort, enrolmentOfDossier, findEnrolment, insertEnrolment } from "./store.ts";
import { tellTrainee } from "./telling.ts";
import { pastSpan } from "./words.ts";

type Enrolling = {
  readonly cohort: Cohort;
  readonly dossier: string;
  /** Null as long as nothing is signed, or something is still to be handed over. */
  readonly contractOn: Day | null;
  readonly givenOn: Day | null;
};
/** `contested`: domains whose dispense the authority has not confirmed, so that the exam is still to be sat. */
export type EnrolledInto = { readonly enrolment: string; readonly contested: readonly string[] };

/** What the calling act writes by it. */
export const ENROLLING_TABLES = ["enrolment", "kept_longer", "mail"] as const;

/**
 * In a chain of its own. The act has locked the candidacy, so that the place cannot be given up before the enrolment is written, and the
 * cohort's chain.
 */
export async function enrolInto(
  context: Performing<unknown>,
  { cohort, dossier, contractOn, givenOn }: Enrolling,
): Promise<EnrolledInto | { readonly issue: Issue }> {
  const { tx, actor, at, today } = context;
  const [place] = await acceptedPlaces(tx, { dossier, diploma: cohort.diploma });
  if (!place) return { issue: refusals.notAccepted };
  if (await enrolmentOfDossier(tx, dossier)) return { issue: refusals.enrolled };
  if (today > cohort.endsOn) return { issue: refusals.cohortOver };
  const { account, name } = place;
  const { relief, contested } = (await undecidedOf(tx, [dossier])).get(dossier)!;
  if (relief) return { issue: refusals.noRelief };
  const span = await spanFor(context, { account, dossier }, cohort);
  if (span && cohort.endsOn > span.until) return { issue: pastSpan(span) };
  const enrolment = { id: newId(), dossier, account, cohort: cohort.id, name, contractOn, givenOn };
  const of = enrolmentChain(enrolment.id);
  await insertEnrolment(tx, { ...enrolment, by: actorName(actor), at }, { of });
  await keepLonger(tx, { id: dossier, by: of, at });
  await tellTrainee(context, enrolment, (lang, onPaper) => enrolledMail(lang, cohort, { onPaper }), { of });
  countStep(tx, "training");
  return { enrolment: enrolment.id, contested: [...contested] };
}

/** The contract of somebody enrolled before it was concluded is concluded now. The act has locked the enrolment's chain. */
export async function contractConcluded(
  tx: Tx,
  enrolment: string,
  { contractOn, givenOn }: { readonly contractOn: Day | null; readonly givenOn: Day | null },
): Promise<void> {
  const found = await findEnrolment(tx, enrolment);
  if (!found || found.contractOn !== null || contractOn === null) return;
  await change(
    tx,
    "enrolment",
    enrolment,
    { contract_on: contractOn, given_on: givenOn },
    { of: enrolmentChain(enrolment) },
  );
}

const refusals = {
  notAccepted: issue(
    "dossier",
    "Cette personne n’a pas accepté de place pour ce diplôme.",
    "This person has not accepted a place for this diploma.",
  ),
  noRelief: issue(
    "dossier",
    "Les allègements et dispenses de cette personne ne sont pas décidés : décidez-en d’abord, même s’il n’y en a aucun.",
    "The reliefs and dispenses of this person are not decided: decide them first, even where there is none.",
  ),
  enrolled: issue("dossier", "Cette personne est déjà inscrite.", "This person is enrolled already."),
  cohortOver: issue("cohort", "La promotion est finie.", "The cohort is over."),
};
