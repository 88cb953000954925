/** What the accountant enters of a year, and noting that its declaration was deposited. */
import { html } from "../../../kit/html.ts";
import { type Lang, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { amount } from "../../../billing/charges/pages/parts.ts";
import { see } from "../../../page/acting.ts";
import { linkButton } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import type { Field } from "../../../page/field.ts";
import { textOf } from "../../../page/form-values.ts";
import { agreed, carried, choice, day, text, ticks, version } from "../../../page/kinds.ts";
import { whole } from "../../../page/number-kinds.ts";
import { depositBpf, enterBpf } from "../acts.ts";
import { seeBpf } from "../views.ts";
import { isReady, leftOut, yearIn } from "./parts.ts";
import { bpfRoutes } from "./routes.ts";
import { bpfWords } from "./words.ts";

const ofYear = async (visit: Parameters<typeof see>[0], params: { readonly year: string }) => {
  const year = yearIn(params);
  return year === undefined ? undefined : see(visit, seeBpf, { year });
};

/** An amount that may be typed as 0. */
function orNothing<V>(field: Field<V | number>): Field<V | number> {
  const read: typeof field.read = (typed, name, lang) =>
    /^0(?:[.,]00?)?$/.test(textOf(typed, name)) ? { value: 0 } : field.read(typed, name, lang);
  return { ...field, read };
}

export const enterBpfPage = formPage({
  name: "finances-bilan-charges",
  route: bpfRoutes.enter,
  who: "keep the accounts",
  words: (lang: Lang) => bpfWords[lang].enter,
  seen: ofYear,
  form: {
    fields: ({ lang, words, seen }) => {
      const yesNo = [
        { value: "yes", label: words.yes },
        { value: "no", label: words.no },
      ] as const;
      const { fields } = words;
      return {
        version: version(),
        charges: orNothing(amount({ lang, label: fields.charges })),
        trainerSalaries: orNothing(amount({ lang, label: fields.trainerSalaries, optional: true })),
        purchases: orNothing(amount({ lang, label: fields.purchases, optional: true })),
        otherTurnover: orNothing(amount({ lang, label: fields.otherTurnover, optional: true })),
        naf: text({ label: fields.naf, hint: words.nafHint }),
        publicBody: choice({ label: fields.publicBody, options: yesNo }),
        distance: choice({ label: fields.distance, options: yesNo }),
        entrustedPeople: whole({
          label: fields.entrustedPeople,
          hint: words.entrustedHint,
          optional: true,
          most: 10_000_000,
        }),
        entrustedHours: whole({ label: fields.entrustedHours, optional: true, most: 10_000_000 }),
        external: ticks({
          label: fields.external,
          hint: words.externalHint,
          optional: true,
          options: seen.teachers.map(({ trainer, name }) => ({ value: trainer, label: name })),
        }),
      };
    },
    begin: ({ seen: { entry, teachers } }) => ({
      version: entry?.version ?? 0,
      ...(entry && {
        charges: entry.charges,
        ...(entry.trainerSalaries > 0 && { trainerSalaries: entry.trainerSalaries }),
        ...(entry.purchases > 0 && { purchases: entry.purchases }),
        ...(entry.otherTurnover > 0 && { otherTurnover: entry.otherTurnover }),
        naf: entry.naf,
        ...(entry.entrustedPeople !== null && { entrustedPeople: entry.entrustedPeople }),
        ...(entry.entrustedHours !== null && { entrustedHours: entry.entrustedHours }),
        publicBody: entry.publicBody ? ("yes" as const) : ("no" as const),
        distance: entry.distance ? ("yes" as const) : ("no" as const),
        external: teachers.filter((one) => one.as === "external").map(({ trainer }) => trainer),
      }),
    }),
    check: ({ naf }, { words }) => (/^[0-9]{4}[A-Z]$/.test(naf.toUpperCase()) ? {} : { naf: words.nafFault }),
    act: enterBpf,
    input: (typed, { seen }) => ({
      year: seen.year,
      version: typed.version,
      charges: typed.charges,
      trainerSalaries: typed.trainerSalaries ?? 0,
      purchases: typed.purchases ?? 0,
      otherTurnover: typed.otherTurnover ?? 0,
      naf: typed.naf.toUpperCase(),
      publicBody: typed.publicBody === "yes",
      distance: typed.distance === "yes",
      ...(typed.entrustedPeople !== undefined && { entrustedPeople: typed.entrustedPeople }),
      ...(typed.entrustedHours !== undefined && { entrustedHours: typed.entrustedHours }),
      external: typed.external ?? [],
    }),
    done: (_, { params }) => bpfRoutes.year.to(params, { fait: "saisi" }),
  },
  shown: ({ words, seen, params }, { form }) => ({
    title: words.title(seen.year),
    lead: words.lead,
    main: html`<p class="small">${words.zero}</p>${form()}`,
    back: bpfRoutes.year.to(params),
  }),
});

export const depositBpfPage = formPage({
  name: "finances-bilan-depot",
  route: bpfRoutes.deposit,
  who: "keep the accounts",
  words: (lang: Lang) => bpfWords[lang].deposit,
  seen: ofYear,
  form: {
    fields: ({ words, seen }) => ({
      inputHash: carried<string>(),
      on: day(),
      receipt: text(),
      /** The numbers of those whom the reader saw. */
      numbers: carried<string>(),
      ...(seen.unknown.length > 0 && { leftOut: agreed({ label: words.leftOut, box: words.leftOutBox }) }),
    }),
    begin: ({ visit, seen }) => ({
      inputHash: seen.inputHash,
      on: visit.today,
      numbers: seen.unknown.map(({ called }) => called).join(","),
    }),
    act: depositBpf,
    input: ({ inputHash, on, receipt, numbers }, { seen }) => ({
      year: seen.year,
      on,
      receipt,
      inputHash,
      ...(numbers !== "" && { leftOut: numbers.split(",") }),
    }),
    done: (_, { params }) => bpfRoutes.year.to(params, { fait: "depose" }),
    stale: ({ words }) => ({ said: words.stale }),
  },
  shown: ({ visit, lang, words, seen, params }, { form, returned }) => {
    const row = (name: string) => seen.frames.flatMap(({ rows }) => rows).find((one) => one.own === name)!;
    const [people, hours] = row("all").values;
    const sums = {
      euros: sayNumber(row("total").values[0]!, lang),
      cents: sayMoney(seen.cents, lang),
      people: sayNumber(people!, lang),
      hours: sayNumber(hours!, lang),
    };
    const missing =
      seen.unknown.length > 0 && html`<p>${bpfWords[lang].one.unknown}</p>${leftOut(visit, seen.unknown)}`;
    const back = bpfRoutes.year.to(params);
    return {
      title: words.title(seen.year),
      lead: words.lead,
      main:
        isReady(seen) || returned
          ? html`<p>${words.sums(sums)}</p>${missing}${form()}`
          : html`<p>${words.notReady}</p>${linkButton(visit.link(back), words.toYear)}`,
      back,
    };
  },
});
