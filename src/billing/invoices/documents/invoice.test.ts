/** An invoice on paper: what must stand on it stands on it, and its PDF carries its data. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { typeset } from "../../../documents/typst.ts";
import { claiming } from "../../../documents/xmp.ts";
import { type Asked, frozenInvoice } from "../../../test/frozen-invoices.ts";
import { draft } from "../../../test/invoicing.ts";
import { FACTUR_X, facturX } from "./factur-x.ts";
import { invoiceDocument } from "./invoice.ts";

const [line] = draft().lines;
const of = { number: "F-2026-00001", on: "2026-11-01", amount: 200_000, credited: 0, type: 380 } as const;
const FUND: Asked = {
  source: "opco",
  basis: { by: "hours", minutes: 3600, rate: 2100, before: 0 },
  lines: [{ ...line!, minutes: 3600, rate: 2100 }],
};

/** What each mention of the decision looks like on this paper. */
const PRINTED: Readonly<Record<string, RegExp>> = {
  seller: /association loi 1901/,
  "activity-number": /numéro 91340000034 .*ne vaut pas agrément/s,
  buyer: /2 rue Bleue/,
  "buyer-siren": /552100554/,
  number: /(?:F|AV)-2026-00001/,
  "issued-on": /1er décembre 2026/,
  performed: /du 1er septembre 2026 au 30 novembre 2026/,
  service: /Formation DEIS/,
  trainee: /Camille Durand/,
  dates: /du 1er septembre au 30 novembre 2026/,
  hours: /60\s(?:h|heures)/,
  "dossier-number": /2026-A-17/,
  line: /Formation DEIS/,
  "total-net": /Total hors taxe/,
  "vat-exemption": /Exonération de TVA, art\.\s261/,
  vat: /TVA 20\s%/,
  "credit-of": /Corrige la facture F-2026-00001 du 1er novembre 2026/,
  due: /Échéance/,
  "early-payment": /Pas d’escompte/,
  "late-penalties": /pénalités|intérêts moratoires/,
  recovery: /40,00\s€/,
  certificate: /Certificat de réalisation/,
  "public-portal": /Chorus Pro/,
};

const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null
      ? Object.values(value).map(textOf).join("\n")
      : "";

const printed = (asked: Asked) => {
  const frozen = frozenInvoice(asked);
  const data = { ...invoiceDocument(frozen, "fr"), attached: facturX(frozen) };
  const made = typeset({
    template: join(import.meta.dirname, "invoice.typ"),
    json: JSON.stringify(data),
    timestamp: Date.parse("2026-12-01T12:00:00Z") / 1000,
  });
  ok("pdf" in made, JSON.stringify(made));
  return { frozen, pdf: claiming(made.pdf, FACTUR_X) };
};

describe("an invoice on paper", () => {
  const kinds: readonly Asked[] = [
    { ...FUND },
    { source: "employer-public", lines: FUND.lines! },
    { source: "personal", lines: FUND.lines! },
    { regime: "taxed", lines: FUND.lines! },
    { kind: "credit", series: "AV", of: { ...of, vat: "E", code: "VATEX-FR-CGI261-4" }, lines: FUND.lines! },
  ];

  it("bears all that the decision says must stand on it", () => {
    const missing = kinds.flatMap((asked) => {
      const frozen = frozenInvoice(asked);
      const text = textOf(invoiceDocument(frozen, "fr")).replaceAll(/[^\S\n]/g, " ");
      return frozen.mentions.flatMap(({ mention }) =>
        PRINTED[mention]!.test(text) ? [] : [`${asked.source}: ${mention}`],
      );
    });
    deepEqual(missing, []);
  });

  it("that replaces others names them with their credits, and asks for no more than what is left", () => {
    const credit = { number: "AV-2026-00001", on: "2026-11-20", amount: 100_000 };
    const replaces = [{ number: "F-2026-00001", on: "2026-11-01", credit }];
    const said = (asked: Asked) => textOf(invoiceDocument(frozenInvoice(asked), "fr")).replaceAll(/\s/g, " ");
    const text = said({ replaces, held: 100_000 });
    match(text, /372,03 € à payer au plus tard le/);
    match(text, /déjà reçu 1 000,00 € de vous sur les 1 372,03 € de cette facture/);
    match(
      text,
      /Remplace la facture F-2026-00001 du 1er novembre 2026, après l’avoir AV-2026-00001 du 20 novembre 2026/,
    );
    match(text, /Total 1 372,03 € Déjà reçu −1 000,00 € Total à payer 372,03 €/);
    match(said({ held: 137_203 }), /^.*Rien à payer\./);
    const asCredit: Asked = { kind: "credit", series: "AV", of: { ...of, vat: "E", code: "VATEX-FR-CGI261-4" } };
    match(said({ ...asCredit, then: "asked-again" }), /demandée de nouveau par une autre facture/);
    ok(!/de nouveau/.test(said(asCredit)) && !/Remplace|Déjà reçu/.test(said({})));
  });

  it("is a PDF that carries its data, as the alternative of what it shows, and says so in its metadata", async () => {
    const { frozen, pdf } = printed(FUND);
    const text = pdf.toString("latin1");
    match(text, /\/AFRelationship \/Alternative/);
    match(text, /<pdfaid:part>3<.*<fx:ConformanceLevel>EN 16931<\/fx:ConformanceLevel>/s);
    equal(text.split("<pdfaExtension:schemas>").length, 2);
    const proxy = await getDocumentProxy(new Uint8Array(pdf));
    const attachments = (await proxy.getAttachments()) as unknown as
      | ReadonlyMap<string, unknown>
      | Record<string, unknown>;
    const names = attachments instanceof Map ? [...attachments.keys()] : Object.keys(attachments);
    deepEqual(names, ["factur-x.xml"]);
    match((await extractText(proxy, { mergePages: true })).text, new RegExp(`Facture ${frozen.number}`));
    const { info, metadata } = await proxy.getMetadata();
    equal((info as { Title?: string }).Title, `Facture ${frozen.number} – Les Amandiers & <Fils>`);
    ok(metadata !== null);
  });

  it("is the same to the byte however often it is printed, each offset of its table where its object is", () => {
    const { pdf } = printed({});
    ok(pdf.equals(printed({}).pdf));
    const text = pdf.toString("latin1");
    const table = Number(/startxref\s+(\d+)/.exec(text)![1]);
    equal(text.slice(table, table + 4), "xref");
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
    offsets.forEach((offset, at) => equal(text.slice(offset).split(" ")[0], String(at + 1)));
  });
});
