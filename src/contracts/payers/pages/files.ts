/** What is handed to a payer: the statement as PDF and as a table; all of it as one archive; an invoice with its certificates. */
import type { PassThrough } from "node:stream";
import { ZipFile } from "yazl";
import { MONEY_TEMPLATE } from "../../../billing/charges/pages/receipt.ts";
import { printedInvoice } from "../../../billing/invoices/pages/invoice.ts";
import { seeInvoice } from "../../../billing/invoices/views.ts";
import type { Lang } from "../../../kit/lang.ts";
import { schoolPath } from "../../../kit/school-path.ts";
import { isId } from "../../../kit/shapes.ts";
import { printFor, see } from "../../../page/acting.ts";
import { originOf, type Page, type PageResult, type Visit } from "../../../page/page.ts";
import { printedCertificate } from "../../../training/certificates/pages/certificates.ts";
import { traineesStatement } from "../documents/statement.ts";
import { seeInvoiceProofs, seeIssuedToPayer, seePaidTrainees, type SeenTrainees } from "../views.ts";
import { paidWords } from "../words.ts";
import { invoiceZip, trainees, traineesPdf, traineesXlsx, traineesZip } from "./routes.ts";
import { daysIn } from "./trainees.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Inside = { readonly name: string; readonly file: Buffer };

export const traineeFiles: readonly Page[] = [
  {
    name: "finances-payeur-stagiaires-pdf",
    path: traineesPdf.path,
    who: "keep the accounts",
    view: async (visit): Promise<PageResult> => {
      const seen = await asked(visit, true);
      if (!seen) return { notFound: true };
      const file = await statement(visit, seen);
      if (!file) return { redirect: visit.link(trainees.to({ payer: seen.payer })) };
      return { file, type: "application/pdf", name: `${called(seen)}.pdf` };
    },
  },
  {
    name: "finances-payeur-stagiaires-xlsx",
    path: traineesXlsx.path,
    who: "keep the accounts",
    view: async (visit): Promise<PageResult> => {
      const seen = await asked(visit, true);
      if (!seen) return { notFound: true };
      return { file: await spreadsheet(seen, visit.lang), type: XLSX, name: `${called(seen)}.xlsx` };
    },
  },
  {
    name: "finances-payeur-dossier",
    path: traineesZip.path,
    who: "keep the accounts",
    view: async (visit): Promise<PageResult> => {
      const seen = await asked(visit, false);
      if (!seen) return { notFound: true };
      const paper = await statement(visit, seen);
      if (!paper) return { redirect: visit.link(trainees.to({ payer: seen.payer })) };
      const { numbers } = (await see(visit, seeIssuedToPayer, { payer: seen.payer, ...seen.between })) ?? {
        numbers: [],
      };
      const codes = seen.trainees.flatMap(({ certificates }) => certificates.map(({ code }) => code));
      const inside = [
        { name: `${called(seen)}.pdf`, file: paper },
        ...(await invoices(visit, numbers)),
        ...(await certificates(visit, codes)),
      ];
      return { file: await archive(inside, visit.world.now()), type: "application/zip", name: `${called(seen)}.zip` };
    },
  },
  {
    name: "finances-facture-dossier",
    path: invoiceZip.path,
    who: "keep the accounts",
    view: async (visit): Promise<PageResult> => {
      const { number = "" } = visit.params;
      const proofs = await see(visit, seeInvoiceProofs, { number });
      if (!proofs) return { notFound: true };
      const inside = [...(await invoices(visit, [number])), ...(await certificates(visit, proofs.codes))];
      if (inside.length === 0) return { redirect: visit.link(`/finances/factures/${number}`) };
      return { file: await archive(inside, visit.world.now()), type: "application/zip", name: `${number}.zip` };
    },
  },
];

async function asked(visit: Visit, all: boolean): Promise<SeenTrainees | undefined> {
  const { payer = "" } = visit.params;
  return isId(payer)
    ? see(visit, seePaidTrainees, { payer, ...daysIn(visit), ...(all && { all: true as const }) })
    : undefined;
}

function called({ between: { from, to } }: SeenTrainees): string {
  return `stagiaires-${from}-${to}`;
}

/** In French: the payer's copy is the one that counts. Undefined without a printer. */
async function statement(visit: Visit, seen: SeenTrainees): Promise<Buffer | undefined> {
  const { documents } = visit.world;
  const { school } = visit;
  const verifiedAt = `${originOf(visit)}${schoolPath(school.establishment, "fr", "/verifier")}`;
  const document = traineesStatement(school, seen, { on: visit.today, lang: "fr", verifiedAt });
  return documents && printFor(visit, documents, MONEY_TEMPLATE, document);
}

async function certificates(visit: Visit, codes: readonly string[]): Promise<Inside[]> {
  const inside: Inside[] = [];
  for (const code of codes) {
    const printed = await printedCertificate(visit, code);
    if (printed) inside.push({ name: `certificats/${printed.name}`, file: printed.file });
  }
  return inside;
}

async function invoices(visit: Visit, numbers: readonly string[]): Promise<Inside[]> {
  const inside: Inside[] = [];
  for (const number of numbers) {
    const seen = await see(visit, seeInvoice, { number });
    const file = seen && (await printedInvoice(visit, seen));
    if (file) inside.push({ name: `factures/${number}.pdf`, file });
  }
  return inside;
}

async function archive(inside: readonly Inside[], at: Date): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, file } of inside) zip.addBuffer(file, name, { mtime: at, mode: 0o100600, compress: false });
  zip.end();
  return Buffer.concat(await (zip.outputStream as PassThrough).toArray());
}

/** Hours and amounts are numbers, so that the payer can add them. */
async function spreadsheet({ trainees: all }: SeenTrainees, lang: Lang): Promise<Buffer> {
  // Loaded when it is asked for.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const { sheet } = paidWords(lang);
  const text = (value: string | null) => (value === null || value === "" ? null : { value, type: String });
  const number = (value: number) => ({ value, type: Number, format: "0.00" });
  const hours = (minutes: number) => number(Math.round((minutes * 100) / 60) / 100);
  const euros = (cents: number) => number(cents / 100);
  const head = Object.values(sheet).map((value) => ({ value, fontWeight: "bold" as const }));
  const rows = all.map((one) => [
    text(one.name),
    text(one.number),
    text(one.fileNumber),
    text(one.source?.[lang] ?? null),
    euros(one.agreed),
    euros(one.asked),
    hours(one.planned),
    hours(one.done),
    hours(one.pending),
    text(one.certificates.map(({ code }) => code).join(", ")),
    euros(one.invoiced),
    euros(one.paid),
    euros(one.balance),
    euros(one.toInvoice),
  ]);
  return writeXlsxFile([head, ...rows], {
    columns: head.map(({ value }) => ({ width: Math.max(12, value.length + 2) })),
    stickyRowsCount: 1,
  }).toBuffer();
}
