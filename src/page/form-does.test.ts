/** A page that is a form: what is no act, what comes too late, and what is asked of some alone. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, invalid } from "../act/act.ts";
import { html } from "../kit/html.ts";
import { issue } from "../kit/schema.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { testServer } from "../test/server.ts";
import { formPage } from "./form-page.ts";
import { text } from "./kinds.ts";
import { route } from "./route.ts";

const shut = defineAct({
  name: "shut",
  label: { fr: "Essai", en: "Trial" },
  who: "ask about oneself",
  form: Type.Object({}),
  writes: [],
  async perform() {
    return invalid([issue("", "Elle est déjà fermée.", "It is shut already.")]);
  },
});

const door = route("/porte/:door");
const page = formPage({
  name: "porte",
  route: door,
  words: () => ({}),
  seen: async (_, params) => params,
  elsewhere: ({ seen }) => (seen.door === "fermee" ? "/compte" : undefined),
  late: (_, why) => ({ html: html`<p>Ce n’est pas fait. ${why}</p>`, status: 422 }),
  form: { go: () => "Fermer", act: shut, input: () => ({}), done: () => "/compte" },
  also: (form) => ({
    open: form({
      fields: ({ seen }) => ({
        code: text({ label: "Code", missing: "Donnez le code." }),
        ...(seen.door === "double" && { second: text({ label: "Second code", missing: "Donnez le second." }) }),
      }),
      begin: () => ({ second: "0000" }),
      go: () => "Ouvrir",
      does: async ({ code, second = "simple" }) =>
        code === "1234" ? door.to({ door: second }) : { wrong: { code: "Ce n’est pas le bon." } },
    }),
  }),
  shown: (_, { form, also }) => ({ title: "Porte", main: html`${form()}${also.open()}` }),
});

describe("a page that is a form", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [page] });
  });
  after(() => app.close());
  const one = () => visitor(app, "/faire-ess");

  it("does what is no act, and says beside its field what came out wrong", async () => {
    const wrong = await one().fill("/porte/grande", { do: "open", code: "4321" });
    equal(wrong.status, 422);
    match(wrong.text, /href="#code">Ce n’est pas le bon[^]*name="code" value="4321"/);
    match((await one().fill("/porte/grande", { do: "open", code: " " })).text, /href="#code">Donnez le code/);
    const right = await one().fill("/porte/grande", { do: "open", code: "1234" });
    deepEqual([right.status, right.location], [303, "/porte/simple"]);
  });

  it("has a field for those alone of whom it is asked", async () => {
    doesNotMatch((await one().open("/porte/grande")).text, /name="second"/);
    equal((await one().fill("/porte/grande", { do: "open", code: "1234", second: "x" })).location, "/porte/simple");
    match((await one().open("/porte/double")).text, /name="second" value="0000"/);
    const lacking = await one().fill("/porte/double", { do: "open", code: "1234", second: "" });
    match(lacking.text, /href="#second">Donnez le second/);
  });

  it("says that what was sent too late was not done, where it would lead elsewhere", async () => {
    equal((await one().open("/porte/fermee")).location, "/compte");
    const her = one();
    const late = await her.sendFrom(await her.open("/porte/grande"), "/porte/fermee", {});
    equal(late.status, 422);
    equal(plain(late.text), "Ce n’est pas fait. Elle est déjà fermée.");
  });
});
