/** The pages of letters to print and post, and the note that they went. */
import { csv } from "../../kit/csv.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { may } from "../../act/permissions.ts";
import { askedAbout, saysAbout } from "../../page/about-one.ts";
import { act, printFor, see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, ticks } from "../../page/kinds.ts";
import { layout } from "../../page/layout.ts";
import type { WorkEntries, Page, PageResult, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { LETTERS_TEMPLATE, lettersDocument } from "../documents/letters.ts";
import { countLetters, listLetters, noteLetterSent, printLetters } from "../letter-acts.ts";
import { letterWords } from "./words.ts";

export const letters = route("/lettres");
const lettersPdf = route("/lettres/pdf");
export const letterPdf = route("/lettres/:letter/pdf");
const addresses = route("/lettres/adresses");

export const letterEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "open the letters")) return [];
  const words = letterWords[visit.lang];
  const { count } = (await see(visit, countLetters, {})) ?? { count: 0 };
  const waiting = count > 0 ? words.entryWaiting(count) : undefined;
  return [{ to: letters.to(), label: words.entry, why: words.entryWhy, waiting }];
};

type Seen = NonNullable<Awaited<ReturnType<typeof listLetters.read>>>;

const lettersPage = formPage({
  name: "lettres",
  route: letters,
  who: "open the letters",
  words: (lang) => letterWords[lang],
  seen: (visit) => {
    const first = askedAbout(visit);
    return see(visit, listLetters, first === undefined ? {} : { first });
  },
  form: {
    fields: ({ words, seen }) => ({
      letters: ticks({
        // Numbered as in the list above: one person may have several.
        options: seen.letters.map(({ id, postal }, at) => ({
          value: id,
          label: `${at + 1} – ${[postal.name, ...postal.lines.slice(-1)].join(", ")}`,
        })),
        open: true,
      }),
      on: day(),
      means: choice({ options: (["post", "hand"] as const).map((value) => ({ value, label: words.by[value] })) }),
    }),
    begin: ({ seen, visit }) => ({
      letters: (askedIn(visit, seen) ?? seen.letters).map(({ id }) => id),
      on: visit.today,
      means: "post" as const,
    }),
    // One act per letter, each in the record of its subject.
    does: async ({ letters: chosen, on, means }, { visit, lang }, sent) => {
      for (const letter of chosen) {
        const outcome = await act(visit, noteLetterSent, { letter, on, means }, { sent, part: letter });
        if (outcome.kind === "invalid")
          return { wrong: { on: outcome.issues.map(({ message }) => message(lang)).join(" ") } };
      }
      return letters.to(undefined, { fait: "notees" });
    },
  },
  shown: ({ visit, words, seen }, { form }) => {
    const about = saysAbout(visit, askedIn(visit, seen)?.[0]?.postal.name, "first");
    const main =
      seen.letters.length === 0
        ? html`${about}<p>${words.none}</p>`
        : html`${about}<div class="actions">${linkButton(visit.link(lettersPdf.to()), words.print)}${linkButton(visit.link(addresses.to()), words.addresses, "secondary")}</div>
${seen.more && html`<p>${words.more(seen.letters.length)}</p>`}
${list(visit, seen)}
${may(visit.actor, noteLetterSent.who) && html`<h2>${words.note}</h2><p>${words.noteWhy}</p>${form()}`}`;
    return { title: words.title, lead: words.lead, main, back: "/compte" };
  },
});

/** The letter that the link followed is about, if it still waits. */
function askedIn(visit: Visit, { letters: [first] }: Seen) {
  return first && first.id === askedAbout(visit) ? [first] : undefined;
}

function list(visit: Visit, { letters: all }: Seen): Html {
  const { lang, link, school, world } = visit;
  const words = letterWords[lang];
  return table({
    id: "waiting",
    caption: words.caption,
    stacks: true,
    head: words.head,
    rows: all.map(({ id, about, postal, subject, lang: written, queuedAt }, at) => {
      const place = world.house.placeAbout(about);
      return [
        String(at + 1),
        place === undefined ? postal.name : html`<a class="ds-link" href="${href(link(place))}">${postal.name}</a>`,
        postal.lines.length === 0 ? words.noAddress : postal.lines.join(", "),
        html`<a class="ds-link" href="${href(link(letterPdf.to({ letter: id })))}" lang="${written}">${subject}</a>`,
        sayDay(dayIn(new Date(queuedAt), school.timezone), lang),
      ];
    }),
  });
}

const pdfOf = async (visit: Visit, which: { readonly letter?: string }, name: string): Promise<PageResult> => {
  const { documents } = visit.world;
  const found = await see(visit, printLetters, which);
  if (!found) return { notFound: true };
  if (!documents) {
    const words = letterWords[visit.lang];
    return { html: layout(visit, { title: words.noPdf, main: html`<p>${words.noPdfWhy}</p>` }), status: 503 };
  }
  const data = lettersDocument({ school: visit.school, letters: found.letters, today: visit.today });
  return { file: await printFor(visit, documents, LETTERS_TEMPLATE, data), type: "application/pdf", name };
};

const lettersPdfPage: Page = {
  name: "lettres-pdf",
  path: lettersPdf.path,
  who: "open the letters",
  view: (visit) => pdfOf(visit, {}, `lettres-${visit.today}.pdf`),
};

const letterPdfPage: Page = {
  name: "lettre-pdf",
  path: letterPdf.path,
  who: "open the letters",
  view: (visit) => pdfOf(visit, { letter: visit.params.letter ?? "" }, "lettre.pdf"),
};

/** Each address once, with its number of letters, for labels or a posting register. */
const addressesPage: Page = {
  name: "lettres-adresses",
  path: addresses.path,
  who: "open the letters",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, listLetters, {});
    if (!seen) return { notFound: true };
    const words = letterWords[visit.lang];
    const alike = Map.groupBy(seen.letters, ({ postal }) => JSON.stringify(postal));
    const rows = [...alike.values()].map((theirs) => {
      const { name, lines } = theirs[0]!.postal;
      return [name, lines.join(", "), String(theirs.length)];
    });
    const file = csv([words.csv, ...rows]);
    return { file, type: "text/csv; charset=utf-8", name: `adresses-${visit.today}.csv` };
  },
};

export const letterPages: readonly Page[] = [lettersPage, lettersPdfPage, letterPdfPage, addressesPage];
