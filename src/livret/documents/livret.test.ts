/**
 * The livret as a paper: PDF/A-3a with its data attached. No full validator is to be had from the registries that this project
 * uses; what the standard asks and can be looked at in the file is looked at here.
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";
import { typeset } from "../../documents/typst.ts";
import { laws } from "../../test/law-world.ts";
import { lettersOf, letters, rolesOf } from "../../test/printed.ts";
import { lawOf } from "../../law/load.ts";
import type { Livret } from "../livret.ts";
import { livretWords } from "../words.ts";
import { LIVRET_TEMPLATE, livretDocument } from "./livret.ts";

const law = lawOf(laws, "deis", "2006", "faire-ess")!;
const { domains } = law.diploma;
const words = livretWords("fr");
const minutes = { due: 5_400, planned: 5_400, done: 5_400, pending: 0, remaining: 0, beyond: 0 };

/** Of somebody of whom everything is known, and of whom something is missing. */
const livret: Livret = {
  enrolment: "00000000-0000-4000-8000-000000000001",
  name: "Ndiaye Awa",
  identity: { birthName: "Ndiaye", usedName: "Œuvrard-Straße", givenNames: "Awa Marie", bornOn: "1985-02-28" },
  diploma: { key: "deis", label: law.diploma.label, version: "2006", abbreviation: law.diploma.abbreviation },
  cohort: {
    id: "00000000-0000-4000-8000-000000000002",
    name: "Promotion 2027-2029",
    startsOn: "2027-09-13",
    endsOn: "2029-07-13",
  },
  contractOn: "2027-09-01",
  state: "in-training",
  begun: true,
  came: true,
  ended: false,
  facts: [
    { kind: "interrupted", on: "2028-01-10" },
    { kind: "returned", on: "2028-09-11" },
  ],
  titles: [{ label: { fr: "certificat d’aptitude", en: "certificate" }, awardedOn: "2012-06-27" }],
  programme: { version: 2, name: "Jeanne Roux", at: "2027-09-06T07:10:00.000Z", shown: "sha256:00" },
  reliefs: [{ unit: "UF1.1", label: domains[0]!.units[0]!.label, relief: 45, hours: 90, by: ["CAFERUIS"] }],
  hours: {
    units: domains.flatMap((one) => one.units.map(({ unit, label }) => ({ unit, label, ...minutes }))),
    totals: { ...minutes, due: 52_500 },
    complete: true,
    findings: [],
    basis: {},
    id: "hours",
  } as unknown as Livret["hours"],
  study: {
    organisation: "Maison des aînés « Les Œillets »",
    object: "Le non-recours aux droits",
    place: "Montpellier",
    group: "Groupe A",
    members: 4,
    agreement: {
      version: 1,
      from: "2028-01-10",
      until: "2028-06-30",
      referents: [{ name: "Zoë Straße", qualification: "directrice" }],
      signed: true,
    },
    report: { pages: 48, at: "2028-07-03T08:00:00.000Z" },
  },
  works: [
    {
      exam: "DF1",
      subject: "Écrire « ensemble » ☃ 王",
      director: "Paul Deux",
      length: "pages",
      count: 97,
      deposited: true,
    },
  ],
  domains: domains.map(({ domain, label, exam }) => ({
    domain,
    label,
    examLabel: exam.label,
    exam: "to-sit",
    result: {
      outcome: "validated",
      on: "2029-06-18",
      notifiedOn: "2029-06-25",
      decision: "jury:1",
      marks: [{ component: "written", label: { fr: "écrit", en: "written" }, hundredths: 1_125 }],
    },
    validated: true,
    from: null,
  })),
  appreciations: [
    {
      kind: "teaching",
      label: { fr: "appréciation de l’équipe de formation", en: "appreciation by the teaching team" },
      state: "written",
      name: "Louis Fabre",
      dueOn: "2029-05-31",
      words: "Une écriture qui s’est affermie.\n\nUn groupe porté : « on avance ».",
      at: "2029-05-28T09:00:00.000Z",
    },
  ],
  partner: { university: "Université de Rive", title: "Master intervention", holds: "Deux séminaires." },
  missing: [{ what: "countersignature", about: "", lesson: null }],
};

const printed = (livret: Livret) =>
  livretDocument({
    livret,
    law,
    today: "2029-06-30",
    code: "AAAA-BBBB-CCCC-DDDD",
    verifiedAt: "https://exemple.fr/faire-ess/verifier/AAAA-BBBB-CCCC-DDDD",
  });
const document = printed(livret);
const outcome = typeset({ template: LIVRET_TEMPLATE, json: JSON.stringify(document), timestamp: 1_877_500_000 });
const pdf = "pdf" in outcome ? outcome.pdf : Buffer.alloc(0);

/** Its streams, each as it is before it is compressed; what is compressed otherwise says nothing. */
function streamsOf(bytes: Buffer): string[] {
  const raw = bytes.toString("latin1");
  return [...raw.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
}

describe("the livret as a paper", () => {
  const plain = [pdf.toString("latin1"), ...streamsOf(pdf)].join("\n");

  it("says that it is PDF/A-3a, the level that keeps its structure, and in which language it is", () => {
    equal("fault" in outcome ? outcome.fault : "", "");
    match(plain, /pdfaid:part[>="]+3/);
    match(plain, /pdfaid:conformance[>="]+A/);
    match(plain, /\/MarkInfo\s*<<[^>]*\/Marked true/);
    match(plain, /\/StructTreeRoot \d+ 0 R/);
    match(plain, /\/Lang\s*\(fr/);
    match(plain, /\/S\s*\/GTS_PDFA1/);
  });

  it("says of whoever left before the first day, or never came, that nothing had begun or been followed", () => {
    const said = (more: Partial<Livret>) => JSON.stringify(printed({ ...livret, ...more }));
    match(said({ begun: false, came: false }), /"Pas encore commencée"/);
    const left = { state: "withdrawn", came: false } as const;
    const on = (day: string) => said({ ...left, facts: [{ kind: "withdrawn", on: day }] });
    match(on("2027-09-12"), /"Close par un désistement, avant d’avoir commencé"/);
    match(on("2027-09-13"), /"Close par un désistement, sans aucune présence en séance"/);
  });

  it("carries every one of its fonts, encrypts nothing and runs nothing", () => {
    const fonts = plain.match(/\/Type\s*\/FontDescriptor\b/g) ?? [];
    const files = plain.match(/\/FontFile[23]? \d+ 0 R/g) ?? [];
    ok(fonts.length > 0);
    equal(files.length, fonts.length);
    for (const never of ["/Encrypt", "/JavaScript", "/Launch", "/EmbeddedFDFs"]) ok(!plain.includes(never), never);
  });

  it("has its data attached as its source, which is the livret that it shows, whole", async () => {
    match(plain, /\/AFRelationship\s*\/Source/);
    match(plain, /\/AF\s*(?:\[|\d+ 0 R)/);
    match(plain, /\/Subtype\s*\/application#2Fjson/);
    const proxy = await getDocumentProxy(new Uint8Array(pdf));
    const attached = (await proxy.getAttachments()) as Map<string, unknown> | Record<string, unknown>;
    deepEqual(attached instanceof Map ? [...attached.keys()] : Object.keys(attached), ["livret.json"]);
    const [data] = streamsOf(pdf).filter((one) => one.startsWith("{"));
    // To the letter, of what no face can print too.
    deepEqual(JSON.parse(Buffer.from(data!, "latin1").toString("utf8")), JSON.parse(JSON.stringify(livret)));
  });

  it("is read as headings, tables and lists, and says what the livret says", async () => {
    const roles = new Set(await rolesOf(pdf));
    for (const role of ["H1", "Table", "TH", "TD", "L", "P"]) ok(roles.has(role), role);
    const text = await lettersOf(pdf);
    for (const said of [
      "Awa Marie",
      "Œuvrard-Straße",
      "Une écriture qui s’est affermie.",
      "Université de Rive",
      "11,25",
      "déposé, 97 pages",
    ])
      ok(text.includes(letters(said)), said);
    // A table right under its heading does not say it again.
    equal(text.split(letters(words.reliefs)).length, 2);
    // What a jury has decided is not to be sat any more.
    ok(!text.includes(letters("à présenter")));
  });
});
