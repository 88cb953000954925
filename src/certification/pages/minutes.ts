/** The minutes as a PDF, made only from sealed data: always the same. */
import { html } from "../../kit/html.ts";
import { printFor, see } from "../../page/acting.ts";
import { layout } from "../../page/layout.ts";
import type { Page } from "../../page/page.ts";
import { MINUTES_TEMPLATE, minutesDocument } from "../documents/minutes.ts";
import { seeJury } from "../juries/views.ts";
import { readCandidate, readJury } from "../rules/sealed.ts";
import { certificationWords } from "../words.ts";
import { lawOfSession, places } from "./places.ts";

export const minutesPdf: Page = {
  name: "jury-proces-verbal",
  path: places.minutes.path,
  who: "hold a deliberation",
  view: async (visit) => {
    const { jury: id = "" } = visit.params;
    const seen = await see(visit, seeJury, { jury: id });
    const itself = seen?.sealed.find(({ entry }) => entry === null);
    if (!seen || !itself) return { notFound: true };
    const { documents } = visit.world;
    const title = certificationWords(visit.lang).jury.minutes;
    if (!documents) return { html: layout(visit, { title, main: html`` }), status: 503 };
    const candidates = seen.sealed
      .filter(({ entry }) => entry !== null)
      .map(({ hash, version, sealed }) => ({ hash, version, sealed: readCandidate(sealed) }))
      .toSorted((a, b) => a.sealed.name.localeCompare(b.sealed.name, "fr"));
    const jury = { hash: itself.hash, version: itself.version, sealed: readJury(itself.sealed) };
    const document = minutesDocument({ law: lawOfSession(visit, seen.session), jury, candidates });
    const file = await printFor(visit, documents, MINUTES_TEMPLATE, document);
    return { file, type: "application/pdf", name: `proces-verbal-${seen.jury.on}.pdf` };
  },
};
