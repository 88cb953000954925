import { deepEqual, match, ok } from "node:assert/strict";
import { after, describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { LANGS } from "../../kit/lang.ts";
import { startRenderer } from "../../documents/render.ts";
import { letters, rolesOf } from "../../test/printed.ts";
import { PURGE_TEMPLATE, type PurgeFacts, purgeDocument } from "./purge.ts";

const renderer = startRenderer({ timeoutMs: 120_000 });
after(() => renderer.close());

const line = { kind: "draft", count: 1_204, rows: 9_811, dueFrom: "2027-06-01", dueTo: "2027-06-30", months: 3 };
const facts = (lang: PurgeFacts["lang"]): PurgeFacts => ({
  lang,
  school: { name: "École des dunes", address: ["1 rue de l’Exemple", "34000 Montpellier"], timezone: "Europe/Paris" },
  report: {
    id: "00000000-0000-4000-8000-000000000001",
    number: 12,
    day: "2027-07-01",
    madeAt: "2027-06-30T22:30:00Z",
    erased: [
      { holding: "drafts", why: "period", article: "durées", confidence: "interpretation", ...line },
      { holding: "applications", why: "asked", article: null, confidence: null, ...line, months: null },
    ],
    held: [{ holding: "drafts", kind: "draft", count: 2 }],
  },
  accounts: lang === "en",
  nameOf: (holding) => `⟨${holding}⟩`,
});

describe("the report of a purge on paper", () => {
  for (const lang of LANGS)
    it(`is a tagged PDF/UA-1 that says what went, how many, why and when due, and what was held (${lang})`, async () => {
      const pdf = await renderer.render(PURGE_TEMPLATE, purgeDocument(facts(lang)));
      match(pdf.toString("latin1"), /<pdfuaid:part>1<\/pdfuaid:part>/);
      const document = await getDocumentProxy(new Uint8Array(pdf));
      deepEqual(await document.getMarkInfo(), { Marked: true, Suspects: false, UserProperties: false });
      const roles = await rolesOf(pdf);
      for (const role of ["H1", "Table", "TH", "TD", "L"]) ok(roles.includes(role), roles.join(" "));
      const text = letters((await extractText(document, { mergePages: true })).text);
      const said =
        lang === "fr"
          ? [
              "interprétation",
              "compte rendu n° 12",
              "Fait le 1er juillet 2027",
              "1 204",
              "du 1er juin 2027 au 30 juin 2027",
              "à la demande",
            ]
          : [
              "Courtesy translation",
              "Accounts that were erased, report no. 12",
              "all the schools",
              "1 July 2027",
              "1,204",
              "because the person asked",
            ];
      for (const one of [...said, "⟨drafts⟩", "⟨applications⟩", "École des dunes"])
        ok(text.includes(letters(one)), `${one}: ${text}`);
    });
});
