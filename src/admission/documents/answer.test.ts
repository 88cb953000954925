import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { type Quoted, priceBlocks } from "../../billing/documents/price.ts";
import { sentences as priceSentences } from "../../billing/sentences.ts";
import { type QuoteInput, quoteRule } from "../../billing/rules/quote.ts";
import { LANGS, type Lang } from "../../kit/lang.ts";
import { type Catalogue, type Finding, sayFindings } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import type { TitleInput } from "../../law/titles.ts";
import { type RendererOptions, startRenderer } from "../../record/documents/render.ts";
import { pathwayBlocks } from "../../training/documents/pathway.ts";
import { type PathwayInput, pathwayRule } from "../../training/rules/pathway.ts";
import { sentences as pathSentences } from "../../training/sentences.ts";
import { type EligibilityInput, eligibilityRule } from "../rules/eligibility.ts";
import { sentences } from "../sentences.ts";
import { ANSWER_TEMPLATE, type AnswerFacts, answerDocument } from "./answer.ts";

const law: Law = lawOf(loadLaws("."), "deis", "2006", "faire-ess")!;
const decide = eligibilityRule(law);
const renderer = startRenderer({ timeoutMs: 120_000 } satisfies RendererOptions);
after(() => renderer.close());

const full = { from: "2022-09-01", to: null, share: 1, field: "social-intervention" };
const people = {
  eligible: { id: "a", on: "2026-11-25", titles: [{ title: "DEASS", awardedOn: "2022-06-30" }], experience: [full] },
  later: {
    id: "b",
    on: "2027-02-01",
    titles: [{ title: "DEES", awardedOn: "2019-06-30" }],
    experience: [{ ...full, from: "2026-01-01", share: 0.5 }],
  },
  abroad: {
    id: "c",
    on: "2026-11-25",
    titles: [{ kind: "social-work-state", level: 6, country: "BE", awardedOn: "2015-07-01" }],
    corps: ["pjj-educator"],
    experience: [],
  },
  nothing: { id: "d", on: "2026-11-25", titles: [], experience: [] },
} satisfies Record<string, EligibilityInput>;

function facts(input: EligibilityInput, lang: Lang): AnswerFacts {
  return { law, lang, number: "2026-000123", date: "2026-11-25", input, answer: decide(input) };
}
function print(given: AnswerFacts): Promise<Buffer> {
  return renderer.render(ANSWER_TEMPLATE, answerDocument(given));
}

/** The letters alone: where lines and pages end, and which spaces a face uses, is not what is said. */
function letters(text: string): string {
  return text.replace(/[\s\u200b]+/g, "");
}
async function lettersOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  // Each page begins with its running head and ends with its footer, which part a sentence that runs over.
  return letters(
    text.map((page) => page.replace(/^Faire ESS.*\n/, "").replace(/\n?(Réponse n°|Answer no\.)[^]*$/, "")).join(""),
  );
}
function assertSays(text: string, found: readonly Finding[], catalogue: Catalogue, lang: Lang): void {
  for (const { reason, source } of sayFindings(found, catalogue, lang)) {
    assert.ok(text.includes(letters(reason)), reason);
    assert.ok(text.includes(letters(source.article)), source.article);
  }
}

describe("the answer on paper", () => {
  for (const lang of LANGS) {
    for (const [who, input] of Object.entries(people)) {
      it(`says every finding with its article in ${lang} (${who})`, async () => {
        const { answer } = facts(input, lang);
        const text = await lettersOf(await print(facts(input, lang)));
        assertSays(text, [...answer.doors.flatMap((one) => one.findings), ...answer.findings], sentences, lang);
      });
    }

    it(`is a PDF/UA-1 that says its language and title (${lang})`, async () => {
      const pdf = await print(facts(people.eligible, lang));
      const source = pdf.toString("latin1");
      assert.match(source, /<pdfuaid:part>1<\/pdfuaid:part>/);
      assert.match(source, /\/DisplayDocTitle true/);
      const document = await getDocumentProxy(new Uint8Array(pdf));
      const { info } = await document.getMetadata();
      const named = info as { Title: string; Language: string };
      assert.match(
        named.Title,
        lang === "fr" ? /^Puis-je candidater\u202f\? – Diplôme/ : /^May I apply\? – State diploma/,
      );
      assert.match(named.Language, lang === "fr" ? /^fr/ : /^en/);
      assert.deepEqual(await document.getMarkInfo(), { Marked: true, Suspects: false, UserProperties: false });
    });

    it(`has headings in order and tables with their heads, page by page (${lang})`, async () => {
      const roles = await rolesOf(await print(facts(people.eligible, lang)));
      assert.equal(
        roles.find((role) => /^H\d$/.test(role)),
        "H1",
      );
      for (const role of ["H1", "H2", "Table", "TH", "TD", "L", "LI", "Caption"]) assert.ok(roles.includes(role), role);
    });
  }

  it("says in words what the bar of experience shows", async () => {
    const source = (await print(facts(people.eligible, "fr"))).toString("latin1");
    const [bar] = answerDocument(facts(people.eligible, "fr")).blocks.filter((block) => block.kind === "bar");
    const alt = Buffer.from(`\ufeff${bar!.alt}`, "utf16le").swap16().toString("hex").toUpperCase();
    assert.match(source, /\/S\s*\/Figure/);
    assert.ok(source.replaceAll(/\s/g, "").includes(`/Alt<${alt}>`), bar!.alt);
  });

  it("answers on the first page", async () => {
    for (const input of Object.values(people)) {
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(await print(facts(input, "fr")))), {
        mergePages: false,
      });
      const [outcome] = answerDocument(facts(input, "fr")).blocks;
      assert.ok(outcome?.kind === "outcome");
      for (const sentence of [outcome.verdict, ...outcome.texts])
        assert.ok(letters(text[0]!).includes(letters(sentence)), sentence);
    }
  });

  it("gives the same bytes for the same facts", async () => {
    const [first, second] = await Promise.all([print(facts(people.later, "fr")), print(facts(people.later, "fr"))]);
    assert.ok(first.equals(second));
  });

  it("prints the code only where it is given, and always the files it rests on", async () => {
    const kept = { until: "2026-12-25", address: "https://example.org/reponses" };
    const without = await lettersOf(await print({ ...facts(people.eligible, "fr"), kept }));
    const withCode = await lettersOf(
      await print({ ...facts(people.eligible, "fr"), kept: { ...kept, code: "k7Q-x92-Pma" } }),
    );
    assert.ok(!without.includes("k7Q-x92-Pma"));
    assert.ok(withCode.includes("k7Q-x92-Pma"));
    for (const hash of [law.basis.hash, law.basis.establishmentHash]) assert.ok(without.includes(hash));
  });

  it("is headed as a courtesy translation in English only", () => {
    assert.match(answerDocument(facts(people.eligible, "en")).courtesy ?? "", /^Courtesy translation/);
    assert.equal(answerDocument(facts(people.eligible, "fr")).courtesy, undefined);
  });
});

describe("the path and its price on paper", () => {
  const titles: TitleInput[] = [{ title: "CAFERUIS", awardedOn: "2020-06-30" }];
  const path: PathwayInput = { id: "p", on: "2026-11-25", titles };
  const quoted = (funding: QuoteInput["funding"], track = "deis"): Quoted => {
    const input = { ...path, track, funding };
    return { input, answer: quoteRule(law)(input) };
  };
  for (const lang of LANGS) {
    it(`says its findings, its hours and what each pays in ${lang}`, async () => {
      const pathway = pathwayRule(law)(path);
      const quotes = [
        quoted([]),
        quoted([{ source: "employer-plan" }]),
        quoted([{ source: "cpf", amount: 350_000 }], "deis-master"),
      ];
      const more = [...pathwayBlocks(pathway, lang), ...priceBlocks(law, quotes, lang)];
      const text = await lettersOf(await print({ ...facts({ ...people.eligible, titles }, lang), more }));
      assertSays(text, [...pathway.domains.flatMap((one) => one.findings), ...pathway.findings], pathSentences, lang);
      assertSays(text, quotes[0]!.answer.findings, priceSentences, lang);
      // 445 h at 21 € less a fifth, and 160 € of selection.
      assert.ok(text.includes(lang === "fr" ? "7636,00€" : "€7,636.00"));
    });
  }

  it("sets more ways of funding than a page is wide in a further table", () => {
    const quotes = ["employer-plan", "reconversion", "cpf", "transition", "personal"].map((source) =>
      quoted([{ source }]),
    );
    const tables = priceBlocks(law, quotes, "fr").filter((block) => block.kind === "table");
    assert.deepEqual(
      tables.map((table) => table.columns.length),
      [5, 5, 2, 2],
    );
  });
});

describe("an answer to a great or hostile declaration", () => {
  it("prints 50 titles and 1 000 periods, none lost", async () => {
    const input: EligibilityInput = {
      id: "long",
      on: "2026-11-25",
      titles: Array.from({ length: 50 }, (_, at) => ({ title: "DEASS", awardedOn: `${1960 + at}-06-30` })),
      experience: Array.from({ length: 1_000 }, (_, at) => ({
        ...full,
        from: `20${10 + (at % 15)}-01-01`,
        to: "2026-01-31",
        share: 0.0001 * (at + 1),
      })),
    };
    const document = await getDocumentProxy(new Uint8Array(await print(facts(input, "fr"))));
    const { text } = await extractText(document, { mergePages: true });
    assert.match(text, /1\s?000\s+1er\s+janvier/);
    assert.ok(document.numPages > 20);
  });

  it("prints what was typed as text, whatever it is", async () => {
    const word = "anticonstitutionnellement".repeat(8);
    const hostile = [
      '#import "x.typ": *',
      "$\\sum$ *a* _b_ `c` @d",
      "שלום",
      "\u{1f600}",
      "a\u202fb",
      "#panic[x]",
      word,
    ];
    for (const protocol of hostile) {
      const given: PathwayInput = {
        id: "h",
        on: "2026-11-25",
        titles: [{ title: "CAFDES", awardedOn: "2020-06-30" }],
        grants: [{ unit: "UF1.2", hours: 10, protocol }],
      };
      const more = pathwayBlocks(pathwayRule(law)(given), "fr");
      const text = await lettersOf(await print({ ...facts(people.nothing, "fr"), more }));
      const printed = protocol === "\u{1f600}" ? "[U+1F600]" : letters(protocol);
      if (protocol === "שלום") assert.ok(Array.from(protocol).every((letter) => text.includes(letter)));
      else assert.ok(text.includes(printed), protocol);
    }
  });
});

type Node = { role?: string; children?: Node[] };

async function rolesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const roles: string[] = [];
  const collect = (node: Node) => {
    if (node.role !== undefined) roles.push(node.role);
    for (const child of node.children ?? []) collect(child);
  };
  for (let page = 1; page <= document.numPages; page++)
    collect((await (await document.getPage(page)).getStructTree()) as unknown as Node);
  return roles;
}
