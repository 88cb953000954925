import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { getDocumentProxy } from "unpdf";
import { ANSWER_TEMPLATE } from "../documents/answer.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { waysRule } from "../../billing/rules/ways.ts";
import { sentences as priceSentences } from "../../decisions/quote/sentences.ts";
import { LANGS, type Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { startRenderer } from "../../documents/render.ts";
import { assertSays, letters, lettersOf, rolesOf } from "../../test/printed.ts";
import { pathwayRule } from "../../decisions/pathway/rule.ts";
import { sentences } from "../../decisions/pathway/sentences.ts";
import { type PathDocumentFacts, pathDocument } from "./path-and-price.ts";

const law: Law = lawOf(loadLaws("."), "deis", "2006", "faire-ess")!;
const renderer = startRenderer({ timeoutMs: 120_000 });
after(() => renderer.close());

const plain: QuoteInput = { id: "p", on: "2026-11-25", titles: [], track: "deis", funding: [] };
const people = {
  plain,
  contested: { ...plain, titles: [{ title: "CAFERUIS", awardedOn: "2020-06-30" }] },
  rich: {
    ...plain,
    titles: [{ title: "CAFDES", awardedOn: "2018-07-01" }],
    grants: [{ unit: "UF1.3", hours: 40.5, protocol: "P-12" }],
    held: [{ domain: "DF3", validatedOn: "2024-02-01", by: "vae" }],
    declined: ["UF2.1"],
    track: "deis-master",
    funding: [
      { source: "employer-plan", amount: 40_000 },
      { source: "cpf", amount: 20_050 },
    ],
  },
  later: { ...plain, on: "2027-02-01" },
} satisfies Record<string, QuoteInput>;

const documentOf = (input: QuoteInput, lang: Lang) =>
  pathDocument({ law, lang, number: "2026-000123", date: "2026-11-25", input });
const print = (input: QuoteInput, lang: Lang) => renderer.render(ANSWER_TEMPLATE, documentOf(input, lang));

describe("the path and its price on paper", () => {
  for (const lang of LANGS) {
    for (const [who, input] of Object.entries(people)) {
      it(`says every finding with its article in ${lang} (${who})`, async () => {
        const text = await lettersOf(await print(input, lang));
        const answer = pathwayRule(law)(input);
        assertSays(text, [...answer.domains.flatMap((one) => one.findings), ...answer.findings], sentences, lang);
        assertSays(text, waysRule(law)(input).all[0]!.answer.findings, priceSentences, lang);
      });
    }

    it(`prices every way of paying, side by side in one table, funders alike on one row (${lang})`, async () => {
      // 550 h at 21 €: less a fifth for oneself; and 160 € of selection, always one's own.
      const text = await lettersOf(await print({ ...people.contested, declined: ["UF1.1", "UF2.1"] }, lang));
      assert.ok(text.includes(letters(lang === "fr" ? "9 400,00 €" : "€9,400.00")));
      const tables = documentOf(people.rich, lang).blocks.filter((block) => block.kind === "table");
      assert.deepEqual(
        tables.map((table) => table.rows.length),
        [3, 3, 4, 9],
      );
    });

    it(`is a PDF/UA-1 that says its language and title (${lang})`, async () => {
      const pdf = await print(people.rich, lang);
      assert.match(pdf.toString("latin1"), /<pdfuaid:part>1<\/pdfuaid:part>/);
      const { info } = await (await getDocumentProxy(new Uint8Array(pdf))).getMetadata();
      const named = info as { Title: string; Language: string };
      assert.match(named.Title, lang === "fr" ? /^Mes heures et mon prix – Diplôme/ : /^My hours and my price – State/);
      assert.match(named.Language, lang === "fr" ? /^fr/ : /^en/);
      const roles = await rolesOf(pdf);
      assert.equal(
        roles.find((role) => /^H\d$/.test(role)),
        "H1",
      );
      for (const role of ["H1", "H2", "Table", "TH", "TD", "L", "LI", "Caption"]) assert.ok(roles.includes(role), role);
    });
  }

  it("says what was declared, and that a contested exam is not settled", async () => {
    const rich = await lettersOf(await print(people.rich, "fr"));
    for (const said of [
      "CAFDES), obtenu le 1er juillet 2018",
      "DF3 (",
      "1er février 2024)",
      "UF1.3 (40,5 h, protocole P-12)",
      "DEIS et master",
      "400,00 €",
      "200,50 €",
    ])
      assert.ok(rich.includes(letters(said)), said);
    const contested = await lettersOf(await print(people.contested, "fr"));
    for (const said of ["1 à confirmer par l’autorité régionale", "Épreuve à confirmer", "textes contradictoires"])
      assert.ok(contested.includes(letters(said)), said);
  });

  it("rests on the files by their hashes, and gives the same bytes for the same facts", async () => {
    const [first, second] = await Promise.all([print(people.rich, "fr"), print(people.rich, "fr")]);
    assert.ok(first.equals(second));
    const text = await lettersOf(first);
    for (const hash of [law.basis.hash, law.basis.establishmentHash]) assert.ok(text.includes(hash));
  });

  it("says once that the registration ends before the intake, and never that the CPF pays all without its limits", async () => {
    const ends = /L’enregistrement RNCP39644 prend fin le 31.décembre.2026, avant la rentrée du 13.septembre.2027/g;
    const document = (more: Partial<PathDocumentFacts>) =>
      JSON.stringify(
        pathDocument({
          law,
          lang: "fr",
          number: "n",
          date: "2026-11-25",
          input: plain,
          entryOn: "2027-09-13",
          ...more,
        }),
      );
    assert.equal(document({}).match(ends)?.length, 1);
    assert.doesNotMatch(document({ entryOn: "2026-12-31" }), /L’enregistrement RNCP39644 prend fin/);
    assert.match(document({ entryOn: undefined }), /peut-être avant la prochaine rentrée/);
    // Past its end the path's own findings say it.
    assert.doesNotMatch(document({ input: people.later, date: "2027-02-01" }), ends);
    const text = await lettersOf(await print(plain, "fr"));
    for (const said of [
      "5 000,00 € au plus",
      "au moins 7 920,00 € sont à votre charge",
      "Dans les limites dites plus haut",
    ])
      assert.ok(text.includes(letters(said)), said);
  });

  it("says why one’s own mix is left out where it exceeds the tuition", () => {
    const over = { ...plain, funding: [{ source: "cpf", amount: 2_000_000 }] };
    const notes = documentOf(over, "fr").blocks.filter((block) => block.kind === "note");
    assert.match(notes[0]!.text, /dépassent le coût pédagogique/);
  });
});
