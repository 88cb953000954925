/** A form that takes a password or a code, one that may ask for several acts, and one that a script sends. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, done } from "../act/act.ts";
import { html } from "../kit/html.ts";
import { errorsIn } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { testServer } from "../test/server.ts";
import { deed } from "./acting.ts";
import { formPage } from "./form-page.ts";
import { carried, code, password, text } from "./kinds.ts";
import { route } from "./route.ts";

/** What was done, one after the other. */
const did: unknown[] = [];
const noted = (name: string) =>
  defineAct({
    name,
    label: { fr: "Essai", en: "Trial" },
    who: "hold an invitation",
    form: Type.Object({ name: Type.String(), password: Type.String(), code: Type.String() }),
    writes: [],
    async perform({ input, actor }) {
      did.push([name, actor.kind === "holder" && actor.secret, input]);
      return done({ right: input.code === "123456", tries: did.length }, "trial:1");
    },
  });
const enter = noted("enter");
const enterElsewhere = noted("enterElsewhere");

const door = route("/porte");
const page = formPage({
  name: "porte",
  route: door,
  words: () => ({ title: "Une porte" }),
  seen: async () => true,
  form: {
    fields: () => ({
      name: text({ label: "Nom", missing: "Donnez un nom." }),
      password: password({
        label: "Mot de passe",
        autocomplete: "current-password",
        missing: "Donnez le mot de passe.",
        again: "Retapez-le.",
      }),
      code: code({ label: "Code", missing: "Donnez le code." }),
    }),
    action: ({ visit }) => visit.link(door.to({}, { vers: visit.query.vers })),
    confirm: ({ name }) => (name === "lu" ? { title: "Vérifiez", rows: [], go: "C’est cela" } : undefined),
    go: () => "Entrer",
    which: (typed) => deed(typed.name === "ailleurs" ? enterElsewhere : enter, typed),
    actor: (_, { name }) => ({ kind: "holder", secret: name }),
    done: ({ right, tries }) =>
      right ? door.to({}, { fait: "entre" }) : { wrong: { code: `Ce n’est pas ce code : essai ${tries}.` } },
  },
  also: (form) => ({
    key: form({
      fields: () => ({ response: carried<string>() }),
      script: () => ({ key: "get" }),
      go: () => "Montrer la clé",
      act: enter,
      actor: () => ({ kind: "holder", secret: "" }),
      input: ({ response }) => ({ name: "", password: "", code: response }),
      done: () => door.to(),
    }),
    ask: form({
      go: "none",
      act: enter,
      actor: () => ({ kind: "holder", secret: "" }),
      input: () => ({ name: "", password: "", code: "" }),
      done: () => ({ json: { asked: true } }),
    }),
  }),
  told: () => ({ entre: "Vous y êtes." }),
  shown: ({ words }, { form, also }) => ({
    title: words.title,
    main: html`<div id="one">${form()}</div>${also.key()}<div id="none">${also.ask()}</div>`,
  }),
});

describe("a form that takes a secret", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [page] });
  });
  after(() => app.close());
  const somebody = () => {
    did.length = 0;
    return visitor(app, "/faire-ess");
  };
  const PASSWORD = " trois chats ";
  const WHOLE = { do: "", name: "Claire", password: PASSWORD, code: " 123456 " };

  it("takes every sign of a password, and of a code those around which nothing stands", async () => {
    equal((await somebody().fill("/porte", WHOLE)).location, "/porte?fait=entre");
    deepEqual(did, [["enter", "Claire", { name: "Claire", password: PASSWORD, code: "123456" }]]);
  });

  it("prints neither again, and says of the password why it is empty", async () => {
    const { status, text: shown } = await somebody().fill("/porte", { ...WHOLE, name: "" });
    equal(status, 422);
    deepEqual(errorsIn(shown), ["Donnez un nom.", "Retapez-le."]);
    doesNotMatch(shown, /trois chats|123456/);
    deepEqual(errorsIn((await somebody().fill("/porte", { ...WHOLE, password: "" })).text), [
      "Donnez le mot de passe.",
    ]);
  });

  it("says beside its field that what was done did not find it right, and counts it once for one sending", async () => {
    const one = somebody();
    const opened = await one.open("/porte");
    for (let times = 0; times < 2; times++) {
      const { status, text: shown } = await one.sendFrom(opened, "/porte", { ...WHOLE, code: "000000" });
      equal(status, 422);
      match(shown, /href="#code">Ce n’est pas ce code\s: essai 1\./);
      match(shown, /id="code-error"/);
      doesNotMatch(shown, /000000/);
    }
  });

  it("carries none to where it is read over, and asks for it again there", async () => {
    const one = somebody();
    const asked = await one.fill("/porte", { ...WHOLE, name: "lu" });
    match(asked.text, /Vérifiez/);
    doesNotMatch(asked.text, /trois chats|123456/);
    const gone = await one.sendFrom(asked, "/porte", { do: "confirm" });
    deepEqual(errorsIn(gone.text), ["Donnez le mot de passe.", "Donnez le code."]);
    deepEqual(did, []);
  });

  it("does which act the form asks for, where it may ask for several", async () => {
    await somebody().fill("/porte", { ...WHOLE, name: "ailleurs" });
    deepEqual(
      did.map((one) => (one as string[])[0]),
      ["enterElsewhere"],
    );
  });

  it("is sent where it says, also once it comes back", async () => {
    const one = somebody();
    const to = /action="\/faire-ess\/porte\?vers=%2Fcompte"/;
    match((await one.open("/porte?vers=/compte")).text, to);
    match((await one.fill("/porte?vers=/compte", { ...WHOLE, name: "" })).text, to);
    match((await one.fill("/porte?vers=/compte", { ...WHOLE, name: "lu" })).text, to);
  });

  it("hides what a script alone sends, which says itself which form it is", async () => {
    const one = somebody();
    const { text: shown } = await one.open("/porte");
    match(
      shown,
      /<div hidden><form [^>]*data-key="get"[^]*name="do" value="key"[^]*<p role="status"><\/p>\s*<\/form><\/div>/,
    );
    match(shown, /<div id="none"><\/div>/);
    equal((await one.fill("/porte", { do: "key", response: "654321" })).location, "/porte");
    match((await one.fill("/porte", { do: "ask" })).text, /^\{"asked":true\}$/);
  });
});
