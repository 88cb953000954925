import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { LANGS, type Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { readOutside } from "../../cli/audit.ts";
import { readCopies } from "../../audit/outside.ts";
import { type RendererOptions, startRenderer } from "../../documents/render.ts";
import { letters, rolesOf } from "../../test/printed.ts";
import type { Submission } from "../views.ts";
import { RECEIPT_TEMPLATE, type ReceiptFacts, receiptDocument } from "./receipt.ts";

const law: Law = lawOf(loadLaws("."), "deis", "2006", "faire-ess")!;
const renderer = startRenderer({ timeoutMs: 120_000 } satisfies RendererOptions);
after(() => renderer.close());

const SHA = "4c79ca82d4d6142dc3a05282ca249ad79a0bbeae51060cbc84e913bfdecbb757";
const SHOWN = `sha256:${"ab".repeat(32)}`;
const SEALED = { number: 12, hash: `sha256:${"cd".repeat(32)}` };

const SUBMISSION: Submission = {
  id: "00000000-0000-4000-8000-000000000001",
  place: 2,
  kind: "whole",
  items: [],
  number: "D-2026-000123-1",
  submittedAt: new Date("2027-03-03T20:05:07Z"),
  sentAt: null,
  late: false,
  closesAt: null,
  contents: {},
  files: [{ slot: "cv", name: "mon cv.pdf", sha256: SHA, size: 245_000, pages: 3 }],
  decided: {},
  shown: SHOWN,
  words: "Je certifie que ce que je déclare est exact.",
  means: "password totp",
  authenticatedAt: new Date("2027-03-03T20:01:02Z"),
  checkpoint: SEALED,
  by: "account:1",
  receivedOn: null,
};

const facts = (lang: Lang, more: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  law,
  lang,
  dossier: "D-2026-000123",
  entered: "online",
  intake: {
    label: { fr: "Rentrée de septembre 2027", en: "September 2027 intake" },
    closesAt: new Date("2027-03-28T21:59:59.999Z"),
    fees: [{ key: "file-fee", label: { fr: "Dossier", en: "File" }, amount: 16_000 }],
    decidesBy: "2027-06-30",
    pieces: [{ key: "cv", label: { fr: "Curriculum vitæ", en: "Curriculum vitae" }, needed: "always", many: false }],
  },
  person: "Durand Claire Marie",
  submission: SUBMISSION,
  charged: [],
  ...more,
});
const print = (given: ReceiptFacts) => renderer.render(RECEIPT_TEMPLATE, receiptDocument(given));
async function textOf(given: ReceiptFacts): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await print(given))), { mergePages: true });
  return letters(text);
}
const says = (text: string, ...words: string[]) => {
  for (const one of words) ok(text.includes(letters(one)), one);
};

describe("the receipt on paper", () => {
  it("says its number, the hour to the second, each file with its SHA-256, what was signed and what that claims", async () => {
    const text = await textOf(facts("fr"));
    says(text, "Récépissé de dépôt", "D-2026-000123-1", "3 mars 2027 à 21 h 05 min 07 s", "Durand Claire Marie");
    says(text, "Curriculum vitæ", "mon cv.pdf (3 pages, 245 ko)", SHA, SHOWN, SUBMISSION.words);
    says(text, "mot de passe et code à usage unique", "3 mars 2027 à 21 h 01 min 02 s");
    says(text, "Dernier point de contrôle du registre, n° 12", SEALED.hash, "Elle ne prétend pas à davantage");
    says(text, "28 mars 2027 à 23 h 59");
  });

  it("says the same in English, as a courtesy translation", async () => {
    const text = await textOf(facts("en"));
    says(
      text,
      "Courtesy translation",
      "Receipt of an application",
      "3 March 2027 at 21:05:07",
      "password and one-time code",
    );
    says(text, SHA, SHOWN, SEALED.hash, "it is not a qualified electronic signature");
  });

  it("bears a checkpoint that the record can be held against, as it is printed, in both languages", async () => {
    for (const lang of LANGS)
      deepEqual(readCopies(await readOutside(await print(facts(lang)))), [{ kind: "printed", ...SEALED }]);
  });

  it("says that a submission was late, and that a complement was", async () => {
    const late = { ...SUBMISSION, late: true };
    says(await textOf(facts("fr", { submission: late })), "Récépissé d’un dépôt après la clôture");
    const complement = { ...late, kind: "complement", items: ["piece:cv", "contact"] } as const;
    const text = await textOf(facts("fr", { submission: complement }));
    says(text, "Récépissé d’un complément après la date limite", "Curriculum vitæ ; Vos coordonnées");
  });

  it("says how a dossier on paper came, on which day, and that the signature is not the service’s", async () => {
    const submission = { ...SUBMISSION, means: "paper", receivedOn: "2027-03-02" };
    const text = await textOf(facts("fr", { entered: "paper", submission }));
    says(text, "Dossier reçu sur papier, saisi par l’établissement", "Reçu par l’établissement le 2 mars 2027");
    says(text, "signature hors application, sur papier", "Signé hors application");
  });

  it("says nothing of how somebody was recognised where it was not kept", async () => {
    says(await textOf(facts("fr", { submission: { ...SUBMISSION, means: "" } })), "non renseigné");
  });

  it("says how the fee is paid, with a code that a bank’s application reads, and nothing of it on a complement", async () => {
    const payment = {
      transfer: { ...law.establishment.payment.transfer, holder: "École d’essai", iban: "FR1420041010050500013M02606" },
      cheque: { ...law.establishment.payment.cheque, payableTo: "École d’essai" },
    };
    const paid = { ...law, establishment: { ...law.establishment, payment } };
    const charged = [{ reference: "LV-7K3M-9Q2X", total: 16_000 }];
    const text = await textOf(facts("fr", { law: paid, charged }));
    says(text, "Payer les frais de sélection", "160,00 € sont demandés pour ce dossier, à payer une seule fois");
    says(text, "Titulaire École d’essai", "FR14 2004 1010 0505 0001 3M02 606", "Motif à recopier LV-7K3M-9Q2X");
    says(text, "À l’ordre de École d’essai", "À écrire au dos LV-7K3M-9Q2X", "1011 rue du Pont de Lavérune");
    ok((await rolesOf(await print(facts("fr", { law: paid, charged })))).includes("Figure"));
    says(await textOf(facts("fr", { charged })), "n’a pas publié ses coordonnées bancaires");
    const complement = { ...SUBMISSION, kind: "complement", items: ["piece:cv"] } as const;
    const other = await textOf(facts("fr", { law: paid, charged, submission: complement }));
    ok(!other.includes(letters("Payer les frais de sélection")));
  });

  it("is the same whenever it is asked for", async () => {
    ok((await print(facts("fr"))).equals(await print(facts("fr"))));
  });

  it("says that no file was added, and prints no checkpoint where none was sealed", async () => {
    const text = await textOf(facts("fr", { submission: { ...SUBMISSION, files: [], checkpoint: null } }));
    says(text, "Aucun fichier joint.");
    ok(!text.includes(letters("Dernier point de contrôle")));
  });

  for (const lang of LANGS) {
    it(`is a tagged PDF/UA-1 that says its language and title (${lang})`, async () => {
      const pdf = await print(facts(lang));
      const source = pdf.toString("latin1");
      match(source, /<pdfuaid:part>1<\/pdfuaid:part>/);
      match(source, /\/DisplayDocTitle true/);
      const document = await getDocumentProxy(new Uint8Array(pdf));
      const { info } = await document.getMetadata();
      const named = info as { Title: string; Language: string };
      match(named.Title, lang === "fr" ? /^Récépissé de dépôt/ : /^Receipt of an application/);
      match(named.Language, lang === "fr" ? /^fr/ : /^en/);
      deepEqual(await document.getMarkInfo(), { Marked: true, Suspects: false, UserProperties: false });
      const roles = await rolesOf(pdf);
      ok(roles.includes("H1"), roles.join(" "));
      ok(roles.includes("L"));
    });
  }

  it("takes the longest names and thirty files a piece without losing one", async () => {
    const long = "Anticonstitutionnellement".repeat(6);
    const files = Array.from({ length: 30 }, (_, at) => ({
      slot: "cv",
      name: `${long}-${at}.pdf`,
      sha256: String(at).padStart(2, "0").repeat(32),
      size: 1,
      pages: null,
    }));
    const text = await textOf(facts("fr", { person: long, submission: { ...SUBMISSION, files } }));
    equal(files.filter(({ sha256 }) => text.includes(sha256)).length, 30);
  });
});
