/** What waits of mails: a letter to a person without an electronic address. */
import { deepEqual } from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { acting } from "../test/admissions.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { soundWaiting, waitingFor } from "../test/waiting-lines.ts";
import { noteLetterSent } from "./letter-acts.ts";
import { postMail, unpostMail } from "./post.ts";

const ABOUT = "test:1";

const write = defineAct({
  name: "writeForWaiting",
  label: { fr: "Écrire", en: "Write" },
  who: "ask about oneself",
  form: Type.Object({ postal: Type.Boolean() }),
  writes: ["mail"],
  async perform({ tx, at, input: { postal } }) {
    const to = postal ? { name: "Claire Durand", lines: ["34000 Montpellier"] } : "claire@exemple.fr";
    const words = { subject: "Convocation", paragraphs: ["Vous êtes attendue à 9 h."] };
    return done({ mail: (await postMail(tx, { reader: null, to, lang: "fr", about: ABOUT, at, ...words }))! }, ABOUT);
  },
});
const forget = defineAct({
  name: "forgetForWaiting",
  label: { fr: "Oublier", en: "Forget" },
  who: "ask about oneself",
  form: Type.Object({}),
  writes: ["mail", "mail_bounce", "mail_handed"],
  async perform({ tx }) {
    await unpostMail(tx, ABOUT);
    return done({}, ABOUT);
  },
});

describe("a letter that waits", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf());
  });
  afterEach(() => soundWaiting(world));
  after(() => close());
  const officer = () => acting(world, ["admission-officer"]);
  const written = async (postal: boolean) => (await deed(world, write, { kind: "anyone" }, { postal })).mail;

  it("is to be posted or handed over by those who do that, until they note that it went", async () => {
    const letter = await written(true);
    deepEqual(await waitingFor(world, officer()), [["handLetter", null]]);
    deepEqual(await waitingFor(world, acting(world, ["finance"])), []);
    await deed(world, noteLetterSent, officer(), { letter, on: "2026-11-25", means: "post" });
    deepEqual(await waitingFor(world, officer()), []);
  });

  it("is none where the person is written to at an electronic address", async () => {
    await written(false);
    deepEqual(await waitingFor(world, officer()), []);
  });

  it("goes with what it is about when that is erased", async () => {
    await written(true);
    deepEqual(await waitingFor(world, officer()), [["handLetter", null]]);
    await deed(world, forget, { kind: "anyone" }, {});
    deepEqual(await waitingFor(world, officer()), []);
  });
});
