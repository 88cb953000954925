/** Noting what was typed on a portal, its receipt, and several at once. */
import { html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { fileFault, uploadOf } from "../../../files/pages/one-file.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { carried, day, files, text, ticks } from "../../../page/kinds.ts";
import type { SentFile } from "../../../page/page.ts";
import { noteReceipt, noteTyped } from "../acts.ts";
import { portalTogether } from "../views.ts";
import { about, seenLine, valuesList } from "./one.ts";
import { portalRoutes } from "./routes.ts";
import { sayLine, typedValue } from "./said.ts";
import { portalWords } from "./words.ts";

const ACCEPTED = ".pdf,image/*";

const scanFault = ({ upload = [] }: { readonly upload?: readonly SentFile[] }, { lang }: { readonly lang: Lang }) => {
  const fault = fileFault(upload, lang);
  return fault === undefined ? {} : { upload: fault };
};
const sent = (upload: readonly SentFile[] | undefined) => {
  const id = upload ? uploadOf(upload) : "";
  return id === "" ? {} : { upload: id };
};

export const noteTypedPage = formPage({
  name: "finances-a-declarer-saisie",
  route: portalRoutes.typed,
  who: "keep the accounts",
  takesFiles: true,
  words: (lang: Lang) => portalWords[lang].typed,
  seen: async (visit, { line }) => {
    const seen = await seenLine(visit, line);
    return seen?.mayNote ? seen : undefined;
  },
  form: {
    fields: ({ words, seen }) => ({
      shown: carried<string>(),
      on: day(),
      receipt: text({ label: words.fields.receipt, hint: words.hint, optional: true, size: 24 }),
      upload: files({ label: words.fields.upload, accept: ACCEPTED, optional: true }),
      // Of what was typed before alone.
      ground: seen.noted.length === 0 ? carried<string>() : text({ label: words.fields.ground }),
    }),
    begin: ({ visit, seen }) => ({ shown: seen.shown, on: visit.today, ground: "" }),
    check: scanFault,
    act: noteTyped,
    input: ({ shown, on, receipt, upload, ground }, { seen }) => ({
      lines: [{ line: seen.id, shown }],
      on,
      ...(receipt !== undefined && { receipt }),
      ...sent(upload),
      ...(ground !== "" && { ground }),
    }),
    on: { lines: "on" },
    done: (_, { params }) => portalRoutes.one.to(params, { fait: "saisi" }),
    stale: ({ words }) => ({ said: words.stale }),
  },
  shown: ({ visit, lang, words, seen, params }, { form }) => ({
    title: `${words.title} : ${sayLine(seen, lang)}`,
    heading: words.title,
    lead: words.lead,
    main: html`${about(visit, seen)}<p>${capital(sayLine(seen, lang))}, ${seen.portalLabel[lang]}</p>
${seen.asked && valuesList(visit, seen)}${form()}`,
    back: portalRoutes.one.to(params),
  }),
});

export const noteReceiptPage = formPage({
  name: "finances-a-declarer-accuse",
  route: portalRoutes.receipt,
  who: "keep the accounts",
  takesFiles: true,
  words: (lang: Lang) => portalWords[lang].receipt,
  seen: async (visit, { line }) => {
    const seen = await seenLine(visit, line);
    return seen?.mayNote ? seen : undefined;
  },
  form: {
    fields: ({ words }) => ({
      on: day(),
      receipt: text({ label: words.fields.receipt, optional: true, size: 24 }),
      upload: files({ label: words.fields.upload, accept: ACCEPTED, optional: true }),
    }),
    begin: ({ visit }) => ({ on: visit.today }),
    check: scanFault,
    act: noteReceipt,
    input: ({ on, receipt, upload }, { seen }) => ({
      line: seen.id,
      on,
      ...(receipt !== undefined && { receipt }),
      ...sent(upload),
    }),
    on: { line: "on" },
    done: (_, { params }) => portalRoutes.one.to(params, { fait: "accuse" }),
  },
  shown: ({ visit, lang, words, seen, params }, { form }) => ({
    title: `${words.title} : ${sayLine(seen, lang)}`,
    heading: words.title,
    lead: words.lead,
    main: html`${about(visit, seen)}<p>${capital(sayLine(seen, lang))}, ${seen.portalLabel[lang]}</p>${form()}`,
    back: portalRoutes.one.to(params),
  }),
});

export const portalTogetherPage = formPage({
  name: "finances-a-declarer-ensemble",
  route: portalRoutes.together,
  who: "keep the accounts",
  words: (lang: Lang) => portalWords[lang].together,
  seen: (visit, { portal, declare }) =>
    KEY.test(portal) && KEY.test(declare)
      ? see(visit, portalTogether, { portal, declare })
      : Promise.resolve(undefined),
  form: {
    fields: ({ lang, words, seen }) => ({
      lines: ticks({
        label: words.fields.lines,
        options: seen.lines.map((one) => ({
          value: `${one.id} ${one.shown}`,
          label: `${one.name ?? "–"}, ${sayLine(one, lang)}`,
          hint: one.values
            .flatMap(({ label, field, value }) =>
              value === null ? [] : [`${label[lang]} : ${typedValue(field, value)}`],
            )
            .join(" ; "),
        })),
      }),
      on: day(),
      receipt: text({ label: words.fields.receipt, optional: true, size: 24 }),
    }),
    begin: ({ visit }) => ({ on: visit.today, lines: [] }),
    act: noteTyped,
    input: ({ lines, on, receipt }) => ({
      lines: lines.map((one) => {
        const [line = "", shown = ""] = one.split(" ");
        return { line, shown };
      }),
      on,
      ...(receipt !== undefined && { receipt }),
    }),
    done: () => portalRoutes.list.to(),
    stale: ({ words }) => ({ said: words.stale }),
  },
  shown: ({ lang, words, seen }, { form }) => ({
    title: `${words.title} : ${seen.label[lang]}`,
    heading: words.title,
    lead: words.lead(seen.portalLabel[lang]),
    main: seen.lines.length === 0 ? html`<p>${words.none}</p>` : form(),
    back: portalRoutes.list.to(),
  }),
});

const KEY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/;
