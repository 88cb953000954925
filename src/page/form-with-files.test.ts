/** A page that is a form, and brings files: those that are kept, and those that the page reads itself. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, done } from "../act/act.ts";
import { pdf } from "../test/sent-files.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { testWorldOf } from "../test/server.ts";
import { signedIn } from "../test/signed-in.ts";
import { buildServer } from "../web/server.ts";
import { formPage } from "./form-page.ts";
import { files, smallFile, text } from "./kinds.ts";
import { route } from "./route.ts";

const did: unknown[] = [];
const take = defineAct({
  name: "take",
  label: { fr: "Essai", en: "Trial" },
  who: "ask about oneself",
  form: Type.Object({ what: Type.Array(Type.String()) }),
  writes: [],
  async perform({ input }) {
    did.push(input.what);
    return done({}, "trial:1");
  },
});

const declared = {
  who: "apply",
  words: () => ({}),
  seen: async () => ({}),
  shown: () => ({ title: "Essai" }),
} as const;
const kept = formPage({
  ...declared,
  name: "essai-pieces",
  route: route("/pieces"),
  takesFiles: true,
  form: {
    fields: () => ({
      files: files({ label: "Vos fichiers", many: true, missing: "Choisissez un fichier." }),
      note: text({ label: "Note", optional: true }),
    }),
    go: () => "Envoyer",
    act: take,
    input: ({ files: sent }) => ({
      what: sent.map((one) => `${one.name} ${"problem" in one ? one.problem : typeof one.upload}`),
    }),
    done: () => "/compte",
  },
});
const read = formPage({
  ...declared,
  name: "essai-releve",
  route: route("/releve"),
  readsFiles: 4,
  form: {
    fields: () => ({ files: smallFile({ label: "Votre fichier", accept: ".csv", tooBig: "Il est trop gros." }) }),
    go: () => "Lire",
    act: take,
    input: ({ files: file }) => ({ what: file ? [file.name, file.bytes.toString()] : [] }),
    done: () => "/compte",
  },
});

describe("a page that is a form, and brings files", () => {
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let claire: Visitor;
  before(async () => {
    const made = await testWorldOf();
    close = made.close;
    app = await buildServer(made.world, { perMinute: 1_000_000, pages: [kept, read] });
    claire = visitor(app, "/faire-ess");
    const [name, value] = (await signedIn(made.world, "claire@exemple.fr", "faire-ess")).cookie.split("=");
    claire.cookies.set(name!, value!);
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("gives each file that came, taken or not, and says where none was chosen", async () => {
    const { text: shown } = await claire.open("/pieces");
    match(shown, /enctype="multipart\/form-data"/);
    match(shown, /type="file" id="files" name="files"[^>]* multiple/);
    const sent = await claire.sendFiles("/pieces", [
      ["cv.pdf", pdf({ comment: "cv" }).toString("latin1")],
      ["rien.exe", "MZ"],
    ]);
    equal(sent.location, "/compte");
    deepEqual(did.pop(), ["cv.pdf string", "rien.exe unknown-type"]);
    const none = await claire.sendFiles("/pieces", []);
    equal(none.status, 422);
    match(none.text, /href="#files">Choisissez un fichier/);
  });

  it("gives the bytes of what the page reads itself, and says where they are too many", async () => {
    match((await claire.open("/releve")).text, /type="file" id="files" name="files" accept="\.csv"/);
    equal((await claire.sendFiles("/releve", [["a.csv", "1;2\n"]])).location, "/compte");
    deepEqual(did.pop(), ["a.csv", "1;2\n"]);
    const long = await claire.sendFiles("/releve", [["a.csv", "1;2;3"]]);
    equal(long.status, 422);
    match(long.text, /href="#files">Il est trop gros/);
    equal((await claire.sendFiles("/releve", [])).location, "/compte");
    deepEqual(did.pop(), []);
  });
});
