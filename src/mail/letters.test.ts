/** What is written to somebody who has no electronic address: a letter, which has reached nobody until somebody notes that it went. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import {
  type Act,
  type Actor,
  defineAct,
  done,
  type FindReached,
  perform,
  type Reached,
  view,
  type View,
} from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { runJobs } from "../worker/run-jobs.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { startRenderer } from "../documents/render.ts";
import { verifyAudit } from "../audit/verify.ts";
import { recordBounce, resendMail } from "./acts.ts";
import { LETTERS_TEMPLATE, lettersDocument } from "./documents/letters.ts";
import { countLetters, listLetters, noteLetterSent, printLetters } from "./letter-acts.ts";
import { postMail, unpostMail } from "./post.ts";
import { openMail } from "./views.ts";

const SCHOOL = "faire-ess";
const CLAIRE = { name: "Claire Durand", lines: ["2 rue de la Paix", "34000 Montpellier"], of: "dossier:1" };

const write = defineAct({
  name: "writeForLetters",
  label: { fr: "Écrire", en: "Write" },
  who: "ask about oneself",
  form: Type.Object({ subject: Type.String() }),
  writes: ["mail"],
  async perform({ tx, at, input: { subject } }) {
    const words = { subject, paragraphs: ["Vous êtes attendue à 9 h."] };
    const link = { path: "/faire-ess/entretien", label: "Répondre" };
    const posting = { reader: null, to: CLAIRE, lang: "fr", about: "test:1", at, link, ...words } as const;
    return done({ mail: await postMail(tx, posting) }, "test:1");
  },
});
const forget = defineAct({
  name: "forgetForLetters",
  label: { fr: "Oublier", en: "Forget" },
  who: "ask about oneself",
  form: Type.Object({}),
  writes: ["mail", "mail_bounce", "mail_handed"],
  async perform({ tx }) {
    await unpostMail(tx, "test:1");
    return done({}, "test:1");
  },
});

describe("a letter", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2027-03-01T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const officer = (): Actor => ({
    kind: "account",
    account: "1",
    session: "s",
    roles: ["admission-officer"],
    authenticatedAt: now,
  });
  const tried = (act: unknown, input: object, actor = officer()) =>
    perform(world, act as Act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  const did = async (act: unknown, input: object, actor?: Actor): Promise<string> => {
    const outcome = await tried(act, input, actor);
    equal(outcome.kind, "done");
    const { mail = "", letter = "" } = (outcome as { value: { mail?: string; letter?: string } }).value;
    return mail || letter;
  };
  const seen = async (what: unknown, input: object = {}) => {
    const found = await view(world, what as View, { actor: officer(), establishment: SCHOOL, input });
    return (found.kind === "found" ? found.value : undefined) as never;
  };
  const waiting = async () => ((await seen(listLetters)) as { letters: { id: string }[] }).letters.map(({ id }) => id);
  const stateOf = async (mail: string) => ((await seen(openMail, { mail })) as { state: string }).state;
  const ANYONE = { kind: "anyone" } as const;

  it("waits to be handed over, with the same words and a postal address, and no job sends it", async () => {
    const letter = await did(write, { subject: "Votre entretien" }, ANYONE);
    equal(await runJobs(world), 0);
    deepEqual(await waiting(), [letter]);
    deepEqual(await seen(countLetters), { count: 1 });
    const mail: { to: null; postal: unknown; link: unknown; state: string } = await seen(openMail, { mail: letter });
    deepEqual([mail.to, mail.postal, mail.link, mail.state], [null, CLAIRE, null, "to-hand"]);
  });

  it("is noted sent once, by whom, when and how, on no day to come nor before it was written", async () => {
    const [letter = ""] = await waiting();
    const on = (day: string) => tried(noteLetterSent, { letter, on: day, means: "post" });
    deepEqual([(await on("2027-03-02")).kind, (await on("2027-02-28")).kind], ["invalid", "invalid"]);
    equal((await tried(noteLetterSent, { letter, on: "2027-03-01", means: "post" }, ANYONE)).kind, "forbidden");
    equal((await on("2027-03-01")).kind, "done");
    equal((await on("2027-03-01")).kind, "stale");
    deepEqual(await waiting(), []);
    const { state, handed }: { state: string; handed: unknown } = await seen(openMail, { mail: letter });
    deepEqual([state, handed], ["sent", { on: "2027-03-01", means: "post", by: "account:1" }]);
  });

  it("that comes back is noted, and waits once more as another", async () => {
    const letter = await did(write, { subject: "Votre dossier" }, ANYONE);
    await did(noteLetterSent, { letter, on: "2027-03-01", means: "post" });
    await did(recordBounce, { mail: letter, said: "N’habite pas à l’adresse indiquée" });
    equal(await stateOf(letter), "bounced");
    const again = await did(resendMail, { mail: letter });
    deepEqual([await waiting(), await runJobs(world)], [[again], 0]);
  });

  it("sent again goes where its person is reached now: to another address, or by mail once they have one", async () => {
    const back = async () => {
      const letter = await did(write, { subject: "Votre place" }, ANYONE);
      await did(noteLetterSent, { letter, on: "2027-03-01", means: "post" });
      await did(recordBounce, { mail: letter, said: "N’habite pas à l’adresse indiquée" });
      return letter;
    };
    const asked: string[] = [];
    const moved = (to: Reached["to"], reader: string | null = null) => {
      const reached: FindReached = async (_, chain) => (asked.push(chain), { reader, to, lang: "fr" });
      return { ...world, reached };
    };
    const again = async (mail: string, now: World) => {
      const input = { actor: officer(), establishment: SCHOOL, attempt: newAttempt(), input: { mail } };
      const outcome = await perform(now, resendMail, input);
      const sent: { to: unknown; postal: unknown } = await seen(openMail, {
        mail: (outcome as { value: { mail: string } }).value.mail,
      });
      return [sent.to, sent.postal];
    };
    const there = { name: "Claire Durand", lines: ["9 rue Neuve", "30000 Nîmes"], of: "dossier:1" };
    deepEqual(await again(await back(), moved(there)), [null, there]);
    deepEqual(await again(await back(), moved("claire@exemple.fr")), ["claire@exemple.fr", null]);
    deepEqual(asked, ["dossier:1", "dossier:1"]);
  });

  it("is printed with those that wait, and who printed it is noted", async () => {
    await did(write, { subject: "Une pièce manque" }, ANYONE);
    const { letters }: { letters: Parameters<typeof lettersDocument>[0]["letters"] } = await seen(printLetters);
    equal(letters.length, 3);
    const { data: school } = world.laws.establishments.find(({ data }) => data.establishment === SCHOOL)!;
    const renderer = startRenderer();
    try {
      const pdf = await renderer.render(LETTERS_TEMPLATE, lettersDocument({ school, letters, today: "2027-03-01" }));
      match(pdf.subarray(0, 5).toString("latin1"), /^%PDF-/);
    } finally {
      await renderer.close();
    }
    const opened = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("file_opening").select("what").where("about", "=", "test:1").execute(),
    );
    deepEqual(
      opened
        .map(({ what }) => (what as { fr: string }).fr)
        .filter((one) => one.startsWith("la lettre"))
        .toSorted(),
      ["la lettre « Une pièce manque »", "la lettre « Votre dossier »", "la lettre « Votre place »"],
    );
  });

  it("goes with what it is about, its note too, and the record proves both", async () => {
    const whole = { establishment: SCHOOL, zone: "Europe/Paris", tables: [...PROVEN_TABLES, "mail", "mail_handed"] };
    deepEqual((await verifyAudit(world.db, whole)).tampered, []);
    now = new Date("2027-03-02T08:00:00Z");
    await did(forget, {}, ANYONE);
    deepEqual([await waiting(), await seen(printLetters)], [[], undefined]);
    deepEqual((await verifyAudit(world.db, whole)).tampered, []);
    const left = await withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("mail_handed").select("id").execute());
    deepEqual(left, []);
  });
});
