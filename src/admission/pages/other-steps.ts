/** Corps and waivers: asked only where the référentiel has some. */
import { html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { checkboxes, radios, yesOrNo } from "../../web/form.ts";
import { asksCorps, asksWaivers } from "../rules/draft.ts";
import { after, before } from "./order.ts";
import type { Step } from "./step.ts";

const NONE = "none";

export const corpsStep: Step<{ corps: string[] }> = {
  name: "corps",
  applies: ({ law }) => asksCorps(law),
  otherwise: "titres",
  heading: ({ words }) => words.corps.heading,
  shown: ({ draft }) => ({
    corps: draft.corps === undefined ? [] : draft.corps.length === 0 ? [NONE] : [...draft.corps],
  }),
  // In the order of the référentiel, so that the same ticks make the same answer.
  read: (form, { law }) => {
    const ticked = new Set(form.all("corps"));
    return { corps: [...law.corps.map((entry) => entry.corps), NONE].filter((name) => ticked.has(name)) };
  },
  check: ({ corps }, { words }) => {
    if (corps.length === 0) return [{ field: "corps", message: words.corps.choose }];
    return corps.includes(NONE) && corps.length > 1 ? [{ field: "corps", message: words.corps.both }] : [];
  },
  store: ({ corps }, { draft }) => ({ ...draft, corps: corps.filter((name) => name !== NONE) }),
  body: ({ corps }, errors, { law, words, visit: { lang } }) =>
    checkboxes({
      name: "corps",
      legend: words.corps.heading,
      heading: true,
      hint: words.corps.hint,
      options: [
        ...law.corps.map((entry) => ({ value: entry.corps, label: capital(entry.label[lang]) })),
        { value: NONE, label: words.corps.none },
      ],
      values: corps,
      errors,
      lang,
    }),
  say: ({ corps }, { law, words, visit: { lang } }) => {
    const names = law.corps.filter((entry) => corps.includes(entry.corps)).map((entry) => entry.label[lang]);
    return names.length > 0 ? names.join(", ") : corps.includes(NONE) ? words.corps.none : words.notSaid;
  },
  next: (_, at) => after(at, "corps"),
  back: (at) => before(at, "corps"),
};

export const waiverStep: Step<{ [waiver: string]: string }> = {
  name: "dispense",
  applies: ({ law }) => asksWaivers(law),
  otherwise: "titres",
  heading: ({ words }) => words.waivers.heading,
  shown: ({ draft, law }) =>
    Object.fromEntries(
      law.waivers.map(({ waiver }) => [
        waiver,
        draft.waivers === undefined ? "" : draft.waivers.includes(waiver) ? "yes" : "no",
      ]),
    ),
  read: (form, { law }) => Object.fromEntries(law.waivers.map(({ waiver }) => [waiver, form.get(`waiver-${waiver}`)])),
  check: (value, { law, words }) =>
    law.waivers
      .filter(({ waiver }) => value[waiver] !== "yes" && value[waiver] !== "no")
      .map(({ waiver }) => ({ field: `waiver-${waiver}`, message: words.waivers.choose })),
  store: (value, { draft, law }) => ({
    ...draft,
    waivers: law.waivers.map(({ waiver }) => waiver).filter((waiver) => value[waiver] === "yes"),
  }),
  body: (value, errors, { law, words, visit: { lang } }) => html`<h1>${words.waivers.heading}</h1>
<p>${words.waivers.hint}</p>
${law.waivers.map((entry) =>
  radios({
    name: `waiver-${entry.waiver}`,
    legend: capital(entry.label[lang]),
    options: yesOrNo(words),
    value: value[entry.waiver],
    errors,
    lang,
  }),
)}`,
  say: (value, { law, words, visit: { lang } }) =>
    law.waivers
      .map(
        (entry) =>
          `${capital(entry.label[lang])}${lang === "fr" ? " : " : ": "}${value[entry.waiver] === "yes" ? words.yes : value[entry.waiver] === "no" ? words.no : words.notSaid}`,
      )
      .join(", "),
  next: (_, at) => after(at, "dispense"),
  back: (at) => before(at, "dispense"),
};
