/** Passages: whether anything is to be reported, who lacks what, what is ready, and the files that were made. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Label } from "../../kit/lang.ts";
import type { PassagesEntry } from "../../law/passages.ts";
import { MOST } from "./acts.ts";
import * as output from "./output.ts";
import { fileOf, reportingOf, rulesOf, standingOf } from "./reading.ts";
import { findPassageFile, itemsOf, type PassageFile, passageFiles, passagesUnder } from "./store.ts";

const WHO = "prepare the certification";
const MOST_FILES = 100;
const NOTHING = { filed: 0, deposited: 0, received: 0, accepted: 0, draft: 0, ready: 0, rejected: 0, beyond: 0 };

export const seePassages = defineView({
  name: "seePassages",
  label: {
    fr: "Voir les diplômes à transmettre à la Caisse des Dépôts",
    en: "See the diplomas to report to the Caisse des Dépôts",
  },
  who: WHO,
  form: Type.Object({}, closed),
  output: output.seePassages,
  async read(context) {
    const { tx } = context;
    const found = await rulesOf(context);
    if (!found) return undefined;
    const { entry, laws } = found;
    const certifiers = new Map<string, Label>();
    for (const { diploma } of laws)
      for (const { label } of diploma.registration?.certifiers ?? []) certifiers.set(label.fr, label);
    const told = {
      duty: entry.label,
      citation: {
        fr: `${entry.citation.fr}, ${entry.source.article}`,
        en: `${entry.citation.en}, ${entry.source.article}`,
      },
      months: entry.months,
      certifiers: [...certifiers.values()],
      mandates: (entry.mandates ?? []).map(({ label }) => label),
      files: (await passageFiles(tx, MOST_FILES)).map((file) => shownFile(context, file)),
    };
    if (told.mandates.length === 0) return { ...told, counts: NOTHING, passages: [], withdrawn: [] };
    return { ...told, ...(await listed(context, entry)) };
  },
});

async function listed(context: Parameters<typeof standingOf>[0], entry: PassagesEntry) {
  const { tx } = context;
  const reporting = reportingOf(entry);
  const { counts, first, lost } = await passagesUnder(tx, reporting, MOST);
  const { open, rejected, ...answered } = counts;
  const standing = await standingOf(context, entry, first);
  const counted = (state: string) => standing.filter((one) => one.state === state).length;
  const beyond = open + rejected - standing.length;
  return {
    counts: { ...answered, draft: counted("draft"), ready: counted("ready"), rejected: counted("rejected"), beyond },
    passages: standing.map(({ answeredOn, answer, ...one }) => ({
      ...one,
      rejectedOn: answer === "rejected" ? answeredOn : null,
    })),
    withdrawn: lost,
  };
}

function shownFile({ zone }: { readonly zone: string }, { madeAt, ...file }: PassageFile) {
  return { ...file, madeOn: dayIn(madeAt, zone) };
}

export const seePassageFile = defineView({
  name: "seePassageFile",
  label: { fr: "Voir un fichier de diplômes", en: "See a file of diplomas" },
  who: WHO,
  form: Type.Object({ file: Id }, closed),
  output: output.seePassageFile,
  async read(context) {
    const { tx, input } = context;
    const file = await findPassageFile(tx, input.file);
    if (!file) return undefined;
    const items = await itemsOf(tx, file.id);
    return { file: shownFile(context, file), whole: isWhole(file, items), items };
  },
});

/** Undefined once somebody of it was erased: the bytes that were deposited cannot be made any more. */
export const passageFileXml = defineView({
  name: "passageFileXml",
  label: { fr: "Lire le contenu d’un fichier de diplômes", en: "Read the contents of a file of diplomas" },
  who: WHO,
  form: Type.Object({ file: Id }, closed),
  output: output.passageFileXml,
  async read({ tx, input }) {
    const file = await findPassageFile(tx, input.file);
    const items = file && (await itemsOf(tx, file.id));
    return file && isWhole(file, items!) ? { number: file.number, xml: fileOf(file, items!).xml } : undefined;
  },
});

function isWhole(file: PassageFile, items: Awaited<ReturnType<typeof itemsOf>>): boolean {
  return items.length === file.passages && fileOf(file, items).sha256 === file.sha256;
}
