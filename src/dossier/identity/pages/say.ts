/** How pages say a correction of an identity: item by item, before and asked. */
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { summaryList, table } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { fieldWords } from "../../field-words.ts";
import { sayField } from "../../pages/section.ts";
import { CIVIL } from "../../rules/identity-request.ts";
import type { myIdentity } from "../views.ts";
import { identityWords } from "../words.ts";

export type Request = NonNullable<Awaited<ReturnType<typeof myIdentity.read>>>["requests"][number];

type Corrected = Pick<Request, "before" | "asked">;

/** Per item that is asked: its name, as it stands, as it is asked. */
export function corrected({ before, asked }: Corrected, lang: Lang) {
  const { empty } = identityWords[lang].request;
  return CIVIL.fields
    .filter(({ name }) => Object.hasOwn(asked, name))
    .map((field) => {
      const say = (contents: Record<string, string>) =>
        (contents[field.name] ?? "") === "" ? empty : sayField(field, contents, lang);
      return { name: field.name, label: fieldWords(field.name, lang).label, before: say(before), asked: say(asked) };
    });
}

export function dayOf({ school }: Visit, at: string, lang: Lang): string {
  return sayDay(dayIn(new Date(at), school.timezone), lang);
}

/** A request whole: what it asks, its proof, and its answer. */
export function requestShown(visit: Visit, request: Request): Html {
  const { lang, link } = visit;
  const words = identityWords[lang].request;
  const { id, at, said, how, proof, outcome } = request;
  const typed = (text: string) => html`<span class="typed">${text}</span>`;
  const rows = [
    { key: words.on, value: dayOf(visit, at, lang) },
    ...(proof === null
      ? []
      : [{ key: words.proof, value: html`<a class="ds-link" href="${href(link(`/fichier/${id}`))}">${proof}</a>` }]),
    ...(said === "" ? [] : [{ key: words.said, value: typed(said) }]),
    ...(how === null ? [] : [{ key: words.how, value: typed(how) }]),
    ...(outcome === null ? [] : [{ key: words.answer, value: words[outcome.kind](dayOf(visit, outcome.at, lang)) }]),
    ...(outcome === null || outcome.ground === "" ? [] : [{ key: words.ground, value: typed(outcome.ground) }]),
  ];
  return html`${table({
    id: `identite-${id}`,
    caption: words.caption,
    stacks: true,
    head: [words.field, outcome === null ? words.before : words.beforeThen, words.asked],
    rows: corrected(request, lang).map((one) => [one.label, one.before, html`<strong>${one.asked}</strong>`]),
  })}
${summaryList(rows, lang)}`;
}
