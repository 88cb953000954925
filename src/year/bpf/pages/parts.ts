/** What the page and the sheet of a declaration share: the names of rows and the columns. */
import { places } from "../../../contracts/pages/places.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import type { Visit } from "../../../page/page.ts";
import { own } from "../../../kit/own.ts";
import type { seeBpf } from "../views.ts";
import { bpfWords } from "./words.ts";

export type Seen = NonNullable<Awaited<ReturnType<typeof seeBpf.read>>>;
export type Frame = Seen["frames"][number];
export type Row = Frame["rows"][number];

export function rowLabel({ label, own: name }: Pick<Row, "label" | "own">, lang: Lang): string {
  return label?.[lang] ?? own<string>(bpfWords[lang].own, name ?? "") ?? "";
}

export function frameTitle({ frame, units }: Frame, lang: Lang): string {
  return units[0] === "percent" ? bpfWords[lang].share : bpfWords[lang].frames[frame];
}

/** What nobody said yet is not 0: charges, the share of a turnover that is not whole, who of the trainers is external. */
export function isUnsaid({ frame, units }: Frame, { entry, teachers }: Pick<Seen, "entry" | "teachers">): boolean {
  return (
    ((frame === "D" || units.includes("percent")) && entry === null) ||
    (frame === "E" && teachers.some((one) => one.as === null))
  );
}

/** Nothing stands in the way of its deposit: what does is said on its page. */
export function isReady({ over, entry, lacking, teachers, countedIn, deposits, inputHash }: Seen): boolean {
  return (
    over &&
    entry !== null &&
    lacking.length === 0 &&
    teachers.every((one) => one.as !== null) &&
    countedIn === null &&
    deposits[0]?.inputHash !== inputHash
  );
}

/** The year in the address. */
export function yearIn({ year }: { readonly year?: string | undefined }): number | undefined {
  const number = Number(year);
  return Number.isInteger(number) && number >= 2000 && number <= 2199 ? number : undefined;
}

/** Each of those whose money is missing, with what is to be mended. */
export function leftOut(
  { lang, link }: Visit,
  people: readonly {
    readonly name: string | null;
    readonly called: string;
    readonly dossier: string | null;
    readonly why?: Readonly<Record<Lang, string>>;
  }[],
): Html {
  return html`<ul>${people.map(({ name, called, dossier, why }) => {
    const said = name ?? called;
    const to =
      dossier === null
        ? said
        : html`<a class="ds-link" href="${href(link(places.contract.to({ dossier })))}">${said}</a>`;
    return html`<li>${to}${name !== null && html` <span class="small unbroken">${called}</span>`}${why && html` : ${why[lang]}`}</li>`;
  })}</ul>`;
}
