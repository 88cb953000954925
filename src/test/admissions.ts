/** Candidacies for tests, led by the real acts: dossiers that conform, decided, put through a commission. */
import { randomUUID } from "node:crypto";
import type { Actor } from "../act/act.ts";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { closeCommission, openCommission, proposeDecision } from "../admission/commission-acts.ts";
import { seeCommission } from "../admission/commission-views.ts";
import { decideEligibility } from "../admission/decide-acts.ts";
import { judgeRest } from "../office/acts.ts";
import { seeDossier } from "../office/views.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn, type Sent } from "./dossiers.ts";
import { pdf } from "./sent-files.ts";
import { HEAD_OF_TRAINING } from "./intakes.ts";
import { ALWAYS_SHOWN, deed, type Invented, makeAccount } from "./people.ts";
import type { Draft } from "../inquiry/rules/draft.ts";

const SCHOOL = "faire-ess";

/** Somebody who holds roles here and has just shown who they are. */
export function acting(
  world: World,
  roles: Extract<Actor, { kind: "account" }>["roles"],
  account: string = randomUUID(),
): Actor {
  return { kind: "account", account, session: randomUUID(), roles, authenticatedAt: ALWAYS_SHOWN };
}

export type Conforming = { readonly who: Invented; readonly actor: Actor; readonly dossier: string };

let made = 0;

/** Handed in, every part of it judged to conform. */
export async function conforming(
  world: World,
  name: string,
  declared: Draft = DECLARED_IN_FULL,
  intake?: string,
): Promise<Conforming> {
  const who = await makeAccount(world, { name, address: `conforming-${(made += 1)}@exemple.fr` });
  const [givenNames = name, birthName = name] = name.split(" ");
  const identity = { ...FULL_SECTIONS.identity, birthName, givenNames };
  const sections = { ...FULL_SECTIONS, identity };
  // Whoever asks for relief sends what speaks for it.
  const files: readonly Sent[] = [
    ...FULL_FILES,
    ["relief-requests", "allegement.pdf", pdf({ pages: 1 })],
    ...(declared.titles.some(({ country }) => typeof country === "string")
      ? [["foreign-attestation", "attestation.pdf", pdf({ pages: 1 })] as const]
      : []),
  ];
  const dossier = await aDossier(world, who, { declared, sections, files, ...(intake !== undefined && { intake }) });
  await handedIn(world, who, dossier);
  const seen = await view(world, seeDossier, { actor: HEAD_OF_TRAINING, establishment: SCHOOL, input: { dossier } });
  if (seen.kind !== "found") throw new Error("The dossier handed in is not there");
  await deed(world, judgeRest, HEAD_OF_TRAINING, { dossier, items: [...seen.value.left] });
  return { who, actor: candidate(world, who), dossier };
}

export async function eligible(world: World, name: string, intake?: string): Promise<Conforming> {
  const one = await conforming(world, name, DECLARED_IN_FULL, intake);
  await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier: one.dossier, outcome: "eligible", ground: "Vu." });
  return one;
}

export const WHOLE_COMMISSION = [
  { seat: "director", name: "Dominique Roy", present: true },
  { seat: "head-of-course", name: "Ines Vidal", present: true },
  { seat: "partner", name: "Paul Nguyen", present: true },
];

/** A commission that sits today and could close, with these proposals in their order: the rank of those who wait is theirs. */
export async function sittingCommission(
  world: World,
  intake: string,
  proposed: readonly (readonly [string, "admitted" | "waiting" | "refused"])[],
): Promise<string> {
  const heldOn = world.now().toISOString().slice(0, 10);
  const asked = { intake, heldOn, members: WHOLE_COMMISSION };
  const { commission } = await deed(world, openCommission, HEAD_OF_TRAINING, asked);
  let rank = 0;
  for (const [dossier, decision] of proposed) {
    const waits = decision === "waiting" && { rank: (rank += 1) };
    const grounds = decision === "refused" ? "Le projet ne répond pas encore aux objectifs de la formation." : "";
    await deed(world, proposeDecision, HEAD_OF_TRAINING, { commission, dossier, decision, grounds, ...waits });
  }
  return commission;
}

/** Why it closes over whatever is missing and a ground answers, all of it: most tests are about something else than who was heard. */
export async function closingGrounds(world: World, commission: string) {
  const input = { commission, whole: true } as const;
  const seen = await view(world, seeCommission, { actor: HEAD_OF_TRAINING, establishment: SCHOOL, input });
  if (seen.kind !== "found") throw new Error("The commission is not there");
  return seen.value.closedOver.map(({ condition, dossier }) => ({
    condition,
    ...(dossier !== null && { dossier }),
    ground: "Entendu hors de l’application, grilles jointes au dossier.",
  }));
}

export async function closed(world: World, commission: string, version = 1) {
  const input = { commission, version, grounds: await closingGrounds(world, commission) };
  return deed(world, closeCommission, acting(world, ["head-of-training"]), input);
}

/** Of level 7: the school may grant hours, some of which are asked for. */
export const WITH_A_MASTER: Draft = {
  ...DECLARED_IN_FULL,
  titles: [{ item: 1, kind: "higher-education", yearsOfStudy: 5, country: null, awardedOn: "2017-06-27" }],
  plan: { track: "deis", funding: [], grants: [{ unit: "UF1.1", hours: 20, protocol: "demande" }] },
};
/** A title of which the texts say in two ways whether it dispenses from an exam. */
export const WITH_A_CONTESTED_TITLE: Draft = {
  ...DECLARED_IN_FULL,
  titles: [
    { item: 1, title: "DEASS", awardedOn: "2012-06-27", startedOn: null },
    { item: 4, title: "CAFERUIS", awardedOn: "2018-06-27", startedOn: null },
  ],
};
