/**
 * Enrolling: of those whose contract is concluded, as many as one likes at once; and on the director's word although something is wanting,
 * with the ground and what the decision found wanting that day.
 */
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { lockChains, takeChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { candidacyChain } from "../admission/rules/candidacy.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { cohortChain } from "../training/cohorts/acts.ts";
import { type Cohort, cohortOf } from "../training/cohorts/cohorts.ts";
import { type EnrolledInto, ENROLLING_TABLES, enrolInto } from "../training/cohorts/enrolling.ts";
import { joinIssues } from "../training/lessons/joining.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { cohortLine, personLine, wantingLine } from "./enrol-lines.ts";
import * as output from "./output.ts";
import { refusals } from "./refusals.ts";
import { concludedOn } from "./rules/contract.ts";
import { contractChain } from "./rules/facts.ts";
import { type Agreed, agreedOn, decidedOn, isOwn, settle, stateNow, wanting } from "./settling.ts";
import { insertFact, personOf } from "./store.ts";

/** As many as one list of a cohort has. */
const MOST = 100;

export const enrol = defineAct({
  name: "enrol",
  label: { fr: "Inscrire en formation", en: "Enrol in the training" },
  who: "run the training",
  form: Type.Object(
    { cohort: Id, dossiers: Type.Array(Id, { minItems: 1, maxItems: MOST, uniqueItems: true }) },
    closed,
  ),
  output: output.enrol,
  shows: { lines: true },
  writes: [...new Set([...ENROLLING_TABLES, "contract_fact"] as const)],
  async perform(context) {
    const { input } = context;
    const { dossiers } = input;
    const cohort = await lockFor(context, input.cohort, dossiers);
    if (!cohort) return FORBIDDEN;
    const enrolled: (EnrolledInto & { readonly dossier: string })[] = [];
    const issues: Issue[] = [];
    const read: Agreed[] = [];
    for (const dossier of dossiers) {
      const found = await agreedOn(context, dossier);
      if (!found) return invalid([refusals.noPlace]);
      read.push(found);
      const agreed = await saidFree(context, found);
      if (isOwn(context.actor, agreed)) return FORBIDDEN;
      const named = (one: Issue) => ofPerson(one, agreed, dossiers);
      const wants = [...wantingFor(context, agreed), ...otherThanSigned(agreed, cohort)];
      if (wants.length > 0) {
        issues.push(...wants.map(named));
        continue;
      }
      const made = await enrolInto(context, { cohort, dossier, ...concludedOn(agreed.read, agreed.money.payers) });
      if ("issue" in made) issues.push(named(made.issue));
      else enrolled.push({ dossier, ...made });
    }
    const otherwise = context.changed([cohortLine(cohort), ...read.map(chosenLine)], { among: true });
    if (otherwise) return otherwise;
    if (issues.length > 0) return invalid(issues);
    const enrolments = enrolled.map(({ enrolment }) => enrolment);
    const conflicts = await joinIssues(context, { cohort: cohort.id, enrolments, path: "cohort" });
    if (conflicts.length > 0) return invalid(conflicts);
    return done({ enrolled }, cohortChain(cohort.id));
  },
});

export const enrolAnyway = defineAct({
  name: "enrolAnyway",
  label: {
    fr: "Inscrire en formation avant que le contrat soit conclu",
    en: "Enrol in the training before the contract is concluded",
  },
  who: "enrol all the same",
  form: Type.Object({ cohort: Id, dossier: Id, ground: Type.String({ minLength: 1, maxLength: 1_000 }) }, closed),
  output: output.enrolAnyway,
  shows: { lines: true },
  writes: [...new Set([...ENROLLING_TABLES, "contract_fact"] as const)],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier } = input;
    const cohort = await lockFor(context, input.cohort, [dossier]);
    const person = cohort && (await personOf(tx, dossier));
    if (!cohort) return FORBIDDEN;
    if (!person) return invalid([refusals.noPlace]);
    if (isOwn(actor, { person })) return FORBIDDEN;
    const ground = input.ground.trim();
    if (ground === "") return invalid([refusals.noGround]);
    // Undefined in a school whose file says nothing of money: there is no contract to conclude.
    const agreed = await agreedOn(context, dossier);
    if (agreed && stateNow(context, agreed) === "withdrawn") return invalid([refusals.withdrawn]);
    const answered = agreed && decidedOn(context, agreed);
    const findings = answered && "fr" in answered ? wanting(answered) : [];
    const lines = [cohortLine(cohort), ...(agreed ? [chosenLine(agreed), wantingLine(findings)] : [])];
    const otherwise = context.changed(lines, { among: true });
    if (otherwise) return otherwise;
    const [other] = agreed ? otherThanSigned(agreed, cohort) : [];
    if (other) return invalid([other]);
    const days = agreed ? concludedOn(agreed.read, agreed.money.payers) : { contractOn: null, givenOn: null };
    const made = await enrolInto(context, { cohort, dossier, ...days });
    if ("issue" in made) return invalid([made.issue]);
    const conflicts = await joinIssues(context, { cohort: cohort.id, enrolments: [made.enrolment], path: "cohort" });
    if (conflicts.length > 0) return invalid(conflicts);
    const fact = { kind: "enrolled-anyway", on: today, details: { ground, findings } } as const;
    if (agreed) await settle(context, agreed, [fact]);
    else await insertFact(tx, { dossier, by: actorName(actor), at, ...fact });
    return begun(made, enrolmentChain(made.enrolment));
  },
});

function chosenLine({ person: { name, number }, read: { cohort }, cohorts }: Agreed) {
  return personLine({ name, number, chosen: cohort }, cohorts);
}

/** Notes that nothing is to be paid, where reliefs leave a price of 0: enrolment needs that fact, and no payer is asked for. */
async function saidFree(context: Performing<unknown>, agreed: Agreed): Promise<Agreed> {
  if (agreed.free === null || !agreed.person.accepted || isOwn(context.actor, agreed)) return agreed;
  const settled = await settle(context, agreed, []);
  return "issues" in settled ? agreed : settled.agreed;
}

/** Locks all that is read and written, in the lock order of all acts; undefined where there is no such cohort. */
async function lockFor(
  { tx }: Performing<unknown>,
  cohort: string,
  dossiers: readonly string[],
): Promise<Cohort | undefined> {
  await lockChains(tx, [...dossiers.map(candidacyChain), cohortChain(cohort)]);
  await takeChains(tx, dossiers.map(contractChain));
  return cohortOf(tx, cohort);
}

/** A contract or convention that is signed says the dates and the hours of one cohort, and no other. */
function otherThanSigned({ cohort: meant, read }: Agreed, { id }: Cohort): Issue[] {
  const signed = read.contract?.shares.some((share) => share.signed !== null) ?? false;
  return signed && meant !== null && meant.id !== id ? [refusals.signedForAnother(meant.name)] : [];
}

/** What bars a person's enrolment, as the decision says it; nothing where it may be made. */
function wantingFor(context: Performing<unknown>, agreed: Agreed): Issue[] {
  const state = stateNow(context, agreed);
  if (state === "concluded") return [];
  if (state === "withdrawn") return [refusals.withdrawn];
  const answered = decidedOn(context, agreed);
  if (state === "unsaid" || !answered || !("fr" in answered)) return [refusals.unsaid];
  const { fr, en } = answered;
  const open = fr.papers.filter((one) => one.state === "unsigned" || one.missing.length > 0);
  const labels = open.map(({ source }) => agreed.money.payers.find(({ payer }) => payer === source)!.label);
  const found = wanting({ fr, en });
  const said = found.map((one) => issue("dossiers", one.fr, one.en));
  return labels.length === 0 ? said : [...said, refusals.notConcluded(labels)];
}

/** With the person's name, where there are several. */
function ofPerson({ message }: Issue, { person }: Agreed, dossiers: readonly string[]): Issue {
  const say = (lang: "fr" | "en") =>
    dossiers.length === 1 ? message(lang) : `${person.name}${lang === "fr" ? "\u00a0:" : ":"} ${message(lang)}`;
  return issue("dossiers", say("fr"), say("en"));
}
