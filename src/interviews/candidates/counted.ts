/**
 * Who may be interviewed, with the time that counts for them. More time that was granted counts by itself: at least as much as the
 * référentiel gives whoever has it, and more where the school noted more. A third more is 33 percent: hours go by steps of five minutes.
 */
import type { Performing } from "../../act/act.ts";
import { grantsTime } from "../../dossier/rules/arranged.ts";
import { findIntake } from "../../intake/intake.ts";
import { arrangedOf, needOf, type Noted, notedOf, notedToInterview } from "./store.ts";

type Given = Pick<Performing<unknown>, "tx" | "law">;

/** `extra`: how much longer, in percent. */
export type Candidate = Noted & { readonly extra: number };

/** Those of an intake who have no interview to come nor held one, by name. */
export async function toInterview(given: Given, intake: string): Promise<readonly Candidate[]> {
  const share = await shareIn(given, intake);
  return (await notedToInterview(given.tx, intake)).map((one) => counted(one, share));
}

/** One of them, whether they have one or not. */
export async function candidateOf(given: Given, dossier: string): Promise<Candidate | undefined> {
  const one = await notedOf(given.tx, dossier);
  return one && counted(one, await shareIn(given, one.intake));
}

/** How much longer somebody’s interview in an intake lasts, whether they are still to be heard or not. */
export async function extraOf(
  given: Given,
  of: { readonly dossier: string; readonly intake: string },
): Promise<number> {
  const { extra: noted } = await needOf(given.tx, of.dossier);
  const arranged = await arrangedOf(given.tx, of.dossier);
  return counted({ noted, arranged }, await shareIn(given, of.intake)).extra;
}

function counted<N extends Pick<Noted, "noted" | "arranged">>(one: N, share: number): N & { readonly extra: number } {
  return { ...one, extra: Math.max(one.noted, grantsTime(one.arranged ?? {}) ? share : 0) };
}

/** In percent, by the law that an intake rests on. */
async function shareIn({ tx, law }: Given, intake: string): Promise<number> {
  const found = await findIntake(tx, intake);
  const extra = found && law(found.diploma, { version: found.lawVersion })?.diploma.extraTime;
  return extra ? Math.floor((extra.minutesAnHour * 100) / 60) : 0;
}
