/** Asking a candidate for a complement: parts, what is wrong with each, and the deadline. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { lengthOf, tooLong } from "../../kit/schema.ts";
import { isId } from "../../kit/shapes.ts";
import { readyReasons } from "../../law/establishment.ts";
import { see } from "../../page/acting.ts";
import { type Field, under, type Values } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { day, text, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { DOSSIER } from "../../dossier/rules/state.ts";
import { askComplement, MOST_NOTED } from "../../dossier/complement-acts.ts";
import { complementItems } from "../../dossier/complement-items.ts";
import { type OfficeDossier, seeDossier } from "../views.ts";
import { keepingList, listKept } from "./list.ts";
import { notHere } from "./own.ts";
import { officeWords, sayPart } from "../words.ts";

export const askPage = formPage({
  name: "dossiers-complement",
  route: route("/dossiers/:dossier/complement"),
  who: "handle the dossiers",
  words: (lang) => officeWords(lang).ask,
  seen: async (visit, { dossier }) => (isId(dossier) ? see(visit, seeDossier, { dossier }) : undefined),
  missing: notHere,
  keeps: listKept,
  elsewhere: ({ visit, params, seen }) =>
    mayBeAsked(seen) ? undefined : keepingList(visit, `/dossiers/${params.dossier}`),
  form: {
    fields: ({ visit, seen: { intake, dossier } }) => requestFields(visit, { intake, languages: [dossier.language] }),
    begin: ({ seen }) => fromVerdicts(seen),
    check: (values, { lang }) => tooLongNotes(values, lang),
    act: askComplement,
    input: (values, { params: { dossier } }) => ({ dossier, ...requestOf(values) }),
    on: { notes: "items" },
    done: (_, { visit, params }) => keepingList(visit, `/dossiers/${params.dossier}`, { fait: "complement" }),
    stale: ({ visit, params }) => ({ to: keepingList(visit, `/dossiers/${params.dossier}`) }),
    forbidden: ({ visit, params }) => ({ to: keepingList(visit, `/dossiers/${params.dossier}`) }),
  },
  shown: ({ visit, words, seen, params }, { form, returned }) => ({
    title: words.title(seen.dossier.number),
    lead: html`${words.lead} ${isReached(seen) ? words.mailed : words.notMailed}`,
    main: html`${seen.state.state === "complement" && html`<p class="ds-alert" data-color="warning">${words.again}</p>`}
${!returned && fromVerdicts(seen).items.length > 0 && html`<p class="ds-alert" data-color="info">${words.fromVerdicts}</p>`}
${form()}`,
    back: keepingList(visit, `/dossiers/${params.dossier}`),
  }),
});

/** Whether mails to the person can be sent. */
export function isReached({ contact, dossier }: Pick<OfficeDossier, "contact" | "dossier">): boolean {
  return (contact?.address ?? dossier.address) !== null;
}

export function mayBeAsked({ state }: Pick<OfficeDossier, "state">): boolean {
  return allows(DOSSIER, "complement-asked", state.state);
}

export function isPiece(item: string): boolean {
  return item.startsWith("piece:");
}

type RequestOf = { readonly intake: OfficeDossier["intake"]; readonly languages: readonly Lang[] };
/** `note-<item>`: what is wrong with each part; a piece key's colon is replaced, since CSS selectors would misread it. */
type RequestFields = { readonly items: Field<string[]>; readonly dueOn: Field<string> } & {
  readonly [note: `note-${string}`]: Field<string | undefined>;
};
export type RequestValues = Values<RequestFields>;

const noteOf = (item: string): `note-${string}` => `note-${item.replaceAll(":", "-")}`;

/** The parts to correct, what is wrong with each, and the deadline. */
export function requestFields({ lang, school }: Visit, { intake, languages }: RequestOf): RequestFields {
  const words = officeWords(lang).ask;
  const items = complementItems(intake);
  // In the languages of the candidates who will read them.
  const ready = (item: string) =>
    languages.flatMap((one) => readyReasons(school, isPiece(item) ? "piece" : "part", one));
  const note = (item: string) =>
    text({ label: words.what(sayPart(item, intake, lang)), suggestions: ready(item), optional: true });
  return {
    items: ticks({
      label: words.items,
      options: items.map((item) => ({ value: item, label: sayPart(item, intake, lang) })),
      missing: words.noItem,
    }),
    ...Object.fromEntries(items.map((item) => [noteOf(item), under("items", item, note(item))])),
    dueOn: day({ label: words.dueOn, hint: words.dueHint, missing: words.noDay }),
  };
}

/** The act's input. */
export function requestOf({ items, dueOn, ...notes }: RequestValues) {
  const noteFor = (item: string) => (notes as Readonly<Record<string, string | undefined>>)[noteOf(item)] ?? "";
  return { items, dueOn, notes: Object.fromEntries(items.map((item) => [item, noteFor(item)])) };
}

/** A note must fit into the letter. */
export function tooLongNotes(values: RequestValues, lang: Lang): Readonly<Record<string, string>> {
  const notes = Object.entries(values as Readonly<Record<string, unknown>>).filter(([key]) => key.startsWith("note-"));
  const long = notes.filter((one): one is [string, string] => lengthOf(one[1] as string) > MOST_NOTED);
  return Object.fromEntries(long.map(([key, said]) => [key, tooLong(key, said, MOST_NOTED).message(lang)]));
}

/** Parts judged not to conform, with the reason. */
function fromVerdicts({ verdicts }: OfficeDossier): Partial<RequestValues> & { readonly items: string[] } {
  const wrong = Object.entries(verdicts).filter(([, { conform, outdated }]) => !conform && !outdated);
  const notes = Object.fromEntries(wrong.map(([item, { reason }]) => [noteOf(item), reason]));
  return { items: wrong.map(([item]) => item), ...notes };
}
