/** People in training for tests: who accepted a place, a cohort, and who is enrolled in it by the real acts. */
import { Readable } from "node:stream";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import type { Role } from "../act/permissions.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { withSchool } from "../db/school.ts";
import { receiveUpload } from "../files/receive.ts";
import type { Day } from "../kit/day.ts";
import { handOver, noteWhoPays } from "../contracts/acts.ts";
import { enrol, enrolAnyway } from "../contracts/enrolling-acts.ts";
import { noteSigned } from "../contracts/signing-acts.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { planCohort } from "../training/cohorts/plan-acts.ts";
import { planLessons } from "../training/lessons/acts.ts";
import { describeTrainer } from "../training/trainers/acts.ts";
import { seeCohortPlan } from "../training/cohorts/views.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "./dossiers.ts";
import { HEAD_OF_TRAINING } from "./intakes.ts";
import { pdf } from "./sent-files.ts";
import { ALWAYS_SHOWN, deed, freshly, giveRoles, type Invented, makeAccount } from "./people.ts";
import type { Draft } from "../inquiry/rules/draft.ts";

export type Person = Invented & { readonly dossier: string };

type Named = {
  readonly name: string;
  readonly declared?: Draft;
  readonly relief?: "decided" | "undecided";
  readonly sections?: object;
};

const addressOf = (name: string) => `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".")}@exemple.fr`;

/** Somebody whose dossier is handed in and who accepted a place, as admission will have noted it. */
export async function anAccepted(
  world: World,
  { name, declared = DECLARED_IN_FULL, relief = "decided", sections: more = {} }: Named,
): Promise<Person> {
  const person = await makeAccount(world, { name, address: addressOf(name) });
  const [given = "", ...birth] = name.split(" ");
  const identity = { ...FULL_SECTIONS.identity, birthName: birth.join(" "), givenNames: given };
  const sections = { ...FULL_SECTIONS, identity, ...more };
  const dossier = await aDossier(world, person, { declared, sections, files: FULL_FILES });
  await handedIn(world, person, dossier);
  await withSchool(world.db, "faire-ess", async (tx) => {
    const { intake } = await tx
      .selectFrom("dossier")
      .select("intake")
      .where("id", "=", dossier)
      .executeTakeFirstOrThrow();
    const row = { id: dossier, intake, state: "accepted", changed_at: world.now() };
    await tx.insertInto("admission_state").values(row).execute();
  });
  if (relief === "decided") await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier });
  return { ...person, dossier };
}

/** Somebody who works here, just signed in with both proofs. */
export async function employed(world: World, name: string, ...roles: Role[]): Promise<Invented & { actor: Actor }> {
  const person = await makeAccount(world, { name, address: addressOf(name) });
  await giveRoles(world, person, roles);
  return { ...person, actor: { ...(await freshly(world, person)), authenticatedAt: ALWAYS_SHOWN } };
}

export const SEPTEMBER = { startsOn: "2026-12-07", endsOn: "2029-06-29" };

export async function aCohort(world: World, actor: Actor, name = "2026-2029"): Promise<string> {
  return (await deed(world, openCohort, actor, { diploma: "deis", name, ...SEPTEMBER })).cohort;
}

const GROUND = "Le financeur tarde à répondre.";

/** The same person with the director's role: they alone enrol before the contract is concluded. */
function asDirector(actor: Actor): Actor {
  return actor.kind === "account" ? { ...actor, roles: ["director"] } : actor;
}

/** Before their contract is concluded: what follows does not depend on it. */
export async function enrolled(
  world: World,
  actor: Actor,
  { dossier }: Pick<Person, "dossier">,
  cohort: string,
): Promise<string> {
  return (await deed(world, enrolAnyway, asDirector(actor), { cohort, dossier, ground: GROUND })).enrolment;
}

/** A cohort whose contracts can be printed: its periods, a first lesson that is not billed, and what is said of its trainer. */
export async function readyForContracts(world: World, head: Actor, cohort: string, on: string): Promise<void> {
  await plannedCohort(world, head, cohort);
  const { account } = await employed(world, `Tom Formateur ${cohort.slice(-4)}`, "trainer");
  const trainer = `account:${account}`;
  const lesson = { unit: "UF2.4", on, from: "09:00", to: "12:00", trainer };
  await deed(world, planLessons, head, { cohort, lessons: [lesson] });
  await deed(world, describeTrainer, head, { cohort, trainer, words: "Doctorat en sociologie" });
}

/** Its site, and its periods as they are proposed. */
export async function plannedCohort(world: World, actor: Actor, cohort: string): Promise<void> {
  const seen = await view(world, seeCohortPlan, { actor, establishment: "faire-ess", input: { cohort } });
  if (seen.kind !== "found") throw new Error(seen.kind);
  const periods = seen.value.proposed.map(({ from, to, units }) => ({ from, to, units: [...units] }));
  await deed(world, planCohort, actor, { cohort, version: 0, campus: seen.value.campuses[0]!.campus, periods });
}

const BEFORE = "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(
  " ",
);
/** What a contract says, by the keys of the law; here as the office reads them on the paper that was signed. */
const STATED =
  "nature duration programme object headcount prior-level delivery means assessment sanction trainers payment early-end withdrawal-form".split(
    " ",
  );

/** Of somebody who pays alone, by a contract that both signed on paper on a day that is past. */
export async function enrolledOn(
  world: World,
  actor: Actor,
  { dossier }: Pick<Person, "dossier">,
  { cohort, contractOn }: { readonly cohort: string; readonly contractOn: Day },
): Promise<string> {
  if (actor.kind !== "account") throw new Error("A paper is noted by an account");
  const { account } = actor;
  const office: Actor = { ...actor, roles: ["director"] };
  await deed(world, noteWhoPays, office, { dossier, others: [], status: "own-cost" });
  await deed(world, handOver, office, { dossier, keys: BEFORE, on: contractOn });
  const stream = Readable.from([pdf({})]);
  const received = await receiveUpload(world, { establishment: "faire-ess", account, stream, name: "contrat.pdf" });
  if ("problem" in received) throw new Error(received.problem);
  const { upload } = received;
  const signed = { source: "personal", on: contractOn, concluded: "premises", by: "Le stagiaire" } as const;
  const paper = { ...signed, dossier, upload, forSchool: "La direction", stated: STATED };
  await deed(world, noteSigned, office, paper);
  const { enrolled: made } = await deed(world, enrol, office, { cohort, dossiers: [dossier] });
  return made[0]!.enrolment;
}
