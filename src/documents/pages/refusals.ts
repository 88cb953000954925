/** What was refused a person: each subject tells its own, and it comes first on the person's own pages about their application. */
import type { Html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import type { Day } from "../../kit/day.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { CONFIDENCE_WORDS } from "../../law/source-words.ts";
import { citeArticle } from "../../law/article-words.ts";
import { remediesOf } from "../../law/remedies.ts";
import { fromEach } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";
import type { Block } from "../blocks.ts";
import { blocksHtml } from "./document.ts";

declare module "../../act/world.ts" {
  interface House {
    readonly refusals: readonly Refusals[];
  }
}

export type Refusal = {
  readonly blocks: readonly Block[];
  /** The application goes no further. */
  readonly ends: boolean;
};

/** Of a dossier of the reader's own, or of a person without an account for staff, under the law of its intake. */
export type Refusals = (visit: Visit, dossier: string) => Promise<readonly Refusal[]>;

export function refusalsIn(visit: Visit, dossier: string): Promise<readonly Refusal[]> {
  return fromEach(visit.world.house.refusals, visit, dossier);
}

/** For pages that lead to more: only what ends the application. */
export async function endedBy(visit: Visit, dossier: string): Promise<Html | false> {
  const blocks = (await refusalsIn(visit, dossier)).flatMap((one) => (one.ends ? one.blocks : []));
  return blocks.length > 0 && blocksHtml(blocks, visit.lang);
}

/** How a decision of the school is contested, until when and before whom. `says` is what the intake writes of it. */
export function contestBlocks({ law, lang, today }: Visit, decidedOn: Day, says: string): Block[] {
  const words = WORDS[lang];
  const { name, address } = law.establishment;
  const joint = lang === "fr" ? "\u00a0; " : "; ";
  const facts = remediesOf(law, "admission", decidedOn).map((one): Block => {
    const { label, body, address: elsewhere, by, dayOff, citation, source } = one;
    const whom = [body?.[lang] ?? name, ...(elsewhere ?? (body ? [] : address))].join(", ");
    const open = (day: Day) => [sayWeekday(day, lang), ...(dayOff ? [`(${dayOff[lang]})`] : [])].join(" ");
    const until = by === null ? words.noDay : today > by ? words.over(sayWeekday(by, lang)) : open(by);
    const text = `${citation[lang]}, ${citeArticle(source.article, lang)}${joint}${CONFIDENCE_WORDS[source.confidence][lang]}`;
    return {
      kind: "facts",
      items: [
        { label: words.until, value: until },
        { label: words.whom, value: whom },
        { label: words.how, value: label[lang] },
        { label: words.text, value: text },
      ],
    };
  });
  const whom: Block = { kind: "facts", items: [{ label: words.whom, value: [name, ...address].join(", ") }] };
  return [
    { kind: "heading", level: 1, text: words.contest },
    ...(says === "" ? [] : [{ kind: "text", text: says } as const]),
    ...(facts.length > 0 ? facts : [whom]),
  ];
}

const WORDS = inBoth({
  contest: ["Pour contester cette décision", "To contest this decision"],
  until: ["Jusqu’au", "Until"],
  noDay: ["aucun jour n’est fixé", "no day is set"],
  over: (day: string) => [`le délai a fini le ${day}`, `the time ended on ${day}`],
  whom: ["À qui", "To whom"],
  how: ["Comment", "How"],
  text: ["Texte", "Text"],
});
