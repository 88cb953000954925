/** Plays lives in the worlds of tests, where each value that goes out is compared with what its act or view says that it gives. */
import type { World } from "../act/world.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { OUTLIVING, PROVEN_TABLES, schoolChecks } from "../house/house.ts";
import { type Cast, castAfter, castOf, playSteps } from "../house/lives/play.ts";
import { readScripts, type Script } from "../house/lives/script.ts";
import { openStage, type Stage } from "../house/lives/stage.ts";
import { sayDifferences } from "../house/lives/words.ts";
import { lawWorld } from "../house/world.ts";
import { stepByStep } from "../worker/step-by-step.ts";
import { watched } from "./answering.ts";
import { mailFaults } from "./browser/language.ts";
import { type Foretelling, foretelling } from "./foretold.ts";
import { sayTampered, verifyAudit } from "../audit/verify.ts";
import { readOnTheWay } from "./first-page/read.ts";
import { emptyAll, type Kept, keepAside } from "./kept-aside.ts";
import { LAWS, testWorldOf } from "./server.ts";

const NO_DEFAULTS = { diploma: undefined, establishment: undefined };

export function readLives(files: readonly string[], laws = LAWS): ReturnType<typeof readScripts> {
  return readScripts(files, lawWorld(laws, NO_DEFAULTS));
}

/**
 * Where a life differs, in English words; nothing where it came as it is written, and left a record and states in which the doctor
 * finds nothing to mend on its last day.
 */
export async function lifeDifferences(script: Script, laws = LAWS): Promise<string> {
  const lives = await openLives([script], laws);
  try {
    return await lives.differences(script);
  } finally {
    await lives.close();
  }
}

/** How a life ended; `kept` where several go on from it. */
type Stood = { readonly said: string; readonly cast: Cast; readonly at: Date; readonly kept?: Kept };

export type Lives = {
  readonly differences: (script: Script) => Promise<string>;
  /** Of a life that was played: what a first page of one of its people said that is not so, with its first hour. */
  readonly contradictions: (script: Script) => readonly string[];
  /** The acts by which the calendar did to somebody what an act of theirs would have prevented. */
  readonly foretold: ReadonlySet<string>;
  /** Each `key act` of which a line went with the act, or changed. */
  readonly answered: ReadonlySet<string>;
  /** The acts that the calendar did, by its own ids. */
  readonly byCalendar: ReadonlySet<string>;
  readonly close: () => Promise<void>;
};

/**
 * Lives that go on from each other, each played once, in one world: what stood at the end of one that several go on from is
 * brought back for each of them.
 */
export async function openLives(
  scripts: readonly Script[],
  laws = LAWS,
  how: Pick<Stage, "perform"> = {},
): Promise<Lives> {
  const answered = new Set<string>();
  const byCalendar = new Set<string>();
  const { world: given, close, ...place } = await testWorldOf(lawWorld(withExampleLegal(laws), NO_DEFAULTS));
  const world = { ...given, waits: watched(given.waits, answered) };
  const named = new Map(scripts.map((script) => [script.file, script]));
  const followers = (script: Script) => scripts.filter(({ after }) => after === script.file).length;
  const ended = new Map<string, Stood>();
  /** The file of the life at whose end the world stands; nothing where it is in none's. */
  let standsAt: string | undefined;
  const asked: Foretelling["asked"] = new Set();
  const contradictions = new Map<string, readonly string[]>();

  /** Of a life that is not among them, the steps are played as its followers' own. */
  const before = ({ after }: Script) => (after === undefined ? undefined : named.get(after));
  const reach = async (script: Script): Promise<Stood> => {
    const stood = ended.get(script.file);
    if (stood && (stood.said !== "" || standsAt === script.file)) return stood;
    if (!stood?.kept) return play(script);
    await stood.kept.bringBack();
    standsAt = script.file;
    return stood;
  };
  const play = async (script: Script): Promise<Stood> => {
    const first = before(script);
    const from = first && (await reach(first));
    if (from && from.said !== "") return { ...from, said: `${first.life} did not come to its end` };
    if (!first) await emptyAll(place);
    standsAt = undefined;
    const cast = from ? castAfter(structuredClone(from.cast), script) : castOf(script);
    const faults: string[] = [];
    const behind = foretelling(stepByStep(), { faults, asked });
    const pages: string[] = [];
    const own = { ...openStage(world, script.establishment, behind, from?.at), ...how };
    const stage = readOnTheWay(own, () => cast, pages);
    contradictions.set(script.file, pages);
    let said = "";
    await playSteps(stage, cast, first ? script.steps.slice(first.steps.length) : script.steps, (played) => {
      said = sayDifferences(played, "en");
    });
    for (const act of await actsOfCalendar(stage.world, script.establishment)) byCalendar.add(act);
    if (said === "") said = faults.join("\n");
    if (said === "") said = (await faultsOf(stage.world, script.establishment)).join("\n");
    const kept = followers(script) > 1 ? await keepAside(place) : undefined;
    const stood = { said, cast: structuredClone(cast), at: stage.world.now(), ...(kept && { kept }) };
    ended.set(script.file, stood);
    standsAt = script.file;
    return stood;
  };
  return {
    differences: async (script) => (ended.get(script.file) ?? (await play(script))).said,
    contradictions: ({ file }) => contradictions.get(file) ?? [],
    foretold: asked,
    answered,
    byCalendar,
    close,
  };
}

async function actsOfCalendar({ db }: World, establishment: string): Promise<string[]> {
  const recorded = (place: string) =>
    withSchool(db, place, (tx) =>
      tx.selectFrom("audit_record").select("act").distinct().where("actor", "=", "clock").orderBy("act").execute(),
    );
  return [...(await recorded(DEPLOYMENT)), ...(await recorded(establishment))].map(({ act }) => act);
}

/** Each before those that go on from it, and these before any other: the world then stands where they begin. */
export function treeOf(scripts: readonly Script[]): Script[] {
  const files = new Set(scripts.map(({ file }) => file));
  const under = (file: string | undefined): Script[] =>
    scripts
      .filter(({ after }) => (after !== undefined && files.has(after) ? after : undefined) === file)
      .flatMap((script) => [script, ...under(script.file)]);
  return under(undefined);
}

export async function faultsOf(world: World, establishment: string): Promise<string[]> {
  const zone = world.zone(establishment);
  const faults: string[] = [];
  for (const place of [DEPLOYMENT, establishment]) {
    const { tampered } = await verifyAudit(world.db, {
      establishment: place,
      zone,
      tables: PROVEN_TABLES,
      outliving: OUTLIVING,
    });
    faults.push(...tampered.map((one) => `${place}: ${sayTampered(one).en}`));
    faults.push(...(await mailFaults(world.db, place)));
  }
  for (const check of schoolChecks(world)) {
    const found = await withSchool(world.db, establishment, (tx) => check(tx, establishment));
    // Whether the school's file says how it is paid is no matter of a life.
    if (found?.ok === false && found.name !== "payment") faults.push(`${found.name}: ${found.label.en}`);
  }
  return faults;
}
