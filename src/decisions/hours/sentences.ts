/** The words of hours, in both languages. */
import { inBoth, joined } from "../../kit/in-both.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { sayMinute } from "../../kit/moment.ts";
import { french } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";
import type { Session } from "./rule.ts";

type One = { session: Session };
type Both = One & { over: Session };

const at = (time: string, lang: Lang) => sayMinute({ time }, lang);

function sessionFr({ id, unit, on, from, to }: Session): string {
  return french`La séance « ${id} » (${unit}, le ${sayDay(on, "fr")} de ${at(from, "fr")} à ${at(to, "fr")})`;
}
function sessionEn({ id, unit, on, from, to }: Session): string {
  return `Session “${id}” (${unit}, on ${sayDay(on, "en")} from ${at(from, "en")} to ${at(to, "en")})`;
}

export const sentences = joined(
  lawSentences,
  inBoth({
    cancelled: ({ session }: One) => [
      french`${sessionFr(session)} a été annulée : la présence qui y est notée ne compte pas.`,
      `${sessionEn(session)} was cancelled: the attendance noted there does not count.`,
    ],
    overlap: ({ session, over }: Both) => [
      french`${sessionFr(session)} ne compte pas : elle a lieu en même temps que « ${over.id} », déjà prise en compte.`,
      `${sessionEn(session)} does not count: it is at the same time as “${over.id}”, which was counted before it.`,
    ],
  }),
);
