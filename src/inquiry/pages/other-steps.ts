/** The steps on corps and waivers, for a référentiel that has any. */
import { html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { choice, ticks } from "../../page/kinds.ts";
import { yesOrNo } from "../../page/form.ts";
import { asksCorps, asksWaivers } from "../../law/doors.ts";
import { asked } from "./asked.ts";
import { after, before } from "./order.ts";
import type { At } from "./step.ts";

const NONE = "none";

export const corpsStep = asked({
  name: "corps",
  applies: ({ law }: At) => asksCorps(law),
  otherwise: "titres",
  heading: ({ words }: At) => words.corps.heading,
  fields: ({ law, words, visit: { lang } }) => ({
    // In the order of the référentiel, so that the same ticks give the same answer.
    corps: ticks({
      label: words.corps.heading,
      heading: true,
      hint: words.corps.hint,
      options: [
        ...law.corps.map((entry) => ({ value: entry.corps, label: capital(entry.label[lang]) })),
        { value: NONE, label: words.corps.none },
      ],
      missing: words.corps.choose,
    }),
  }),
  begin: ({ draft: { corps } }) => (corps === undefined ? {} : { corps: corps.length === 0 ? [NONE] : [...corps] }),
  wrong: ({ corps }, { words }) => (corps.includes(NONE) && corps.length > 1 ? { corps: words.corps.both } : {}),
  keep: ({ corps }, { draft }) => ({ ...draft, corps: corps.filter((name) => name !== NONE) }),
  next: (_: unknown, at: At) => after(at, "corps"),
  back: (at: At) => before(at, "corps"),
});

const fieldOf = (waiver: string) => `waiver-${waiver}`;

export const waiverStep = asked({
  name: "dispense",
  applies: ({ law }: At) => asksWaivers(law),
  otherwise: "titres",
  heading: ({ words }: At) => words.waivers.heading,
  fields: ({ law, words, visit: { lang } }) =>
    Object.fromEntries(
      law.waivers.map(({ waiver, label }) => {
        const legend = capital(label[lang]);
        return [fieldOf(waiver), choice({ label: legend, options: yesOrNo(words), missing: words.waivers.choose })];
      }),
    ),
  begin: ({ draft: { waivers }, law }) =>
    waivers === undefined
      ? {}
      : Object.fromEntries(law.waivers.map(({ waiver }) => [fieldOf(waiver), waivers.includes(waiver) ? "yes" : "no"])),
  arranged: (printed, { words }) => html`<h1>${words.waivers.heading}</h1>
<p>${words.waivers.hint}</p>
${Object.values(printed)}`,
  keep: (answers, { draft, law }) => ({
    ...draft,
    waivers: law.waivers.map(({ waiver }) => waiver).filter((waiver) => answers[fieldOf(waiver)] === "yes"),
  }),
  next: (_: unknown, at: At) => after(at, "dispense"),
  back: (at: At) => before(at, "dispense"),
});
