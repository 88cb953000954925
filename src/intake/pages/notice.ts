/** The open intake, its closing and places; if none is open, when the next one opens. */
import type { Day } from "../../kit/day.ts";
import { href, type Html, html } from "../../kit/html.ts";
import type { Label } from "../../kit/lang.ts";
import { sayDeadline, sayMoment, sayToTheSecond, sayZone } from "../../kit/moment.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { type OpenedIntake, seeOpenIntakes } from "../views.ts";
import { intakeWords, nameOfIntake } from "../words.ts";
import { termsShown } from "./routes.ts";

/** The announced intakes of a diploma: all open ones, else the next. */
export type Announced = { readonly intakes: readonly OpenedIntake[]; readonly now: Date };

export async function announcedOf(visit: Visit): Promise<Announced> {
  const intakes = await see(visit, seeOpenIntakes, { diploma: visit.law.diploma.diploma });
  const { open = [], coming = [], now = visit.world.now() } = intakes ?? {};
  return { intakes: open.length > 0 ? open : coming.slice(0, 1), now };
}

/** The earliest entry announced. */
export function nextEntry({ intakes }: Announced): Day | undefined {
  return intakes.map(({ entryOn }) => entryOn).toSorted()[0];
}

type NoticeParts = {
  /** Its diploma, on pages with several. */
  readonly of?: string | undefined;
  readonly more?: Html /** Not where the page offers it already. */;
  readonly apply?: boolean;
};

export function announcedNotices(
  visit: Visit,
  { intakes, now }: Announced,
  { of, apply = true }: NoticeParts = {},
): Html {
  if (intakes.length > 0)
    return html`${intakes.map((intake) => notice(visit, intake, now, { of, more: termsLink(visit, intake), apply }))}`;
  const words = intakeWords(visit.lang).public;
  return html`<section class="ds-alert" data-color="info"><h2>${words.none}</h2><p>${words.noneWhy}</p></section>`;
}

type Noticed = {
  readonly id: string;
  readonly diploma: string;
  readonly label: Label;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly places: number | null;
};

export function notice(visit: Visit, intake: Noticed, now: Date, { of, more, apply = true }: NoticeParts = {}): Html {
  const { lang, school, link } = visit;
  const words = intakeWords(lang).public;
  const { opensAt, closesAt, places } = intake;
  const zone = school.timezone;
  if (!opensAt || !closesAt || now > closesAt) return html``;
  const name = nameOfIntake(intake.label, lang);
  const end = html`<strong>${sayDeadline(closesAt, zone, lang)}</strong>, ${sayZone(zone, lang)}`;
  const count = places !== null && html` ${words.places(places)}.`;
  const open = opensAt <= now;
  return html`<section class="ds-alert intake" data-color="${open ? "success" : "info"}">
<h2>${of !== undefined && `${of} – `}${open ? words.open(name) : words.coming(name)}</h2>
<p>${open ? html`${words.until} ${end}.` : html`${words.from} <strong>${sayMoment(opensAt, zone, lang)}</strong> ${words.to} ${end}.`}${count}</p>
${open && apply && html`<p>${linkButton(link(`/${intake.diploma}/dossier`), words.apply)}</p>`}
${more && html`<p>${more}</p>`}
</section>`;
}

function termsLink({ lang, link }: Visit, { id, diploma }: Noticed): Html {
  return html`<a href="${href(link(termsShown.to({ diploma, intake: id })))}">${intakeWords(lang).public.terms}</a>`;
}

/** The server's clock, shown beside any deadline that it judges. */
export function clockLine({ lang, school }: Visit, now: Date): string {
  const zone = school.timezone;
  return intakeWords(lang).public.clock(sayToTheSecond(now, zone, lang), sayZone(zone, lang));
}
