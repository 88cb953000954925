/**
 * Candidates with their extra time: if granted, at least the référentiel's share, or more if the school noted more. A third more is 33
 * percent, since hours go by steps of five minutes.
 */
import type { Performing } from "../../act/act.ts";
import { grantsTime } from "../../dossier/rules/arranged.ts";
import { findIntake } from "../../intake/intake.ts";
import { arrangedOf, needOf, type Noted, notedOf, notedToInterview } from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law">;

/** `extra`: the extra time, in percent. */
export type Candidate = Noted & { readonly extra: number };

/** Candidates of an intake without an interview held or to come, by name. */
export async function toInterview(context: Context, intake: string): Promise<readonly Candidate[]> {
  const share = await shareIn(context, intake);
  return (await notedToInterview(context.tx, intake)).map((one) => counted(one, share));
}

/** A candidate, with or without an interview. */
export async function candidateOf(context: Context, dossier: string): Promise<Candidate | undefined> {
  const noted = await notedOf(context.tx, dossier);
  return noted && counted(noted, await shareIn(context, noted.intake));
}

/** The extra time of a candidate in an intake, even if no longer to be heard. */
export async function extraOf(
  context: Context,
  of: { readonly dossier: string; readonly intake: string },
): Promise<number> {
  const { extra: noted } = await needOf(context.tx, of.dossier);
  const arranged = await arrangedOf(context.tx, of.dossier);
  return counted({ noted, arranged }, await shareIn(context, of.intake)).extra;
}

function counted<N extends Pick<Noted, "noted" | "arranged">>(
  candidate: N,
  share: number,
): N & { readonly extra: number } {
  return { ...candidate, extra: Math.max(candidate.noted, grantsTime(candidate.arranged ?? {}) ? share : 0) };
}

/** The law's share of extra time in percent, for this intake. */
async function shareIn({ tx, law }: Context, intake: string): Promise<number> {
  const row = await findIntake(tx, intake);
  const extra = row && law(row.diploma, { version: row.lawVersion })?.diploma.extraTime;
  return extra ? Math.floor((extra.minutesAnHour * 100) / 60) : 0;
}
