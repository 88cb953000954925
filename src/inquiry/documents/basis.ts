/** The basis of the answer: the files by their hashes, so that it can be recomputed, and the texts as read. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import type { Block } from "../../documents/blocks.ts";

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

const WORDS = inBoth({
  basis: ["Sur quoi repose cette réponse", "What this answer rests on"],
  lead: [
    "Les mêmes fichiers et les mêmes règles redonnent, aujourd’hui comme dans dix ans, exactement cette réponse. Leurs empreintes permettent de les reconnaître.",
    "The same files and the same rules give exactly this answer again, today or in ten years. Their hashes tell which they are.",
  ],
  national: ["Référentiel national, version", "National référentiel, version"],
  nationalHash: ["Empreinte du référentiel", "Hash of the référentiel"],
  school: ["Fichier de l’établissement", "File of the school"],
  schoolHash: ["Empreinte du fichier de l’établissement", "Hash of the file of the school"],
  rules: ["Version des règles", "Version of the rules"],
  unread: [
    "Ce qui n’a pas été lu, ou pas retrouvé, au moment de l’écrire :",
    "What was not read, or not found, at the time of writing:",
  ],
});
