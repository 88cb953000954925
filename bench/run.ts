/**
 * `npm run bench [name]`: measures beside their peers, in one run, medians and ratios printed with the goals.
 * `--small` (or `BENCH_SCALE=0.01`) runs them on little, only to see that they still run: its figures mean nothing.
 */
import { benchBooks } from "./books.ts";
import { benchCli } from "./cli.ts";
import { benchDossier } from "./dossier.ts";
import { benchEligibility } from "./eligibility.ts";
import { benchInterviews } from "./interviews.ts";
import { benchMoney } from "./money.ts";
import { benchInvoices } from "./invoices.ts";
import { benchOffice } from "./office.ts";
import { benchPage } from "./page.ts";
import { benchPdf } from "./pdf.ts";
import { benchSave } from "./save.ts";
import { benchStart } from "./start.ts";
import { benchStations } from "./stations.ts";
import { benchUpload } from "./upload.ts";
import { benchWeight } from "./weight.ts";
import { benchYear } from "./year.ts";

const [only] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const scale = process.argv.includes("--small") ? 0.01 : Number(process.env.BENCH_SCALE ?? 1);
const scaled = (count: number, least = 20) => Math.max(least, Math.round(count * scale));

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  eligibility: () => benchEligibility(scaled(100_000)),
  cli: () => benchCli(scaled(1_000_000)),
  page: () => benchPage(scaled(2_000)),
  pdf: () => benchPdf(scaled(100, 2)),
  save: () => benchSave(scaled(1_000)),
  dossier: () => benchDossier(scaled(800, 16), Number(process.env.BENCH_DOSSIERS ?? scaled(1_000, 30))),
  office: () => benchOffice(scaled(400, 16), sizesOf(process.env.BENCH_DOSSIERS) ?? [scaled(100_000, 300)]),
  interviews: () => benchInterviews(scaled(5, 1)),
  invoices: () => benchInvoices(scaled(20, 3), scaled(100_000, 300)),
  stations: () => benchStations(scaled(80, 8), Number(process.env.BENCH_DOSSIERS ?? scaled(10_000, 300))),
  upload: () => benchUpload(scaled(400, 16)),
  weight: () => benchWeight(),
  books: () => benchBooks(scaled(7, 1), Number(process.env.BENCH_CHARGES ?? scaled(100_000, 300))),
  money: () => benchMoney(scaled(15, 1), Number(process.env.BENCH_CHARGES ?? scaled(100_000, 600))),
  year: () => benchYear(scaled(7, 1), Number(process.env.BENCH_DOSSIERS ?? scaled(100_000, 600))),
  start: () => benchStart(scaled(5, 1)),
};

function sizesOf(text: string | undefined): number[] | undefined {
  return text?.split(",").map(Number);
}

if (only !== undefined && !(only in BENCHES)) {
  console.error(`npm run bench [${Object.keys(BENCHES).join("|")}]`);
  process.exit(2);
}
if (scale < 1) console.log("Run small: it shows that the measures still run, and its figures mean nothing.");
for (const [name, bench] of Object.entries(BENCHES)) if (only === undefined || only === name) await bench();
