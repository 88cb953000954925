/** The life of a diploma that has the least, at its end: its pages do not ask for, show or name what its law does not have. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { type Cast, castOf, playSteps } from "../house/lives/play.ts";
import { openStage } from "../house/lives/stage.ts";
import { livesIn } from "../house/lives/together.ts";
import { sayDifferences } from "../house/lives/words.ts";
import { lawWorld } from "../house/world.ts";
import { stepByStep } from "../worker/step-by-step.ts";
import { loadLaws } from "../law/load.ts";
import { extractText, getDocumentProxy } from "unpdf";
import { SESSION_COOKIE } from "../page/session.ts";
import { startRenderer } from "../documents/render.ts";
import { buildServer } from "../web/server.ts";
import { BARE } from "./invented.ts";
import { openedSession } from "./people.ts";
import { readLives } from "./playing.ts";
import { testWorldOf } from "./server.ts";

const SCHOOL = "gue";

describe("a life of a diploma without granted hours, analysis, mémoire or study, played to its end", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let cast: Cast;
  const documents = startRenderer({ timeoutMs: 120_000 });
  before(async () => {
    const laws = loadLaws(BARE);
    const made = await testWorldOf(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    close = made.close;
    const [script] = readLives(livesIn(BARE), laws).scripts;
    const stage = openStage(made.world, SCHOOL, stepByStep());
    ({ world } = stage);
    cast = castOf(script!);
    let said = "";
    await playSteps(stage, cast, script!.steps, (played) => {
      said = sayDifferences(played, "en");
    });
    equal(said, "");
    app = await buildServer({ ...world, documents }, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await documents.close();
    await close();
  });

  const own = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => String(cast.kept.get(name)));
  const read = async (who: string, path: string) => {
    const token = await openedSession(world, { account: cast.people.get(who)!.account! }, ["password", "totp"]);
    return app.inject({ url: `/${SCHOOL}${own(path)}`, headers: { cookie: `${SESSION_COOKIE}=${token}` } });
  };

  /** Of each station, who reads it; `:name` is what the life kept. */
  const PAGES: readonly [who: string, path: string][] = [
    ["head", "/ferry/campagne/:intake"],
    ["head", "/entretiens"],
    ["head", "/entretiens/nouveau/:intake"],
    ["head", "/entretiens/jour/:interviewDay"],
    ["head", "/entretiens/jour/:interviewDay/modifier"],
    ["head", "/entretiens/un/:interview"],
    ["interviewer", "/mes-entretiens"],
    ["head", "/admissions/candidatures/:dossier"],
    ["head", "/admissions/candidatures/:dossier/allegements"],
    ["candidate", "/ferry/dossier/:dossier/entretien"],
    ["candidate", "/ferry/dossier/:dossier/admission"],
    ["head", "/promotions/:cohort"],
    ["head", "/inscriptions/:enrolment"],
    ["candidate", "/formation"],
    ["candidate", "/formation/:enrolment/livret"],
    ["candidate", "/mes-epreuves"],
    ["secretary", "/certifications/:session"],
    ["secretary", "/jurys/:jury"],
    ["secretary", "/jurys/:jury/candidats/:entry"],
  ];
  const PAPERS: readonly [who: string, path: string][] = [
    ["head", "/admissions/commissions/:commission/pv.pdf"],
    ["head", "/admissions/listes/:commission.pdf"],
    ["head", "/inscriptions/:enrolment/livret/pdf"],
    ["secretary", "/jurys/:jury/proces-verbal"],
  ];
  /** Of a law that has more. */
  const FOREIGN =
    /\banalyse du|\banalysis\b|texte d’actualité|topical|(?<!m)m[ée]moires?\b|direction de travaux|director of works|[ée]tude (?:de terrain|collective)|(?:field|collective) stud|instance technique|avis d’une instance|opinion of (?:a|the technical) body|heures accordées|\/travaux|\/etude|hours granted|protocole d’allègement/i;

  for (const lang of ["", "/en"])
    it(`shows nothing of them ${lang === "" ? "in French" : "in English"} on the pages of every station`, async () => {
      const wrong: string[] = [];
      for (const [who, path] of PAGES) {
        const { statusCode, body } = await read(who, lang + path);
        const foreign = FOREIGN.exec(body)?.[0];
        if (statusCode !== 200 || foreign !== undefined) wrong.push(`${who} ${path}: ${statusCode} ${foreign ?? ""}`);
      }
      deepEqual(wrong, []);
    });

  it("prints nothing of them on any paper", async () => {
    const wrong: string[] = [];
    for (const [who, path] of PAPERS) {
      const { statusCode, rawPayload } = await read(who, path);
      const { text } =
        statusCode === 200
          ? await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
          : { text: "" };
      const foreign = FOREIGN.exec(text.replaceAll(/\s+/g, " "))?.[0];
      if (text === "" || foreign !== undefined) wrong.push(`${who} ${path}: ${statusCode} ${foreign ?? ""}`);
    }
    deepEqual(wrong, []);
  });

  it("asks for one room of a day of interviews, and offers the admission rules that the school’s file gives an address", async () => {
    const { body } = await read("head", "/entretiens/jour/:interviewDay/modifier");
    equal(/name="(?:analysis|analysisRooms|maxWait|text-0)"/.exec(body), null);
    match(body, /name="interviewRooms"/);
    match((await read("candidate", "/ferry/campagne/:intake")).body, /href="https:\/\/gue\.invalid\/affiche"/);
  });
});
