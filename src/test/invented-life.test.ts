/** The life of an invented diploma at its end: what its people read of it, on the pages and papers of every station. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { type Cast, castOf, playSteps } from "../house/lives/play.ts";
import { openStage } from "../house/lives/stage.ts";
import { livesIn } from "../house/lives/together.ts";
import { lawWorld } from "../house/world.ts";
import { stepByStep } from "../worker/step-by-step.ts";
import { loadLaws } from "../law/load.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { buildServer } from "../web/server.ts";
import { INVENTED } from "./invented.ts";
import { openedSession } from "./people.ts";
import { readLives } from "./playing.ts";
import { testWorldOf } from "./server.ts";

const SCHOOL = "ponant";

describe("an invented life, played to its diploma", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let cast: Cast;
  before(async () => {
    const laws = loadLaws(INVENTED);
    const made = await testWorldOf(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    close = made.close;
    const script = readLives(livesIn(INVENTED), laws).scripts.find(({ life }) => life === "lit")!;
    const stage = openStage(made.world, SCHOOL, stepByStep());
    ({ world } = stage);
    cast = castOf(script);
    equal(await playSteps(stage, cast, script.steps, () => {}), true);
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const read = async (who: string, path: string) => {
    const token = await openedSession(world, { account: cast.people.get(who)!.account! }, ["password", "totp"]);
    return app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie: `${SESSION_COOKIE}=${token}` } });
  };
  const kept = (name: string) => String(cast.kept.get(name));

  /** Of each station, who reads it; `:name` is what the life kept. */
  const PAGES: readonly [who: string, path: string][] = [
    ["head", "/admissions"],
    ["head", "/admissions/candidatures/:dossier"],
    ["head", "/admissions/commissions/:commission"],
    ["head", "/entretiens"],
    ["candidate", "/lighthouse/dossier/:dossier/admission"],
    ["head", "/promotions/:cohort"],
    ["head", "/inscriptions/:enrolment"],
    ["head", "/inscriptions/:enrolment/travaux"],
    ["pilotTrainer", "/seances/:lesson"],
    ["candidate", "/formation"],
    ["candidate", "/formation/:enrolment/travaux"],
    ["candidate", "/mes-epreuves"],
    ["candidate", "/formation/:enrolment/livret"],
    ["candidate", "/formation/:enrolment/programme"],
    ["head", "/inscriptions/:enrolment/livret"],
    ["secretary", "/certifications/:session"],
    ["secretary", "/certifications/:session/nominations"],
    ["secretary", "/certifications/:session/composer"],
    ["secretary", "/certifications/:session/personnes/:enrolment"],
    ["secretary", "/registre-des-jurys"],
    ["secretary", "/jurys/:jury"],
    ["secretary", "/jurys/:jury/candidats/:entry"],
    ["secretary", "/apres-les-jurys"],
    ["secretary", "/examens/:reading"],
    ["pilot", "/examens/:night"],
    ["readerTwo", "/examens/:reading"],
  ];
  /** What belongs to the diploma that the house was first built for. */
  const FOREIGN = /\bDF[1-3]\b|DEIS|ingénierie sociale|social engineering|(?<!m)mémoires?\b/;

  for (const lang of ["", "/en"])
    it(`is read ${lang === "" ? "in French" : "in English"} on the pages of every station, in the words of its own law`, async () => {
      const wrong: string[] = [];
      for (const [who, path] of PAGES) {
        const own = path.replaceAll(/:(\w+)/g, (_, name: string) => kept(name));
        const { statusCode, body } = await read(who, lang + own);
        const foreign = FOREIGN.exec(body)?.[0];
        if (statusCode !== 200 || foreign !== undefined) wrong.push(`${who} ${path}: ${statusCode} ${foreign ?? ""}`);
      }
      deepEqual(wrong, []);
    });

  it("ends with minutes and a livret on paper", async () => {
    for (const [who, path] of [
      ["secretary", `/jurys/${kept("jury")}/proces-verbal`],
      ["candidate", `/formation/${kept("enrolment")}/livret/pdf`],
    ] as const) {
      const { statusCode, rawPayload } = await read(who, path);
      equal(statusCode, 200, path);
      match(rawPayload.subarray(0, 5).toString(), /^%PDF-/);
    }
  });
});
