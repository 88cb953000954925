/** Where and when a parchment is collected, on the page and in the mail; what the school's file does not say is asked of the school. */
import type { Lang } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import type { Establishment } from "../law/establishment.ts";
import { certificationWords } from "./words.ts";

export function collectLines(school: Pick<Establishment, "name" | "address" | "bring" | "handover">, lang: Lang) {
  const words = certificationWords(lang).results.collect;
  const bring = school.bring?.find(({ when }) => when === "parchment")?.label[lang];
  return [
    { key: words.where, value: [school.name, ...school.address].join(", ") },
    { key: words.when, value: school.handover?.label[lang] ?? words.noWhen },
    { key: words.bring, value: bring ? `${capital(bring)}.` : words.noBring },
    { key: words.else, value: words.elseWhy },
  ];
}
