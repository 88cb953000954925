/** A form that writes only what is its own: its words by the names of its fields, its button, its act’s input and its message by convention. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, done } from "../act/act.ts";
import { html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { testServer } from "../test/server.ts";
import { under } from "./field.ts";
import { formPage } from "./form-page.ts";
import { agreed, choice, code, day, pick, text, ticks } from "./kinds.ts";
import { hour, whole } from "./number-kinds.ts";
import { route } from "./route.ts";

const did: unknown[] = [];
const label = { fr: "Essai", en: "Trial" };
const Text = Type.String();

const plan = defineAct({
  name: "plan",
  label,
  who: "ask about oneself",
  form: Type.Object(
    { place: Text, name: Text, seats: Type.Integer(), on: Text, at: Text, who: Text, how: Text, site: Text },
    { additionalProperties: false },
  ),
  writes: [],
  async perform({ input }) {
    did.push(input);
    return done({}, "trial:1");
  },
});
const drop = defineAct({
  name: "drop",
  label,
  who: "ask about oneself",
  form: Type.Object({ place: Text, id: Text }, { additionalProperties: false }),
  writes: [],
  async perform({ input }) {
    did.push(input);
    return done({}, "trial:1");
  },
});

const WORDS = inBoth({
  title: ["Une journée", "A day"],
  go: ["Prévoir", "Plan"],
  fields: {
    name: { label: ["Nom", "Name"], hint: ["Comme sur la porte", "As on the door"] },
    seats: ["Places", "Seats"],
    on: ["Jour", "Day"],
    at: ["Heure", "Time"],
    who: ["Qui", "Who"],
    how: { label: ["Comment", "How"], missing: ["Dites comment on vient.", "Say how one comes."] },
    with: ["Avec qui", "With whom"],
    site: ["Lieu", "Place"],
    sure: ["Accord", "Agreement"],
    code: ["Code", "Code"],
  },
  done: { prevue: ["C’est prévu.", "It is planned."] },
  drop: { go: ["Retirer", "Remove"] },
});
const options = [
  { value: "one", label: "Une" },
  { value: "two", label: "Deux" },
] as const;
const base = {
  name: "ecole-journee",
  route: route("/ecole/:place"),
  words: (lang: "fr" | "en") => WORDS[lang],
  seen: async () => ({}),
  shown: () => ({ title: "Une journée" }),
};

const page = formPage({
  ...base,
  form: {
    fields: {
      name: text(),
      seats: whole({ most: 2000 }),
      on: day(),
      at: hour(),
      who: pick({ options }),
      how: choice({ options }),
      with: under("how", "two", ticks({ options: [...options] })),
      site: text({ optional: "empty" }),
      sure: agreed({ box: "J’en suis sûr" }),
      code: code(),
    },
    act: plan,
    done: "prevue",
  },
  also: (form) => ({ drop: form({ words: "drop", item: "id", look: "danger", act: drop }) }),
  shown: ({ words }, { form, also }) => {
    return { title: words.title, main: html`${form()}${also.drop("first")}` };
  },
});

/** What does not compile; nothing here runs. */
export function refusedByTheCompiler(): void {
  // @ts-expect-error a field without words
  formPage({ ...base, form: { fields: { unnamed: text() }, which: () => async () => ({ kind: "forbidden" }) } });
  // @ts-expect-error an act that takes a name which no field has
  formPage({ ...base, form: { fields: { name: text() }, act: plan } });
  // @ts-expect-error a message that the words have not
  formPage({ ...base, form: { fields: { id: text({ label: "Id" }) }, act: drop, done: "never" } });
  // @ts-expect-error a button without a label
  formPage({ ...base, words: () => ({}), form: { fields: { id: text({ label: "Id" }) }, act: drop } });
}

describe("a form by convention", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [page] });
  });
  after(() => app.close());
  const begun = () => {
    did.length = 0;
    return visitor(app, "/faire-ess");
  };
  const DAY = { "on-day": "26", "on-month": "11", "on-year": "2026" };
  const WHOLE = { name: "Vert", seats: "12", ...DAY, at: "9 h", who: "one", how: "one", sure: "yes", code: "123456" };

  it("finds the words of its fields and of its button by their names", async () => {
    const { text: shown } = await begun().open("/ecole/une");
    const said = plain(shown);
    for (const one of [
      "Nom Comme sur la porte",
      "Places",
      "Jour",
      "Qui Choisissez Une Deux",
      "Lieu (facultatif)",
      "Prévoir",
    ])
      match(said, new RegExp(one.replace(/[()]/g, "\\$&")));
  });

  it("gives the act what the act has a name for, of the values, the address and the thing", async () => {
    const sent = await begun().fill("/ecole/une", WHOLE);
    equal(sent.location, "/ecole/une?fait=prevue");
    const values = { name: "Vert", seats: 12, on: "2026-11-26", at: "09:00", who: "one", how: "one", site: "" };
    deepEqual(did, [{ ...values, place: "une" }]);
  });

  it("comes back to its page with the message of that word", async () => {
    match(plain((await begun().open("/ecole/une?fait=prevue")).text), /C’est prévu/);
  });

  it("says of each kind what is missing, in the reader’s language, and its own sentence where it has one", async () => {
    const french = plain((await begun().fill("/ecole/une", {})).text);
    for (const one of [
      "Remplissez « Nom ».",
      "« Places » : donnez un nombre entier, de 1 à 2 000.",
      "« Jour » : donnez le jour, le mois et l’année.",
      "« Heure » : donnez une heure, par exemple 9:00.",
      "Faites un choix : « Qui ».",
      "Dites comment on vient.",
      "« Accord » : cochez la case.",
      "« Code » : tapez le code reçu.",
    ])
      match(french.replaceAll(/\s/g, " "), new RegExp(one));
    const lacking = plain((await begun().fill("/ecole/une", { ...WHOLE, how: "two" })).text);
    match(lacking.replaceAll(/\s/g, " "), /« Avec qui » : cochez au moins une case/);
    const english = plain((await visitor(app, "/faire-ess/en").fill("/ecole/une", {})).text);
    match(english, /Fill in “Name”\./);
  });
});
