/** The frame of every printed answer: its number and day, its value, how to reopen it, its basis. */
import { inBoth } from "../../kit/in-both.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { basisBlocks } from "./basis.ts";

export type FrameFacts = {
  readonly law: Law;
  readonly lang: Lang;
  /** The public number of the answer; not the secret code. */
  readonly number: string;
  /** The day of the document, which with the rest determines its bytes. */
  readonly date: Day;
  /** The intake that the answer refers to, if one is announced. */
  readonly entryOn?: Day | undefined;
  /** Set if it can be reopened: until when, where, and its code only if it is to be printed. */
  readonly kept?: { readonly until: Day; readonly address: string; readonly code?: string };
};

/** The framed content; `nature`: its own caveats, printed before those of every answer. */
type Framed = { readonly title: string; readonly blocks: readonly Block[]; readonly nature: readonly string[] };

export function framed(facts: FrameFacts, { title, blocks, nature }: Framed): HouseDocument {
  const { law, lang, number, date } = facts;
  const words = WORDS[lang];
  const document: HouseDocument = {
    lang,
    title,
    subtitle: capital(law.diploma.label[lang]),
    number,
    date,
    school: { name: law.establishment.name, address: law.establishment.address },
    words: { number: words.number, date: words.madeOn(date), page: "Page", of: words.of },
    ...(words.courtesy && { courtesy: words.courtesy }),
    blocks: [
      ...blocks,
      { kind: "heading", level: 1, text: words.nature },
      { kind: "list", items: [words.declared, ...nature, words.doubtful] },
      ...reopenBlocks(facts),
      ...basisBlocks(law, lang),
    ],
  };
  return typographicAll(document, lang);
}

function reopenBlocks({ lang, kept }: FrameFacts): Block[] {
  if (!kept) return [];
  const words = WORDS[lang];
  return [
    { kind: "heading", level: 1, text: words.reopen },
    { kind: "text", text: words.reopenHow(kept.until, kept.code !== undefined) },
    {
      kind: "facts",
      items: [
        { label: words.address, value: kept.address, exact: true },
        ...(kept.code === undefined ? [] : [{ label: words.code, value: kept.code, exact: true }]),
      ],
    },
  ];
}

const WORDS = inBoth({
  courtesy: [undefined, "Courtesy translation. The French version of this document is the one that counts."],
  number: ["Réponse n°", "Answer no."],
  of: ["sur", "of"],
  madeOn: (day: Day) => [`Établie le ${sayDay(day, "fr")}`, `Made on ${sayDay(day, "en")}`],
  nature: ["Ce que ce document est, et ce qu’il n’est pas", "What this document is, and what it is not"],
  declared: [
    "C’est une réponse à ce que vous avez déclaré, calculée d’après les textes cités. Aucune pièce n’a été vérifiée.",
    "It is an answer to what you declared, computed from the texts cited. No document was checked.",
  ],
  doubtful: [
    "Là où il est écrit « interprétation », « textes contradictoires » ou « non vérifié », le texte seul ne tranche pas : demandez à l’établissement.",
    "Where it says “interpretation”, “texts in conflict” or “not verified”, the text alone does not settle the point: ask the school.",
  ],
  reopen: ["Rouvrir ou supprimer cette réponse", "Reopening or deleting this answer"],
  reopenHow: (until: Day, printed: boolean) => [
    `Cette réponse est conservée jusqu’au ${sayDay(until, "fr")}, puis effacée. D’ici là, ${
      printed ? "le code ci-dessous permet" : "le code qui vous a été montré, et qui n’est pas imprimé ici, permet"
    } de la rouvrir, d’en faire un dossier ou de la supprimer aussitôt. Qui a le code lit la réponse : gardez-le pour vous.`,
    `This answer is kept until ${sayDay(until, "en")}, then erased. Until then, ${
      printed ? "the code below lets" : "the code that was shown to you, and that is not printed here, lets"
    } you reopen it, turn it into an application or delete it at once. Whoever has the code reads the answer: keep it to yourself.`,
  ],
  address: ["Adresse", "Address"],
  code: ["Code", "Code"],
});
