/** A page that is a form, in each state its act may leave it in. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, refused, stale } from "../act/act.ts";
import { html } from "../kit/html.ts";
import { issue } from "../kit/schema.ts";
import type { Entry } from "../law/entry.ts";
import { finding } from "../law/finding.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { testServer } from "../test/server.ts";
import { under } from "./field.ts";
import { formPage } from "./form-page.ts";
import { agreed, choice, day, longText, pick, text, ticks, version } from "./kinds.ts";
import { route } from "./route.ts";

const label = { fr: "Essai", en: "Trial" };
const ENTRY = {
  id: "trial",
  citation: label,
  source: { text: "trial", article: "1", confidence: "text" },
} as unknown as Entry;

/** What is kept of a thing, and what was done with it, one after the other. */
let kept = { name: "Bleu", version: 1 };
const did: unknown[] = [];

const Name = Type.String({ minLength: 1, maxLength: 20 });
const rename = defineAct({
  name: "rename",
  label,
  who: "ask about oneself",
  form: Type.Object({
    name: Name,
    on: Type.String(),
    why: Type.Optional(Type.String()),
    kind: Type.Union([Type.Literal("once"), Type.Literal("often")]),
    times: Type.Optional(Type.Array(Type.String())),
    version: Type.Integer(),
  }),
  writes: [],
  async perform({ input }) {
    if (input.name === "invalid") return invalid([issue("called", "Autre nom.", "Another name.")]);
    if (input.name === "refused") return refused(finding("age", false, "tooYoung", ENTRY));
    if (input.name === "forbidden") return FORBIDDEN;
    if (input.version !== kept.version) return stale(kept);
    did.push(input);
    if (["Unique", "Ultime"].includes(input.name)) kept = { ...kept, name: input.name };
    return done({ name: input.name }, "trial:1");
  },
});
const drop = defineAct({
  name: "drop",
  label,
  who: "ask about oneself",
  form: Type.Object({ id: Type.String() }),
  writes: [],
  async perform({ input: { id } }) {
    if (id === "gone") return stale({});
    if (id === "held") return invalid([issue("", "Retenu ailleurs.", "Held elsewhere.")]);
    did.push(id);
    return done({}, "trial:1");
  },
});

const thing = route("/chose/:thing");
const page = formPage({
  name: "chose",
  route: thing,
  words: () => ({ title: "Une chose" }),
  seen: async (_, params) => (params.thing === "rien" ? undefined : { of: params.thing, ...kept }),
  elsewhere: ({ params }) => (params.thing === "ailleurs" ? thing.to({ thing: "une" }) : undefined),
  form: {
    fields: ({ seen }) => ({
      name: text({ label: "Nom", missing: "Donnez un nom." }),
      on: day({ label: "Jour", missing: "Donnez un jour.", unreal: "Ce jour n’existe pas." }),
      why: longText({ label: "Pourquoi", rows: 3, optional: true }),
      kind: pick({
        label: "Combien de fois",
        options: [
          { value: "once", label: "Une fois" },
          ...(seen.name === "Ultime" ? [] : [{ value: "often" as const, label: "Souvent" }]),
        ],
        empty: "Choisissez",
        missing: "Choisissez combien de fois.",
      }),
      how: choice({
        label: "Comment",
        options: [
          { value: "alone", label: "Seul" },
          { value: "with", label: "À plusieurs" },
        ],
        missing: "Choisissez comment.",
      }),
      times: under(
        "how",
        "with",
        ticks({
          label: "Avec qui",
          options: [...(seen.name === "Ultime" ? [] : [{ value: "a", label: "Anne" }]), { value: "b", label: "Béa" }],
          missing: "Dites avec qui.",
        }),
      ),
      sure: agreed({ label: "Accord", box: "J’en suis sûr", missing: "Cochez la case." }),
      version: version(),
    }),
    begin: ({ seen }) => ({ name: seen.name, on: "2026-11-25", version: seen.version }),
    check: ({ name, on }, { seen }) => {
      if (name === "Noël" && on !== "2026-12-25") return { on: "Noël est le 25 décembre." };
      return name === "Unique" && seen.name === "Unique" ? { name: "Elle s’appelle déjà ainsi." } : {};
    },
    confirm: ({ name, how }) =>
      how === "with" ? { title: "Vérifiez", rows: [{ key: "Nom", value: name }], go: "C’est cela" } : undefined,
    go: () => "Enregistrer",
    act: rename,
    input: ({ how: _how, sure: _sure, ...typed }) => typed,
    on: { called: "name", age: "on" },
    done: (_, { params }) => thing.to(params, { fait: "nomme" }),
    edits: true,
    sentences: { fr: { tooYoung: () => "Trop tôt." }, en: { tooYoung: () => "Too early." } },
  },
  also: (form) => ({
    drop: form({
      item: "part",
      go: () => "Retirer",
      act: drop,
      input: (_, { item }) => ({ id: item }),
      done: (_, { params }) => thing.to(params),
      forbidden: ({ params }) => ({ to: thing.to(params) }),
    }),
  }),
  told: () => ({ nomme: "Elle est nommée." }),
  shown: ({ words }, { form, also }) => {
    const parts = ["first", "gone", "held"].map((id) => also.drop(id, { of: `la partie ${id}` }));
    return { title: words.title, main: html`${form()}${parts}`, back: "/compte" };
  },
});

describe("a page that is a form", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [page] });
  });
  after(() => app.close());

  const DAY = { "on-day": "26", "on-month": "11", "on-year": "2026" };
  const WHOLE = { name: "Vert", ...DAY, kind: "often", how: "alone", sure: "yes" };
  const begun = () => {
    kept = { name: "Bleu", version: 1 };
    did.length = 0;
    return visitor(app, "/faire-ess");
  };

  it("opens with what is there filled in, and the way back", async () => {
    const { text } = await begun().open("/chose/une");
    match(text, /id="name" name="name" value="Bleu"/);
    match(text, /name="on-day" value="25"/);
    match(text, /name="version" value="1"/);
    match(text, /href="\/faire-ess\/compte">/);
  });

  it("asks what stands under an option right under it, and only of whoever chooses that", async () => {
    const one = begun();
    const { text } = await one.open("/chose/une");
    match(text, /À plusieurs<\/label>\s*<\/div><div class="follow"><fieldset[^>]*>\s*<legend[^>]*>Avec qui/);
    const without = await one.fill("/chose/une", { ...WHOLE, times: ["a"] });
    equal(without.location, "/chose/une?fait=nomme");
    deepEqual(did, [{ name: "Vert", on: "2026-11-26", kind: "often", version: 1 }]);
    const lacking = await one.fill("/chose/une", { ...WHOLE, how: "with" });
    match(plain(lacking.text), /Il y a un problème Dites avec qui/);
  });

  it("says what is missing above and beside the field, and gives back every sign that was typed", async () => {
    const typed = { name: "", "on-day": "31", "on-month": "février", "on-year": "2026", why: "  <b>Parce\nque  " };
    const { status, text } = await begun().fill("/chose/une", { ...typed, kind: "never", how: "" });
    equal(status, 422);
    match(text, /<title>Erreur/);
    match(text, /href="#name">Donnez un nom/);
    match(text, /href="#on-day">Ce jour n’existe pas/);
    match(text, /href="#kind">Choisissez combien de fois/);
    match(text, /href="#how">Choisissez comment/);
    match(text, /href="#sure">Cochez la case/);
    match(text, /id="name-error"/);
    match(text, /name="on-month" value="février"/);
    match(text, />\n {2}&lt;b&gt;Parce\nque {2}<\/textarea>/);
    deepEqual(did, []);
  });

  it("says of the whole what no field is at fault for", async () => {
    const { text, status } = await begun().fill("/chose/une", { ...WHOLE, name: "Noël" });
    equal(status, 422);
    match(text, /href="#on-day">Noël est/);
  });

  it("says what the act finds beside the field that is meant, by whatever name", async () => {
    const invalidated = await begun().fill("/chose/une", { ...WHOLE, name: "invalid" });
    equal(invalidated.status, 422);
    match(invalidated.text, /href="#name">Autre nom/);
    const found = await begun().fill("/chose/une", { ...WHOLE, name: "refused" });
    equal(found.status, 422);
    match(found.text, /href="#on-day">Trop tôt/);
    const much = await begun().fill("/chose/une", { ...WHOLE, name: "x".repeat(21) });
    match(much.text, new RegExp(`href="#name">[^<]*20[^]*value="${"x".repeat(21)}"`));
  });

  it("leads on alike where it is sent twice, and tells what was done", async () => {
    const one = begun();
    const shown = await one.open("/chose/une");
    const sent = await one.sendFrom(shown, "/chose/une", WHOLE);
    deepEqual([sent.status, sent.location], [303, "/chose/une?fait=nomme"]);
    equal((await one.sendFrom(shown, "/chose/une", WHOLE)).location, "/chose/une?fait=nomme");
    match((await one.open("/chose/une?fait=nomme")).text, /data-color="success"[^>]*>Elle est nommée/);
    doesNotMatch((await one.open("/chose/une?fait=constructor")).text, /data-color="success"/);
  });

  it("leads on alike where what it did is why it could not be done now, and says so to another form", async () => {
    const one = begun();
    const shown = await one.open("/chose/une");
    const unique = { ...WHOLE, name: "Unique" };
    equal((await one.sendFrom(shown, "/chose/une", unique)).location, "/chose/une?fait=nomme");
    equal((await one.sendFrom(shown, "/chose/une", unique)).location, "/chose/une?fait=nomme");
    const other = await one.sendFrom(shown, "/chose/une", { ...unique, why: "Autrement" });
    match(other.text, /href="#name">Elle s’appelle déjà ainsi/);
    match((await one.fill("/chose/une", unique)).text, /href="#name">Elle s’appelle déjà ainsi/);
  });

  it("leads on alike where what was chosen can be chosen no more, and asks another form to choose", async () => {
    const one = begun();
    const shown = await one.open("/chose/une");
    const last = { ...WHOLE, name: "Ultime", how: "with", times: ["a", "b"], do: "confirm" };
    equal((await one.sendFrom(shown, "/chose/une", last)).location, "/chose/une?fait=nomme");
    equal((await one.sendFrom(shown, "/chose/une", last)).location, "/chose/une?fait=nomme");
    const part = await one.fill("/chose/une", { ...last, kind: "once" });
    equal(part.location, "/chose/une?fait=nomme");
    deepEqual((did.at(-1) as { readonly times: readonly string[] }).times, ["b"]);
    match((await one.fill("/chose/une", last)).text, /href="#kind">Choisissez combien de fois/);
  });

  it("leads back to the page that led to it, also after it was sent, and once more after a mistake", async () => {
    const one = begun();
    const from = "?de=%2Fa-faire";
    const back = /class="way"[^>]*><a href="\/faire-ess\/a-faire"/;
    const shown = await one.open(`/chose/une${from}`);
    match(shown.text, back);
    const wrong = await one.sendFrom(shown, `/chose/une${from}`, { ...WHOLE, name: "" });
    equal(wrong.status, 422);
    match(wrong.text, back);
    const sent = await one.sendFrom(wrong, `/chose/une${from}`, WHOLE);
    equal(sent.location, "/chose/une?fait=nomme&de=%2Fa-faire");
  });

  it("shows both values where somebody saved in between, and takes them once they were seen", async () => {
    const one = begun();
    const shown = await one.open("/chose/une");
    kept = { name: "Rouge", version: 2 };
    const clash = await one.sendFrom(shown, "/chose/une", WHOLE);
    equal(clash.status, 409);
    match(plain(clash.text), /Quelqu’un a enregistré entre-temps/);
    match(plain(clash.text), /Nom Vert Rouge Jour 26 novembre 2026 25 novembre 2026 Combien de fois Souvent rien/);
    match(clash.text, /name="name" value="Vert"/);
    match(clash.text, /name="version" value="2"/);
    equal((await one.sendFrom(clash, "/chose/une", WHOLE)).status, 303);
  });

  it("reads over what it asks about before it does it, and goes back to what was typed", async () => {
    const one = begun();
    const asked = await one.fill("/chose/une", { ...WHOLE, how: "with", times: ["a", "b"], why: " Parce\nque" });
    equal(asked.status, 200);
    match(plain(asked.text), /Vérifiez Nom Vert C’est cela Corriger/);
    deepEqual(did, []);
    const back = await one.sendFrom(asked, "/chose/une", { do: "correct" });
    equal(back.status, 200);
    match(back.text, />\n Parce\nque<\/textarea>/);
    match(back.text, /value="a" checked>[^]*value="b" checked>/);
    equal((await one.sendFrom(asked, "/chose/une", { do: "confirm" })).status, 303);
    deepEqual(did, [
      { name: "Vert", on: "2026-11-26", why: "Parce\nque", kind: "often", times: ["a", "b"], version: 1 },
    ]);
  });

  it("takes nothing that no form sends for what was carried on", async () => {
    for (const _several of ['{"times":[1]}', "[", "null", '{"_csrf":["x"]}', "7"]) {
      const sent = await begun().fill("/chose/une", { ...WHOLE, _several });
      equal(sent.status, 303, _several);
    }
  });

  it("does, by the button that says so, what its other forms do, to the one that is meant", async () => {
    const one = begun();
    const { text } = await one.open("/chose/une");
    match(text, /name="do" value="drop">Retirer<span class="ds-sr-only"> la partie first<\/span>/);
    equal((await one.fill("/chose/une", { do: "drop", part: "first" })).location, "/chose/une");
    deepEqual(did, ["first"]);
    const gone = await one.fill("/chose/une", { do: "drop", part: "gone" });
    equal(gone.status, 409);
    match(plain(gone.text), /Cela a changé entre-temps/);
    const held = await one.fill("/chose/une", { do: "drop", part: "held" });
    equal(held.status, 422);
    match(held.text, /data-color="danger"[^>]*>Retenu ailleurs/);
  });

  it("is not found where there is nothing, or nothing for this visitor, and leads on where there is nothing to do", async () => {
    const one = begun();
    equal((await one.open("/chose/rien")).status, 404);
    equal((await one.fill("/chose/une", { ...WHOLE, name: "forbidden" })).status, 404);
    equal((await one.open("/chose/ailleurs")).location, "/chose/une");
    const shown = await one.open("/chose/une");
    equal((await one.sendFrom(shown, "/chose/ailleurs", { ...WHOLE, name: "" })).location, "/chose/une");
    equal((await one.sendFrom(shown, "/chose/ailleurs", WHOLE)).location, "/chose/ailleurs?fait=nomme");
  });
});
