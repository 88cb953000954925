/** A school that may conclude contracts, with its office, the head of its training, its director and a cohort that is ready for them. */
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { seeInvoice } from "../billing/invoices/views.ts";
import { issueProposed } from "../contracts/invoicing/acts.ts";
import { listProposals } from "../contracts/invoicing/views.ts";
import { seeContract } from "../contracts/views.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { lawWorld } from "../house/world.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { deed } from "./people.ts";
import { LAWS, testWorldOf } from "./server.ts";
import { employed, readyForContracts } from "./trainees.ts";
import { newAttempt } from "./world.ts";

const SCHOOL = "faire-ess";

/** What somebody says to have received before they sign. */
export const RECEIVED =
  "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(" ");

export async function contractOffice(now: () => Date) {
  const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now });
  const officer = await employed(world, "Anna Officier", "admission-officer", "finance");
  const head = await employed(world, "Ines Responsable", "head-of-training");
  const { actor } = await employed(world, "Dora Directrice", "director");
  const director = () => ({ ...actor, authenticatedAt: now() }) as Actor;
  const name = { diploma: "deis", name: "2027-2029", startsOn: "2027-09-13", endsOn: "2029-07-13" };
  const { cohort } = await deed(world, openCohort, head.actor, name);
  await readyForContracts(world, head.actor, cohort, "2027-09-13");
  return { world, close, officer, head, director, cohort };
}

type Office = { readonly world: World; readonly officer: { readonly actor: Actor } };

/** What an officer of contracts reads and does about invoices; `office`: asked at each call, as a test makes it before its first. */
export function invoicingIn(office: () => Office) {
  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const read = async <F extends TSchema, V>(one: View<F, V>, input: Static<F>) => {
    const { world, officer } = office();
    const found = await view(world, one, asked(officer.actor, input));
    if (found.kind !== "found") throw new Error(JSON.stringify(found));
    return found.value;
  };
  const proposedTo = async ({ dossier }: { readonly dossier: string }) =>
    (await read(listProposals, {})).proposals.filter((one) => one.dossier === dossier);
  return {
    asked,
    /** What became of an act: its kind, or the sentences of what is invalid. */
    tried: async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
      const outcome = await perform(office().world, act, { ...asked(actor, input), attempt: newAttempt() });
      return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
    },
    listed: () => read(listProposals, {}),
    proposedTo,
    /** Issues all that is proposed to a person; gives the numbers. */
    issue: async (one: { readonly dossier: string }) => {
      const keys = (await proposedTo(one)).map(({ key }) => key);
      const { world, officer } = office();
      return (await deed(world, issueProposed, officer.actor, { dossier: one.dossier, keys })).numbers;
    },
    invoice: (number: string) => read(seeInvoice, { number }),
    seenContract: async ({ dossier }: { readonly dossier: string }) => {
      const { contract } = await read(seeContract, { dossier, language: "fr" as const });
      if (!contract) throw new Error("There is no contract");
      return contract;
    },
  };
}
