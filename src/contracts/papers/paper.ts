/**
 * A contract or a convention as a document: each particular of the law under its own heading, in the order of the school's file. A particular
 * that nothing states, or that this program does not know, is missing, and says where it is mended.
 */
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import type { Missing, OwnPaper, PaperFacts } from "./facts.ts";
import { annexOf, partiesOf, signaturesOf } from "./around.ts";
import type { Said } from "./said.ts";
import { SECTIONS } from "./sections.ts";
import { paperWords } from "./words.ts";

const LANG: Lang = "fr";

export type PaperOf = {
  readonly document: HouseDocument;
  /** The keys of the particulars that it says. */
  readonly stated: readonly string[];
  /** Empty: it may be printed. */
  readonly missing: readonly Missing[];
};

export function paperOf(paper: OwnPaper, facts: PaperFacts): PaperOf {
  const { law, on, number } = facts;
  const { name, legalName, address } = law.establishment;
  const particulars = law.establishment.money?.agreement.particulars[paper] ?? [];
  const said = particulars.map((entry) => {
    const section = SECTIONS[paper][entry.particular];
    return { entry, ...(section?.(facts) ?? UNKNOWN) };
  });
  const [before, after] = [partiesOf(paper, facts), annexOf(paper, facts)];
  const words = paperWords;
  const wanting = said.flatMap(({ entry, missing, blocks }): readonly Missing[] =>
    missing.length > 0 || blocks.length > 0 ? missing : [{ key: entry.particular, label: entry.label, to: null }],
  );
  const missing = [...before.missing, ...wanting, ...after.missing];
  const document: HouseDocument = {
    lang: LANG,
    title: words.title[paper],
    subtitle: capital(law.diploma.label[LANG]),
    number,
    date: on,
    school: { name: legalName ?? name, address },
    words: {
      number: "N°",
      date: `${missing.length > 0 ? "Projet du" : "Établi le"} ${sayDay(on, LANG)}`,
      page: "Page",
      of: "sur",
    },
    blocks: [
      ...before.blocks,
      ...said.flatMap(({ entry, blocks }): Block[] =>
        blocks.length === 0 ? [] : [{ kind: "heading", level: 1, text: entry.label[LANG] }, ...blocks],
      ),
      ...after.blocks,
      // Nobody signs what lacks anything: it bears neither a day nor a line to sign on.
      ...(missing.length > 0 ? lackingOf(missing) : signaturesOf(paper, facts)),
    ],
  };
  return {
    document: typographicAll(document, LANG),
    stated: said
      .filter(({ blocks, missing }) => blocks.length > 0 && missing.length === 0)
      .map(({ entry }) => entry.particular),
    missing,
  };
}

/** What a draft lacks, once each, where it would be signed. */
function lackingOf(missing: readonly Missing[]): Block[] {
  const labels = [...new Set(missing.map(({ label }) => capital(label[LANG])))];
  return [
    { kind: "heading", level: 1, text: paperWords.draft },
    { kind: "text", text: "Ce projet ne se signe pas encore. Il manque :" },
    { kind: "list", items: labels },
  ];
}

/** A particular that the law of the file has and this program does not know how to say. */
const UNKNOWN: Said = { blocks: [], missing: [] };
