/**
 * One mail a day to everybody for whom something waits, on the days of its keys. The act is dated the day that came; after a downtime
 * one mail says what all the days would have said.
 */
import { Type } from "typebox";
import {
  type Act,
  defineAct,
  defineView,
  done,
  type Duty,
  FORBIDDEN,
  invalid,
  type Performing,
} from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { type Actor, actorName, may, type Permission, WHO_MAY } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { beginsAt, wallIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { choiceAbout } from "../../mail/choice.ts";
import { postMail } from "../../mail/post.ts";
import type { Links } from "../../mail/rules/letter.ts";
import { doerNamed, doersWho, rolesHeld } from "../../people/contact.ts";
import { guestChain } from "../../people/guests/letting-in.ts";
import { lastDays, thingsOf } from "../../people/guests/things.ts";
import { type Keys, said } from "../lines.ts";
import { type Called, noteReminded, type WaitingFacts, type WaitingKey, type Waits } from "../../act/waiting.ts";
import { issue } from "../../kit/schema.ts";
import * as output from "../output.ts";
import { chainOfRow, countDue, lockedWaiting, owedOn } from "../store.ts";
import { askedMail, type Group, remindingMail, remindWords } from "./mails.ts";
import { dayToRemind, momentsOf } from "../rules/moments.ts";
import { keepReminded, linesToRemind, ownToRemind, remindedUntil, sharedToRemind, type ToRemind } from "./store.ts";

export type Reminding = {
  readonly waits: readonly Waits[];
  readonly called: Readonly<Record<string, Called>>;
  /** Who stands in for whom on a day, as actors. */
  readonly standIns: (tx: Given["tx"], on: Day) => Promise<readonly { readonly absent: string; readonly by: string }[]>;
  /** The law in force of each diploma that the school takes applications for. */
  readonly laws: (given: Given) => Promise<readonly Law[]>;
};

type Given = Omit<Performing<unknown>, "input" | "actor">;

/** Lines of a key that a mail lists one by one; of more, the first of them and how many there are. */
const FEW = 3;

const Who = Type.Object({ who: Type.String({ pattern: "^(account|guest):[0-9a-f-]{36}$" }) }, closed);

export const REMINDED = "reminded:";

/** A guest's goes with the guest. */
function chainFor(who: string): string {
  const [kind, id = ""] = who.split(":");
  return kind === "guest" ? guestChain(id) : REMINDED + id;
}

type Known = Omit<Reminding, "waits"> & { readonly keys: Keys };

export function reminding({ waits, ...others }: Reminding): { act: Act<typeof Who>; duty: Duty<typeof Who> } {
  const declared: Known = { ...others, keys: new Map(waits.flatMap(({ keys }) => Object.entries(keys))) };
  const act = defineAct({
    name: "remindOfWaiting",
    label: { fr: "Rappeler ce qui attend une personne", en: "Remind a person of what waits for them" },
    who: "let time pass",
    form: Who,
    writes: ["reminded", "mail"],
    async perform(given) {
      const { tx, at, zone, input, establishment } = given;
      const { who } = input;
      const about = chainFor(who);
      await lockChain(tx, about);
      const reader = await doerNamed(tx, who);
      const laws = await declared.laws(given);
      const on = dayToRemind(at, zone, laws);
      const after = (await remindedUntil(tx, [who])).get(who);
      if (!reader || (after !== undefined && after >= on)) return FORBIDDEN;
      const id = who.slice(who.indexOf(":") + 1);
      if (!(await keepReminded(tx, id, { who, on }))) return FORBIDDEN;
      const isAccount = who.startsWith("account:");
      if (isAccount && !(await choiceAbout(tx, id)).reminders) return done({}, about);
      const { lines, due } = await linesOf(given, declared, { who, on, after, laws });
      if (lines.length === 0) return done({}, about);
      const { language: lang, address: to } = reader;
      const groups = groupsOf(lines, declared.keys);
      const link = linksOf(groups, { lang, establishment, isAccount, works: lines.some((one) => !one.own) });
      const words = remindingMail(lang, groups, due);
      await postMail(tx, { reader: isAccount ? who : null, to, lang, about, at, link, ...words });
      return done({}, about);
    },
  });
  return {
    act,
    duty: { act, foretold: { unpreventable: "it only writes" }, due: (given, limit) => dueOf(given, declared, limit) },
  };
}

async function dueOf(given: Given, declared: Known, limit: number) {
  const { tx, at, zone } = given;
  const laws = await declared.laws(given);
  const on = dayToRemind(at, zone, laws);
  const moments = momentsOf(declared.keys, laws);
  const due = new Map((await ownToRemind(tx, { moments, on, limit })).map((one) => [one.who, one.on]));
  for (const one of await othersToRemind(given, declared, { moments, on }))
    if ((due.get(one.who) ?? "") < one.on) due.set(one.who, one.on);
  return [...due]
    .map(([who, day]) => ({ input: { who }, key: who, day }))
    .toSorted((a, b) => (a.day + a.key < b.day + b.key ? -1 : 1))
    .slice(0, limit);
}

type Asked = Pick<Parameters<typeof ownToRemind>[1], "moments" | "on">;

/** Who is reminded of what waits for a permission that they have, or for an absent person for whom they stand in. */
async function othersToRemind({ tx }: Given, { keys, standIns }: Known, asked: Asked): Promise<ToRemind[]> {
  const standing = await standIns(tx, asked.on);
  const shared = await sharedToRemind(tx, {
    ...asked,
    absent: standing.map(({ absent }) => absent),
    keys: standInKeys(keys),
  });
  const reached: ToRemind[] = [];
  for (const { who, on } of shared) {
    const those = who.startsWith("may:")
      ? (await doersWho(tx, who.slice("may:".length) as Permission)).map(({ actor }) => actor)
      : standing.filter(({ absent }) => absent === who).map(({ by }) => by);
    reached.push(...those.map((one) => ({ who: one, on })));
  }
  const until = await remindedUntil(tx, [...new Set(reached.map(({ who }) => who))]);
  return reached.filter(({ who, on }) => (until.get(who) ?? "") < on);
}

const standInKeys = (keys: Keys) => [...keys].filter(([, { standIn }]) => standIn).map(([key]) => key);

type Of = { readonly who: string; readonly on: Day; readonly after: Day | undefined; readonly laws: readonly Law[] };

async function linesOf(given: Given, { keys, called, standIns }: Known, { who, on, after, laws }: Of) {
  const { tx, zone, at } = given;
  const absent = (await standIns(tx, on)).filter(({ by }) => by === who).map((one) => one.absent);
  const roles = await rolesHeld(tx, who);
  const permissions = new Set([...keys.values()].flatMap(({ takenBy = [] }) => takenBy));
  const may = [...permissions].filter((one) =>
    roles.some((role) => (WHO_MAY[one] as readonly string[]).includes(role)),
  );
  const things = who.startsWith("guest:") ? await thingsOf(tx, who.slice("guest:".length)) : null;
  const shared = may.map((one) => `may:${one}`);
  const asked = {
    who: [who, ...shared],
    me: who,
    things,
    today: on,
    time: wallIn(at, zone).time,
    absent,
    keys: standInKeys(keys),
  };
  const due = await countDue(tx, asked);
  const rows = await linesToRemind(tx, {
    moments: momentsOf(keys, laws),
    on,
    after,
    me: who,
    own: [who, ...absent],
    keys: standInKeys(keys),
    shared,
    things,
    most: FEW,
  });
  const lines = await said({ tx, zone, today: on, me: who }, rows, { keys, called });
  const counts = new Map(rows.map((row) => [row.key, row]));
  const listed = lines.map((line) => {
    const { count, earliest } = counts.get(line.key)!;
    return { ...line, of: { count, earliest }, own: line.mine };
  });
  return { lines: listed, due };
}

type Line = Awaited<ReturnType<typeof linesOf>>["lines"][number];
type LineGroup = Omit<Group, "lines"> & { readonly lines: readonly Line[] };

/** Lines of a key together, where its first stands. */
function groupsOf(lines: readonly Line[], keys: Keys): LineGroup[] {
  return [...Map.groupBy(lines, ({ key }) => key)].map(([key, theirs]) => {
    const { count, earliest } = theirs[0]!.of;
    return { lines: theirs, count, earliest, many: count > FEW ? keys.get(key)?.many?.(count) : undefined };
  });
}

type Where = {
  readonly lang: Lang;
  readonly establishment: string;
  readonly isAccount: boolean;
  /** Something of it waits for everybody with a permission. */
  readonly works: boolean;
};

/** Of one line, its page; of several, the reader's first page, and each line's own; of those that are summed, their list. */
function linksOf(groups: readonly LineGroup[], { lang, establishment, isAccount, works }: Where): Links {
  const words = remindWords[lang];
  const at = (path: string) => schoolPath(establishment, lang, path);
  const each = groups.flatMap(({ lines, many }) =>
    many && isAccount && works
      ? [{ path: at(`/a-faire?${String(new URLSearchParams({ quoi: lines[0]!.key }))}`), label: many[lang] }]
      : told(lines, lang).map(({ to, label }) => ({ path: at(to), label })),
  );
  const home = { path: at(isAccount ? (works ? "/a-faire" : "/mon-parcours") : "/invite"), label: words.all };
  const stop = isAccount && { stop: { path: at("/compte/rappels"), label: words.stop } };
  const [only, ...others] = [...new Map(each.map((one) => [one.path, one])).values()];
  return { ...(others.length === 0 ? only! : { ...home, each: [only!, ...others] }), ...stop };
}

/** Links of the same words say whom or what each is about. */
function told(lines: readonly Line[], lang: Lang): { to: string; label: string }[] {
  const alike = Map.groupBy(lines, ({ go }) => go[lang]);
  return lines.map(({ to, go, about, dueOn }) => {
    const label = go[lang];
    if (alike.get(label)!.length === 1) return { to, label };
    const besides = about?.[lang] ?? (dueOn === null ? undefined : sayDay(dueOn, lang));
    return { to, label: besides === undefined ? label : `${label} (${besides})` };
  });
}

declare module "../../act/world.ts" {
  interface House {
    /** For whom else it waits, and reminding them now. */
    readonly waitingForOthers: ReturnType<typeof askingNow>["waitingForOthers"];
    readonly remindNow: ReturnType<typeof askingNow>["remindNow"];
  }
}

/** Lines of a page. */
const MOST_CHAINS = 100;
const Chain = Type.String({ maxLength: 120 });

/** Whoever may remind another of what waits sees it, and asks for it by a mail of its own, once a day. */
export function askingNow({ waits, called }: Pick<Reminding, "waits" | "called">) {
  const keys: Keys = new Map(waits.flatMap((declared) => Object.entries(declared.keys)));
  const waitingForOthers = defineView({
    name: "waitingForOthers",
    label: { fr: "Voir ce qui attend d’autres personnes", en: "See what waits for others" },
    who: "mind one’s own account",
    form: Type.Object(
      { chains: Type.Array(Chain, { maxItems: MOST_CHAINS }), part: Type.Optional(Chain), key: Type.Optional(Chain) },
      closed,
    ),
    output: output.waitingForOthers,
    async read({ tx, actor, at, today, zone, input }) {
      const rows = await owedOn(tx, input, today);
      const last = await lastDays(
        tx,
        rows.map(({ who }) => who),
      );
      const lines = [];
      for (const row of rows) {
        const key = keys.get(row.key);
        const doer =
          key && mayRemind(actor, key, row.who) && isOver(key, row.facts, { at, zone })
            ? await doerNamed(tx, row.who)
            : undefined;
        if (!key || !doer) continue;
        const { id: line, remindedOn } = row;
        // The same day as the guest reads: none after their invitation ends.
        const dueOn = dueWithin(row.dueOn, last.get(row.who));
        lines.push({ line, name: doer.name, verb: key.words(row.facts).verb, dueOn, reminded: remindedOn === today });
      }
      return { lines };
    },
  });
  const remindNow = defineAct({
    name: "remindNow",
    label: { fr: "Rappeler maintenant ce qui attend une personne", en: "Remind a person now of what waits for them" },
    who: "mind one’s own account",
    form: Type.Object({ line: Id }, closed),
    output: output.done,
    writes: ["mail"],
    async perform({ tx, actor, at, today, zone, establishment, input: { line } }) {
      const chain = await chainOfRow(tx, line);
      if (chain === undefined) return FORBIDDEN;
      await lockChain(tx, chain);
      const row = await lockedWaiting(tx, line, today);
      const key = row && keys.get(row.key);
      if (!row || !key || !mayRemind(actor, key, row.who) || !isOver(key, row.facts, { at, zone })) return FORBIDDEN;
      if (row.remindedOn === today) return invalid([TODAY]);
      const reader = await doerNamed(tx, row.who);
      const by = await doerNamed(tx, actorName(actor));
      const [asked] = await said({ tx, zone, today, me: row.who }, [row], { keys, called });
      if (!reader || !by || !asked) return FORBIDDEN;
      const about = chainFor(row.who);
      await lockChain(tx, about);
      const isAccount = row.who.startsWith("account:");
      const { address: to, language: lang } = reader;
      const link = { path: schoolPath(establishment, lang, asked.to), label: asked.go[lang] };
      await postMail(tx, {
        reader: isAccount ? row.who : null,
        to,
        lang,
        about,
        at,
        link,
        ...askedMail(lang, asked, by.name),
      });
      await noteReminded(tx, line, today);
      return done({}, about);
    },
  });
  return { waitingForOthers, remindNow };
}

function dueWithin(due: Day | null, last: Day | undefined): Day | null {
  return due !== null && last !== undefined && last < due ? last : due;
}

function isOver({ remindedFrom }: WaitingKey, facts: WaitingFacts, { at, zone }: { at: Date; zone: string }): boolean {
  const from = remindedFrom && beginsAt(remindedFrom(facts), zone);
  return from === undefined || from <= at;
}

function mayRemind(actor: Actor, { remindedBy }: WaitingKey, who: string): boolean {
  return remindedBy !== undefined && may(actor, remindedBy) && who !== actorName(actor) && !who.startsWith("may:");
}

const TODAY = issue("line", "Un rappel est déjà parti aujourd’hui.", "A reminder already went today.");
