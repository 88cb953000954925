/** Values as a portal takes them, which is French in both languages; and what of a line its lists and pages share. */
import type { Day } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay, sayMinutes } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { PORTAL_FIELDS, type PortalField } from "../../../law/portals.ts";
import type { Visit } from "../../../page/page.ts";
import { sayMonth } from "../../director/pages/said.ts";
import type { listPortals } from "../views.ts";
import { portalRoutes } from "./routes.ts";
import { portalWords } from "./words.ts";

export type Listed = NonNullable<Awaited<ReturnType<typeof listPortals.read>>>["portals"][number]["lines"][number];

/** As it is typed: 07/12/2026, 12/2026, 9,5 hours. */
export function typedValue(field: PortalField, value: string | number): string {
  const kind = PORTAL_FIELDS[field];
  if (kind === "day") return String(value).split("-").toReversed().join("/");
  if (kind === "month") return String(value).split("-").toReversed().join("/");
  // Hundredths of an hour, as portals count; a quarter of an hour is 0,25.
  if (kind === "minutes") return String(Math.round((Number(value) * 100) / 60) / 100).replace(".", ",");
  return String(value);
}

/** Beside it, where it reads otherwise. */
export function besideValue(field: PortalField, value: string | number, lang: Lang): string {
  return PORTAL_FIELDS[field] === "minutes" ? portalWords[lang].hours(sayMinutes(Number(value), lang)) : "";
}

export function sayLine({ label, event, part }: Pick<Listed, "label" | "event" | "part">, lang: Lang): string {
  const words = portalWords[lang].list;
  if (part === "") return label[lang];
  return words.of(label[lang], event === "insertion" ? words.year(part) : sayMonth(part, lang));
}

export function lineLink({ link, lang }: Pick<Visit, "link" | "lang">, line: Listed): Html {
  return html`<a class="ds-link" href="${href(link(portalRoutes.one.to({ line: line.id })))}">${capital(sayLine(line, lang))}</a>`;
}

export function sayDue({ dueOn, state }: Pick<Listed, "dueOn" | "state">, today: Day, lang: Lang): Html {
  const words = portalWords[lang].list;
  if (dueOn === null) return html`${words.noDelay}`;
  const late = state === "to-type" && dueOn < today;
  return html`${sayDay(dueOn, lang)}${late && html` <strong>${words.late}</strong>`}`;
}
