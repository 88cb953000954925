/** What the answer rests on: the files by their hashes, so that it can be computed again, and the texts as they were read. */
import type { Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import type { Block } from "../../record/documents/blocks.ts";

export function basisBlocks({ diploma, basis }: Law, lang: Lang): Block[] {
  const words = WORDS[lang];
  return [
    { kind: "heading", level: 1, text: words.basis },
    { kind: "text", text: words.lead, lead: true },
    {
      kind: "facts",
      items: [
        { label: words.national, value: `${basis.diploma} ${basis.version}` },
        { label: words.nationalHash, value: basis.hash, exact: true },
        { label: words.school, value: basis.establishment },
        { label: words.schoolHash, value: basis.establishmentHash, exact: true },
        { label: words.rules, value: basis.rules },
      ],
    },
    { kind: "text", text: words.unread, lead: true },
    { kind: "list", items: diploma.unread.map((one) => one.label[lang]) },
  ];
}

const WORDS = {
  fr: {
    basis: "Sur quoi repose cette réponse",
    lead: "Les mêmes fichiers et les mêmes règles redonnent, aujourd’hui comme dans dix ans, exactement cette réponse. Leurs empreintes permettent de les reconnaître.",
    national: "Référentiel national, version",
    nationalHash: "Empreinte du référentiel",
    school: "Fichier de l’établissement",
    schoolHash: "Empreinte du fichier de l’établissement",
    rules: "Version des règles",
    unread: "Ce qui n’a pas été lu, ou pas retrouvé, au moment de l’écrire :",
  },
  en: {
    basis: "What this answer rests on",
    lead: "The same files and the same rules give exactly this answer again, today or in ten years. Their hashes tell which they are.",
    national: "National référentiel, version",
    nationalHash: "Hash of the référentiel",
    school: "File of the school",
    schoolHash: "Hash of the file of the school",
    rules: "Version of the rules",
    unread: "What was not read, or not found, at the time of writing:",
  },
} as const;
