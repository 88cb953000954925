/**
 * The answer to « Puis-je candidater ? » as a document: facts in, blocks out. Pure; `answer.typ` prints it as a PDF and
 * the HTML twin prints the same blocks. Every reason is the finding's own sentence, so that all doors say the same.
 */
import { join } from "node:path";
import { type Day } from "../../kit/day.ts";
import { type Label, type Lang, sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import { type Block, findingsBlock, type HouseDocument } from "../../record/documents/blocks.ts";
import type { DoorAnswer, EligibilityAnswer, EligibilityInput } from "../rules/eligibility.ts";
import { sentences } from "../sentences.ts";
import { basisBlocks } from "./basis.ts";
import { declaredBlocks } from "./declared.ts";
import { experienceBar } from "./experience-bar.ts";
import { DOOR_STATES, sayOutcome } from "./outcome.ts";

export const ANSWER_TEMPLATE = join(import.meta.dirname, "answer.typ");

export type AnswerFacts = {
  readonly law: Law;
  readonly lang: Lang;
  /** What the school and the person call this answer; not the secret code. */
  readonly number: string;
  /** The day the document was made; with the rest, it fixes its bytes. */
  readonly date: Day;
  readonly input: EligibilityInput;
  readonly answer: EligibilityAnswer;
  /** The path and its price, where they were asked for: `pathwayBlocks`, `priceBlocks`. */
  readonly more?: readonly Block[];
  /** Until when it is kept, where it may be reopened, and its code only where it is to be printed. */
  readonly kept?: { readonly until: Day; readonly address: string; readonly code?: string };
};

export function answerDocument(facts: AnswerFacts): HouseDocument {
  const { law, lang, number, date, input, answer } = facts;
  const words = WORDS[lang];
  const document: HouseDocument = {
    lang,
    title: words.title,
    subtitle: capital(law.diploma.label[lang]),
    number,
    date,
    school: { name: law.establishment.name, address: law.establishment.address },
    words: { number: words.number, date: words.madeOn(date), page: "Page", of: words.of },
    ...(words.courtesy && { courtesy: words.courtesy }),
    blocks: [
      { kind: "outcome", ...sayOutcome(law, input.on, answer, lang) },
      ...findingsBlock(answer.findings, sentences, lang, "facts"),
      ...doorsInBrief(answer, lang),
      ...doorsAtLength(law, answer, lang),
      ...declaredBlocks(law, input, lang),
      ...piecesBlocks(law, lang),
      ...(facts.more ?? []),
      ...natureBlocks(facts),
      ...basisBlocks(law, lang),
    ],
  };
  return typographicAll(document, lang);
}

function doorsInBrief(answer: EligibilityAnswer, lang: Lang): Block[] {
  const words = WORDS[lang];
  return [
    { kind: "heading", level: 1, text: words.inBrief(answer.doors.length) },
    {
      kind: "table",
      caption: words.inBriefCaption,
      columns: [{ label: words.door }, { label: words.asks, width: 1 }, { label: words.state }, { label: words.from }],
      rows: answer.doors.map((one) => [
        one.door.door,
        one.door.short[lang],
        { text: DOOR_STATES[one.outcome].label[lang], mark: DOOR_STATES[one.outcome].mark },
        one.outcome === "met" ? words.now : one.reachedOn === null ? words.noDay : sayDay(one.reachedOn, lang),
      ]),
    },
  ];
}

function doorsAtLength(law: Law, answer: EligibilityAnswer, lang: Lang): Block[] {
  const words = WORDS[lang];
  return [
    { kind: "heading", level: 1, text: words.atLength },
    ...answer.doors.flatMap((one) => doorBlocks(law, one, lang)),
  ];
}

function doorBlocks(law: Law, one: DoorAnswer, lang: Lang): Block[] {
  const { mark, label } = DOOR_STATES[one.outcome];
  return [
    { kind: "heading", level: 2, text: `${WORDS[lang].door} ${one.door.door}`, aside: label[lang], mark },
    { kind: "text", text: `${capital(one.door.label[lang])}.`, lead: true },
    ...findingsBlock(one.findings, sentences, lang),
    ...experienceBar(law, one, lang),
  ];
}

/** National pieces first, then what the school adds. */
function piecesBlocks({ diploma, school }: Law, lang: Lang): Block[] {
  const { pieces, piecesLead } = WORDS[lang];
  const items = [...diploma.admission.pieces, ...school.admission.pieces].map((piece) => piece.label[lang]);
  return [
    { kind: "heading", level: 1, text: pieces },
    { kind: "text", text: piecesLead, lead: true },
    { kind: "list", items },
  ];
}

function natureBlocks({ lang, kept }: AnswerFacts): Block[] {
  const words = WORDS[lang];
  const reopen: Block[] = kept
    ? [
        { kind: "heading", level: 1, text: words.reopen },
        { kind: "text", text: words.reopenHow(kept.until, kept.code !== undefined) },
        {
          kind: "facts",
          items: [
            { label: words.address, value: kept.address, exact: true },
            ...(kept.code === undefined ? [] : [{ label: words.code, value: kept.code, exact: true }]),
          ],
        },
      ]
    : [];
  return [{ kind: "heading", level: 1, text: words.nature }, { kind: "list", items: words.natureIs }, ...reopen];
}

const TITLE: Label = { fr: "Puis-je candidater ?", en: "May I apply?" };
const WORDS = {
  fr: {
    title: TITLE.fr,
    courtesy: undefined,
    number: "Réponse n°",
    of: "sur",
    madeOn: (day: Day) => `Établie le ${sayDay(day, "fr")}`,
    inBrief: (count: number) => `Les ${count} voies d’entrée en bref`,
    inBriefCaption: "Ce que demande chaque voie, et ce qu’il en est pour vous. Une seule voie ouverte suffit.",
    door: "Voie",
    asks: "Ce qu’elle demande",
    state: "État",
    from: "Ouverte à partir du",
    now: "dès maintenant",
    noDay: "pas de date",
    atLength: "Voie par voie",
    pieces: "Pièces à préparer",
    piecesLead: "Le dossier de candidature réunit ces pièces ; réunissez dès maintenant celles qui vous concernent.",
    nature: "Ce que ce document est, et ce qu’il n’est pas",
    natureIs: [
      "C’est une réponse à ce que vous avez déclaré, calculée d’après les textes cités. Aucune pièce n’a été vérifiée.",
      "Ce n’est pas une décision d’admission. L’établissement vérifie le dossier, reçoit les candidats en entretien et sa commission arrête la liste des admis.",
      "Il ne donne aucun droit et n’en retire aucun : si vous pensez que la réponse est fausse, vous pouvez candidater et le dire.",
      "Là où il est écrit « interprétation », « textes contradictoires » ou « non vérifié », le texte seul ne tranche pas : demandez à l’établissement.",
    ],
    reopen: "Rouvrir ou supprimer cette réponse",
    reopenHow: (until: Day, printed: boolean) =>
      `Cette réponse est conservée jusqu’au ${sayDay(until, "fr")}, puis effacée. D’ici là, ${
        printed ? "le code ci-dessous permet" : "le code qui vous a été montré, et qui n’est pas imprimé ici, permet"
      } de la rouvrir, d’en faire un dossier ou de la supprimer aussitôt. Qui a le code lit la réponse : gardez-le pour vous.`,
    address: "Adresse",
    code: "Code",
  },
  en: {
    title: TITLE.en,
    courtesy: "Courtesy translation. The French version of this document is the one that counts.",
    number: "Answer no.",
    of: "of",
    madeOn: (day: Day) => `Made on ${sayDay(day, "en")}`,
    inBrief: (count: number) => `The ${count} routes of entry in brief`,
    inBriefCaption: "What each route asks for, and where you stand. One open route is enough.",
    door: "Route",
    asks: "What it asks for",
    state: "State",
    from: "Open from",
    now: "now",
    noDay: "no date",
    atLength: "Route by route",
    pieces: "Documents to prepare",
    piecesLead: "The application consists of these documents; gather those that concern you now.",
    nature: "What this document is, and what it is not",
    natureIs: [
      "It is an answer to what you declared, computed from the texts cited. No document was checked.",
      "It is not an admission decision. The school checks the application and interviews the candidates, and its commission settles the list of those admitted.",
      "It gives no right and takes none away: if you think the answer is wrong, you may apply and say so.",
      "Where it says “interpretation”, “texts in conflict” or “not verified”, the text alone does not settle the point: ask the school.",
    ],
    reopen: "Reopening or deleting this answer",
    reopenHow: (until: Day, printed: boolean) =>
      `This answer is kept until ${sayDay(until, "en")}, then erased. Until then, ${
        printed ? "the code below lets" : "the code that was shown to you, and that is not printed here, lets"
      } you reopen it, turn it into an application or delete it at once. Whoever has the code reads the answer: keep it to yourself.`,
    address: "Address",
    code: "Code",
  },
} as const;
