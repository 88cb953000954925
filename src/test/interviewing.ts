/** Interviews for tests, made by the real acts: dossiers that conform, rooms, a pair of interviewers, a day, somebody placed. */
import { randomUUID } from "node:crypto";
import type { Static } from "typebox";
import { type Act, type Actor, perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { openInterviewDay } from "../interviews/day-acts.ts";
import { placeInterview } from "../interviews/place-acts.ts";
import { addRoom } from "../agenda/acts.ts";
import { judgeRest } from "../office/acts.ts";
import { inviteGuest } from "../people/guests/acts.ts";
import { aDossier, anIntake, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "./dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount } from "./people.ts";

const SCHOOL = "faire-ess";
export const ON = "2027-05-10";

type Settings = Static<typeof openInterviewDay.form>["settings"];

/** Somebody whose dossier was handed in and found to conform, part by part. */
export async function conforming(
  world: World,
  officer: Actor,
  {
    name,
    address = `${randomUUID()}@exemple.fr`,
    more = {},
  }: { readonly name: string; readonly address?: string; readonly more?: Partial<typeof FULL_SECTIONS> },
): Promise<Invented & { readonly dossier: string }> {
  const person = await makeAccount(world, { name, address });
  const sections = { ...FULL_SECTIONS, ...more, identity: { ...FULL_SECTIONS.identity, birthName: name } };
  const dossier = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
  await handedIn(world, person, dossier);
  // What is left to see is said to whoever names something else.
  const judged = (items: readonly string[]) =>
    perform(world, judgeRest as Act, {
      actor: officer,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { dossier, items },
    });
  const first = await judged(["identity"]);
  if (first.kind !== "stale") throw new Error(`judgeRest: ${JSON.stringify(first)}`);
  await judged((first.current as { items: string[] }).items);
  return { ...person, dossier };
}

/** One of them by an account, the other a guest. */
export async function aPair(
  world: World,
  officer: Actor,
  key = "A",
): Promise<{ key: string; members: [string, string] }> {
  const name = key.toLowerCase();
  const ana = await makeAccount(world, { name: `Ana ${key}`, address: `ana-${name}-${randomUUID()}@exemple.fr` });
  await giveRoles(world, ana, ["interviewer"]);
  const until = new Date(world.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 10);
  const bruno = { name: `Bruno ${key}`, address: `bruno-${name}-${randomUUID()}@exemple.fr` };
  const invited = { ...bruno, language: "fr", until } as const;
  const { guest } = await deed(world, inviteGuest, officer, { ...invited, roles: ["interviewer"] });
  return { key, members: [`account:${ana.account}`, `guest:${guest}`] };
}

/** Whoever a name of an actor stands for, as acts take them. */
export function asInterviewer(world: World, who: string): Actor {
  const [kind, id = ""] = who.split(":");
  const session = randomUUID();
  return kind === "guest"
    ? { kind: "guest", guest: id, session, roles: ["interviewer"], authenticatedAt: world.now() }
    : { kind: "account", account: id, session, roles: ["interviewer"], authenticatedAt: world.now() };
}

async function aRoom(world: World, officer: Actor, name: string, seats = 1): Promise<string> {
  return (await deed(world, addRoom, officer, { name: `${name} ${randomUUID().slice(0, 4)}`, seats, site: "" })).room;
}

export type ADay = {
  readonly day: string;
  readonly intake: string;
  readonly analysis: string;
  readonly room: string;
  readonly pair: Awaited<ReturnType<typeof aPair>>;
  readonly settings: Settings;
};

/** From nine to noon, with one pair, one room of each kind and a pause. */
export async function anInterviewDay(
  world: World,
  officer: Actor,
  more: Partial<Settings> & { readonly on?: string; readonly intake?: string } = {},
): Promise<ADay> {
  const { on = ON, intake = await anIntake(world), ...given } = more;
  const [analysis, room] = [await aRoom(world, officer, "Étude", 4), await aRoom(world, officer, "Bureau")];
  const pair = await aPair(world, officer);
  const settings: Settings = {
    opens: "09:00",
    closes: "12:00",
    breaks: [{ from: "10:30", to: "10:45" }],
    analysis: 30,
    interview: 30,
    step: 15,
    maxWait: 30,
    pairs: [pair],
    rooms: [
      { room: analysis, for: "analysis", seats: 2 },
      { room, for: "interview", seats: 1 },
    ],
    texts: [{ key: "1", title: "Le non-recours aux droits" }],
    ...given,
  };
  const { day } = await deed(world, openInterviewDay, officer, { intake, onDay: on, settings });
  return { day, intake, analysis, room, pair, settings };
}

/** Somebody at an hour: the analysis first, the interview right after it. */
export async function placed(
  world: World,
  officer: Actor,
  { day, analysis, room, pair }: Pick<ADay, "day" | "analysis" | "room" | "pair">,
  {
    dossier,
    from = "09:00",
    then = "09:30",
  }: { readonly dossier: string; readonly from?: string; readonly then?: string },
): Promise<string> {
  const asked = { analysisRoom: analysis, analysisFrom: from, room, pair: pair.key, interviewFrom: then, text: "1" };
  return (await deed(world, placeInterview, officer, { day, dossier, ...asked })).interview;
}
