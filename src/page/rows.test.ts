/** A page whose form has rows of fields, as whoever fills it in without a script sees it. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, done, invalid, stale } from "../act/act.ts";
import { html } from "../kit/html.ts";
import { issue } from "../kit/schema.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { testServer } from "../test/server.ts";
import { button } from "./form.ts";
import { formPage } from "./form-page.ts";
import { day, text, version } from "./kinds.ts";
import { route } from "./route.ts";
import { rows } from "./rows.ts";

let kept = { names: ["Anne"], version: 1 };
const did: unknown[] = [];
const invite = defineAct({
  name: "invite",
  label: { fr: "Essai", en: "Trial" },
  who: "ask about oneself",
  form: Type.Object({
    guests: Type.Array(Type.Object({ name: Type.String({ maxLength: 10 }), on: Type.Optional(Type.String()) })),
    version: Type.Integer(),
  }),
  writes: [],
  async perform({ input: { guests, version: seen } }) {
    const known = guests.findIndex(({ name }) => name === "Connu");
    if (known >= 0) return invalid([issue(`name-${known}`, "Déjà invité.", "Invited already.")]);
    if (seen !== kept.version) return stale(kept);
    did.push(guests);
    return done({}, "trial:1");
  },
});

const page = formPage({
  name: "invites",
  route: route("/invites"),
  words: () => ({}),
  seen: async (_, __, sent) => ({ ...kept, found: sent?.get("name-0") }),
  form: {
    fields: ({ seen }) => ({
      guests: rows({
        label: "Invités",
        fields: (place) => ({
          name: text({ label: `Nom ${place + 1}`, missing: "Donnez un nom." }),
          on: day({ label: "Jour", missing: "Donnez un jour.", optional: true }),
        }),
        count: 2,
        most: 5,
        missing: "Invitez quelqu’un.",
        check: ({ name, on }) => (name === "Noël" && on === undefined ? { on: "Quel Noël ?" } : {}),
        arranged: ({ name, on }, place) => html`<fieldset><legend>Invité ${place + 1}</legend>${name}${on}</fieldset>`,
        say: (guests) => guests.map(({ name }) => name).join(", "),
      }),
      word: text({ label: `Un mot${seen.found ? ` pour ${seen.found}` : ""}`, optional: true }),
      version: version(),
    }),
    begin: ({ seen }) => ({
      guests: seen.names.map((name, place) => ({ name, place })),
      version: seen.version,
    }),
    confirm: ({ guests }, { visit }) =>
      guests.some(({ name }) => name === "anne")
        ? {
            title: "Vérifiez",
            as: { guests: guests.map((one) => ({ ...one, name: one.name === "anne" ? "Anne" : one.name })) },
            go: "Oui",
            back: visit.path,
          }
        : undefined,
    go: () => "Inviter",
    beside: () => button("D’autres lignes", { name: "do", value: "more", variant: "secondary" }),
    act: invite,
    input: ({ guests, version: seen }) => ({ guests: guests.map(({ place: _place, ...one }) => one), version: seen }),
    done: () => "/fait",
    edits: true,
  },
  shown: () => ({ title: "Qui vient", back: "/compte" }),
});

describe("a form with rows", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [page] });
  });
  after(() => app.close());
  const begun = () => {
    kept = { names: ["Anne"], version: 1 };
    did.length = 0;
    return visitor(app, "/faire-ess");
  };
  const on = { "on-1-day": "24", "on-1-month": "12", "on-1-year": "2026" };

  it("opens with what is there, and as many rows as the page says", async () => {
    const { text: shown } = await begun().open("/invites");
    match(shown, /id="name-0" name="name-0" value="Anne"/);
    match(shown, /id="name-1" name="name-1" value=""/);
    doesNotMatch(shown, /name-2/);
  });

  it("reads the rows in which something stands, and no other", async () => {
    const one = begun();
    equal((await one.fill("/invites", { "name-1": "Béa", ...on, "name-3": "Cléo" })).location, "/fait");
    deepEqual(did, [[{ name: "Béa", on: "2026-12-24" }, { name: "Cléo" }]]);
    const empty = await one.fill("/invites", { "name-0": " " });
    equal(empty.status, 422);
    match(empty.text, /href="#name-0">Invitez quelqu’un/);
  });

  it("shows as many rows again where more are asked for, with what was typed, and says nothing is missing", async () => {
    const one = begun();
    const more = await one.fill("/invites", { do: "more", "name-1": "Béa", "on-1-day": "x" });
    equal(more.status, 200);
    match(more.text, /name="name-1" value="Béa"[^]*name="on-1-day" value="x"[^]*name="name-3" value=""/);
    doesNotMatch(more.text, /name-4|error-summary/);
    match((await one.fill("/invites", { do: "more", "name-4": "" })).text, /Invité 5/);
    doesNotMatch((await one.fill("/invites", { do: "more", "name-4": "" })).text, /Invité 6/);
    deepEqual(did, []);
  });

  it("says beside the field of its row what is wrong there, and all of it at once", async () => {
    const { status, text: shown } = await begun().fill("/invites", { ...on, "name-3": "Noël", "on-3-day": "x" });
    equal(status, 422);
    match(shown, /href="#name-1">Donnez un nom[^]*href="#on-3-month">Donnez un jour/);
    match(shown, /id="name-1-error"/);
    const whole = await begun().fill("/invites", { "name-1": "Noël" });
    match(whole.text, /href="#on-1-day">Quel Noël/);
  });

  it("says beside the field of its row what the act finds, which counts only the rows it was given", async () => {
    const found = await begun().fill("/invites", { "name-1": "Béa", "name-3": "Connu" });
    equal(found.status, 422);
    match(found.text, /href="#name-3">Déjà invité/);
    const long = await begun().fill("/invites", { "name-1": "x".repeat(11) });
    match(long.text, /href="#name-1">[^<]*10/);
  });

  it("carries on what was read where that says more than what was typed, and goes back to it", async () => {
    const one = begun();
    const asked = await one.fill("/invites", { "name-1": "anne", ...on, "name-3": "Béa" });
    match(plain(asked.text), /Vérifiez Oui Corriger/);
    match(asked.text, /href="\/faire-ess\/invites">/);
    const back = await one.sendFrom(asked, "/invites", { do: "correct" });
    match(back.text, /name="name-1" value="Anne"[^]*name="on-1-day" value="24"[^]*name="name-3" value="Béa"/);
    equal((await one.sendFrom(asked, "/invites", { do: "confirm" })).status, 303);
    deepEqual(did, [[{ name: "Anne", on: "2026-12-24" }, { name: "Béa" }]]);
  });

  it("shows both values of the list where somebody saved in between", async () => {
    const one = begun();
    const shown = await one.open("/invites");
    kept = { names: ["Dora", "Éva"], version: 2 };
    const clash = await one.sendFrom(shown, "/invites", { "name-1": "Béa" });
    equal(clash.status, 409);
    match(plain(clash.text), /Invités Béa Dora, Éva/);
    match(clash.text, /name="name-1" value="Béa"/);
  });

  it("knows, from what the page sees, what was sent", async () => {
    const one = begun();
    match((await one.open("/invites")).text, /Un mot<span|Un mot /);
    match((await one.fill("/invites", { do: "more", "name-0": "Zoé" })).text, /Un mot pour Zoé/);
  });
});
