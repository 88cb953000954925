import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { LANGS, type Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { sayFindings } from "../../law/finding.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { otherWays, otherWaySentences } from "../../law/other-ways.ts";
import { type RendererOptions, startRenderer } from "../../documents/render.ts";
import { assertSays, letters, lettersOf, rolesOf } from "../../test/printed.ts";
import { pathDocument, pathPart } from "../path-documents/path-and-price.ts";
import { type EligibilityInput, eligibilityRule } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
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

describe("the answer on paper", () => {
  it("says once that the registration ends before the intake it speaks of, or may", () => {
    const ends = /L’enregistrement RNCP39644 prend fin le 31.décembre.2026/g;
    const document = (more: Partial<AnswerFacts>) =>
      JSON.stringify(answerDocument({ ...facts(people.eligible, "fr"), ...more }));
    const asked = document({ entryOn: "2027-09-13" });
    assert.equal(asked.match(ends)?.length, 1);
    assert.match(asked, /avant la rentrée du 13.septembre.2027.: ce qui le remplacera n’a pas été vérifié/);
    assert.match(document({}), /peut-être avant la prochaine rentrée, dont le jour n’est pas publié/);
    assert.equal(document({ entryOn: "2026-12-31" }).match(ends), null);
    const both: QuoteInput = { id: "x", on: "2026-11-25", titles: [], track: "deis", funding: [] };
    assert.equal(document({ entryOn: "2027-09-13", more: pathPart(law, both, [], "fr") }).match(ends)?.length, 1);
  });

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

  for (const lang of LANGS) {
    it(`names beside a no what leads to the diploma without the course, and beside a yes does not (${lang})`, async () => {
      const ways = otherWays(law.diploma, people.nothing.on);
      assert.ok(ways.length > 0);
      assertSays(await lettersOf(await print(facts(people.nothing, lang))), ways, otherWaySentences, lang);
      const yes = await lettersOf(await print(facts(people.eligible, lang)));
      for (const { reason } of sayFindings(ways, otherWaySentences, lang))
        assert.ok(!yes.includes(letters(reason)), reason);
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

describe("the answer and the path on one paper", () => {
  const path: QuoteInput = {
    id: "p",
    on: "2026-11-25",
    titles: [{ title: "DEASS", awardedOn: "2022-06-30" }],
    track: "deis",
    funding: [],
  };

  for (const lang of LANGS) {
    it(`answers both questions, in that order (${lang})`, async () => {
      const given = facts(people.eligible, lang);
      const more = pathPart(law, path, given.answer.findings, lang);
      const document = answerDocument({ ...given, more });
      const outcomes = document.blocks.flatMap((block) => (block.kind === "outcome" ? [block.verdict] : []));
      assert.equal(outcomes.length, 2);
      assert.match(
        document.title,
        lang === "fr" ? /^Puis-je candidater\u202f\? Mes heures et mon prix$/ : /^May I apply\? My hours and my price$/,
      );
      const text = await lettersOf(await renderer.render(ANSWER_TEMPLATE, document));
      for (const verdict of outcomes) assert.ok(text.includes(letters(verdict)), verdict);
    });
  }

  it("tells once what is true of both", () => {
    const given = facts(people.later, "fr");
    assert.ok(given.answer.findings.length > 0, "the registration ends before that day");
    const later = { ...path, on: people.later.on };
    const { blocks } = answerDocument({ ...given, more: pathPart(law, later, given.answer.findings, "fr") });
    const told = blocks.flatMap((block) => (block.kind === "findings" ? block.items.map((one) => one.reason) : []));
    assert.equal(told.filter((reason) => reason.includes("RNCP39644")).length, 1);
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
      const input: QuoteInput = {
        id: "h",
        on: "2026-11-25",
        titles: [{ title: "CAFDES", awardedOn: "2020-06-30" }],
        grants: [{ unit: "UF1.2", hours: 10, protocol }],
        track: "deis",
        funding: [],
      };
      const printed = pathDocument({ law, lang: "fr", number: "1", date: "2026-11-25", input });
      const text = await lettersOf(await renderer.render(ANSWER_TEMPLATE, printed));
      const said = protocol === "\u{1f600}" ? "[U+1F600]" : letters(protocol);
      if (protocol === "שלום") assert.ok(Array.from(protocol).every((letter) => text.includes(letter)));
      else assert.ok(text.includes(said), protocol);
    }
  });
});
