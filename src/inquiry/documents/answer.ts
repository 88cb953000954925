/**
 * The answer to « Puis-je candidater ? » as a document: facts in, blocks out. Pure; `answer.typ` prints it as a PDF, and the HTML twin
 * prints the same blocks. Every reason is the finding's own sentence, the same everywhere.
 */
import { inBoth } from "../../kit/in-both.ts";
import { join } from "node:path";
import { type Label, type Lang, sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import { otherWays, otherWaySentences } from "../../law/other-ways.ts";
import { type Block, findingsBlock, type HouseDocument } from "../../documents/blocks.ts";
import { registrationLine } from "../../catalogue/registration-line.ts";
import { fromInput } from "../rules/draft.ts";
import { piecesToBring } from "../rules/pieces.ts";
import type { DoorAnswer, EligibilityAnswer, EligibilityInput } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import { declaredBlocks } from "./declared.ts";
import { experienceBar } from "./experience-bar.ts";
import { type FrameFacts, framed } from "./frame.ts";
import { DOOR_STATES, sayOutcome, WITHOUT_COURSE } from "./outcome.ts";

export const ANSWER_TEMPLATE = join(import.meta.dirname, "answer.typ");

export type AnswerFacts = FrameFacts & {
  readonly input: EligibilityInput;
  readonly answer: EligibilityAnswer;
  /** The path and its price, if the same person asked for them, to print with the answer. */
  readonly more?: { readonly title: string; readonly blocks: readonly Block[]; readonly nature: readonly string[] };
};

export function answerDocument(facts: AnswerFacts): HouseDocument {
  const { law, lang, input, answer, more } = facts;
  const words = WORDS[lang];
  const outcome = sayOutcome(law, input.on, answer, lang);
  const ends = registrationLine(law, { on: facts.date, entryOn: facts.entryOn, told: answer.findings }, lang);
  return framed(facts, {
    title: more ? `${words.title} ${more.title}` : words.title,
    blocks: [
      { kind: "outcome", ...outcome, texts: [...outcome.texts, ...(ends === undefined ? [] : [ends])] },
      ...findingsBlock(answer.findings, sentences, lang, "facts"),
      ...doorsInBrief(answer, lang),
      ...(answer.outcome === "not-eligible" ? withoutCourse(law, input.on, lang) : []),
      ...doorsAtLength(law, answer, lang),
      ...declaredBlocks(law, input, lang),
      ...piecesBlocks(law, input, lang),
      ...(more?.blocks ?? []),
    ],
    nature: [...words.nature, ...(more?.nature ?? [])],
  });
}

function doorsInBrief(answer: EligibilityAnswer, lang: Lang): Block[] {
  const words = WORDS[lang];
  return [
    { kind: "heading", level: 1, text: words.inBrief(answer.doors.length) },
    {
      kind: "table",
      caption: words.inBriefCaption,
      columns: [{ label: words.door }, { label: words.asks, width: 1 }, { label: words.state }, { label: words.from }],
      rows: answer.doors.map((door) => [
        door.door.door,
        door.door.short[lang],
        { text: DOOR_STATES[door.outcome].label[lang], mark: DOOR_STATES[door.outcome].mark },
        door.outcome === "met" ? words.now : door.reachedOn === null ? words.noDay : sayDay(door.reachedOn, lang),
      ]),
    },
  ];
}

function withoutCourse(law: Law, on: string, lang: Lang): Block[] {
  const ways = findingsBlock(otherWays(law.diploma, on), otherWaySentences, lang, "facts");
  return ways.length > 0 ? [{ kind: "heading", level: 1, text: WITHOUT_COURSE[lang] }, ...ways] : [];
}

function doorsAtLength(law: Law, answer: EligibilityAnswer, lang: Lang): Block[] {
  const words = WORDS[lang];
  return [
    { kind: "heading", level: 1, text: words.atLength },
    ...answer.doors.flatMap((one) => doorBlocks(law, one, lang)),
  ];
}

function doorBlocks(law: Law, door: DoorAnswer, lang: Lang): Block[] {
  const { mark, label } = DOOR_STATES[door.outcome];
  return [
    { kind: "heading", level: 2, text: `${WORDS[lang].door} ${door.door.door}`, aside: label[lang], mark },
    { kind: "text", text: `${capital(door.door.label[lang])}.`, lead: true },
    ...findingsBlock(door.findings, sentences, lang),
    ...experienceBar(law, door, lang),
  ];
}

function piecesBlocks(law: Law, input: EligibilityInput, lang: Lang): Block[] {
  const { pieces, piecesLead } = WORDS[lang];
  const items = piecesToBring(law, fromInput(law.diploma, input)).map(({ entry, maybe }) =>
    maybe ? WORDS[lang].pieceIf(entry.piece!.name[lang]) : entry.label[lang],
  );
  return [
    { kind: "heading", level: 1, text: pieces },
    { kind: "text", text: piecesLead, lead: true },
    { kind: "list", items },
  ];
}

const TITLE: Label = { fr: "Puis-je candidater ?", en: "May I apply?" };
const WORDS = inBoth({
  title: [TITLE.fr, TITLE.en],
  inBrief: (count: number) => [`Les ${count} voies d’entrée en bref`, `The ${count} routes of entry in brief`],
  inBriefCaption: [
    "Ce que demande chaque voie, et ce qu’il en est pour vous. Une seule voie ouverte suffit.",
    "What each route asks for, and where you stand. One open route is enough.",
  ],
  door: ["Voie", "Route"],
  asks: ["Ce qu’elle demande", "What it asks for"],
  state: ["État", "State"],
  from: ["Ouverte à partir du", "Open from"],
  now: ["dès maintenant", "now"],
  noDay: ["pas de date", "no date"],
  atLength: ["Voie par voie", "Route by route"],
  pieces: ["Pièces à préparer", "Documents to prepare"],
  piecesLead: [
    "D’après ce que vous avez déclaré, le dossier de candidature réunit ces pièces.",
    "From what you declared, the application consists of these documents.",
  ],
  pieceIf: (name: string) => [`${name}, si vous faites une telle demande.`, `${name}, if you make such a request.`],
  nature: [
    [
      "Ce n’est pas une décision d’admission. L’établissement vérifie le dossier, reçoit les candidats en entretien et sa commission arrête la liste des admis.",
      "Il ne donne aucun droit et n’en retire aucun : si vous pensez que la réponse est fausse, vous pouvez candidater et le dire.",
    ],
    [
      "It is not an admission decision. The school checks the application and interviews the candidates, and its commission settles the list of those admitted.",
      "It gives no right and takes none away: if you think the answer is wrong, you may apply and say so.",
    ],
  ],
});
