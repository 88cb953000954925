/** The people of the school with their roles; giving and revoking, for those who may. */
import { type Html, href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { firstAbout, saysAbout } from "../../../page/about-one.ts";
import { act, fieldErrors, see } from "../../../page/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  select,
  summaryCard,
  textArea,
  textField,
} from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { places } from "../../pages/places.ts";
import { isOfState } from "../../offers/rules/by-two.ts";
import { seeOffers } from "../../offers/views.ts";
import { confirmRole, giveRole, takeRole } from "../acts.ts";
import { may, ROLES } from "../../../act/permissions.ts";
import { sayRole } from "../../sentences.ts";
import { seeStaff } from "../../views.ts";
import { addressWords } from "../../address/pages/words.ts";
import { staffWords } from "./words.ts";

type Giving = { readonly address: string; readonly role: string };
const NOTHING: Giving = { address: "", role: "" };

export const teamPage: Page = {
  name: "equipe",
  path: places.team.path,
  who: "see the roles",
  view: (visit) => shown(visit, NOTHING, []),
  submit: async (visit, sent) => {
    const words = staffWords(visit.lang).team;
    const { lang: language } = visit;
    if (sent.get("do") === "confirm") {
      const confirmed = await act(visit, confirmRole, { id: sent.get("offer").slice(0, 36), language }, { sent });
      if (confirmed.kind === "invalid") return shown(visit, NOTHING, fieldErrors(confirmed.issues, visit.lang));
      return { redirect: listSaying(visit, confirmed.kind === "done" ? "confirme" : "rien") };
    }
    const giving = { address: textOf(sent, "address"), role: textOf(sent, "role") };
    const role = ROLES.find((one) => one === giving.role);
    const errors = [
      ...(giving.address === "" ? [{ field: "address", message: words.missingAddress }] : []),
      ...(role === undefined ? [{ field: "role", message: words.missingRole }] : []),
    ];
    if (errors.length > 0 || role === undefined) return shown(visit, giving, errors);
    const outcome = await act(visit, giveRole, { address: giving.address, role, language }, { sent });
    if (outcome.kind === "invalid") return shown(visit, giving, fieldErrors(outcome.issues, visit.lang));
    return { redirect: listSaying(visit, outcome.kind === "done" ? "confie" : "rien") };
  },
};

/** Asks for confirmation, with the person and the role: a revoked role must be offered and accepted anew. */
export const takeRolePage: Page = {
  name: "equipe-retirer",
  path: places.take.path,
  who: "give roles",
  view: async (visit) => {
    const taking = await takingOf(visit);
    return taking ? asked(visit, taking, "", []) : { notFound: true };
  },
  submit: async (visit, sent) => {
    const taking = await takingOf(visit);
    const ground = sent.get("ground").trim();
    const outcome = await act(visit, takeRole, { id: idOf(visit), ...(ground !== "" && { ground }) }, { sent });
    const errors = outcome.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : [];
    if (taking && errors.some(({ field }) => field === "ground")) return asked(visit, taking, ground, errors);
    if (outcome.kind === "invalid") return shown({ ...visit, path: places.team.path }, NOTHING, errors);
    // If it is gone all the same, it was revoked meanwhile, or declined.
    if (outcome.kind !== "done") return { redirect: listSaying(visit, (await takingOf(visit)) ? "rien" : "deja") };
    // A repeated form, whose first sending revoked it.
    if (!taking) return { redirect: listSaying(visit, "retire") };
    const words = staffWords(visit.lang).take;
    const main = html`<p>${taking.offered ? words.doneOffer(taking.role, taking.whose) : words.done(taking.role, taking.whose)}</p>
<p><a class="ds-link" href="${href(visit.link(places.team.to()))}">${staffWords(visit.lang).team.heading}</a></p>`;
    return { html: layout(visit, { title: words.doneHeading, main, back: places.team.to() }) };
  },
};

type Taking = NonNullable<Awaited<ReturnType<typeof takingOf>>>;

/** With what the person is called on for, and a field for the ground. */
function asked(visit: Visit, taking: Taking, ground: string, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = staffWords(lang).take;
  const { offered, role, whose, kept } = taking;
  const why = textArea({
    name: "ground",
    label: words.ground,
    hint: words.groundHint,
    value: ground,
    rows: 3,
    errors,
    lang,
  });
  const actions = html`<div class="actions">${button(words.go, { danger: true })}
<a class="ds-link" href="${href(visit.link(places.team.to()))}">${words.keep}</a></div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p>${offered ? words.asksOffer(role, whose) : words.asks(role, whose)}</p>
${kept.map(({ says }) => html`<p class="ds-alert" data-color="warning">${says[lang]}</p>`)}
<p>${offered ? words.thenOffer : words.then}</p>
${form(visit, html`${kept.length > 0 && why}${actions}`)}`;
  const error = errors.length > 0;
  return {
    html: layout(visit, { title: words.heading, main, back: places.team.to(), error }),
    status: error ? 422 : 200,
  };
}

/** The message after an act, by the word in the list's address. */
const TOLD = {
  confirme: { said: "confirmed", color: "success" },
  confie: { said: "given", color: "success" },
  retire: { said: "taken", color: "success" },
  deja: { said: "gone", color: "info" },
  rien: { said: "unchanged", color: "warning" },
} as const;

function listSaying(visit: Visit, what: keyof typeof TOLD): string {
  return visit.link(places.team.to({}, { fait: what }));
}

function idOf({ params }: Visit): string {
  return (params.grant ?? "").slice(0, 36);
}

/** The person and the role; for an offer, only the typed address. */
async function takingOf(visit: Visit) {
  const id = idOf(visit);
  const { staff } = (await see(visit, seeStaff, {})) ?? { staff: [] };
  const grant = staff.find((one) => one.id === id);
  if (grant) return { role: sayRole(grant.role, visit.lang), whose: grant.name, offered: false, kept: grant.kept };
  const { offers } = (await see(visit, seeOffers, {})) ?? { offers: [] };
  const offer = offers.find((one) => one.id === id);
  return offer && { role: sayRole(offer.role, visit.lang), whose: offer.address, offered: true, kept: [] };
}

function takeLink(visit: Visit, id: string, what: string): Html {
  return html`<a class="ds-button" data-variant="secondary" href="${href(visit.link(places.take.to({ grant: id })))}">${staffWords(visit.lang).team.take}<span class="ds-sr-only"> ${what}</span></a>`;
}

async function shown(visit: Visit, giving: Giving, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, school } = visit;
  const words = staffWords(lang).team;
  const { staff } = (await see(visit, seeStaff, {})) ?? { staff: [] };
  const gives = may(visit.actor, "give roles");
  const day = (at: string) => sayDay(dayIn(new Date(at), school.timezone), lang);
  const cards = [...Map.groupBy(staff, ({ account }) => account).values()].map((grants) => {
    const { name, address, proven } = grants[0]!;
    const roles = html`<ul class="grants">${grants.map(({ id, role, at }) => {
      const roleName = sayRole(role, lang);
      return html`<li><span>${words.since(roleName, day(at))}</span>${gives && takeLink(visit, id, words.takeOf(roleName, name))}</li>`;
    })}</ul>`;
    return summaryCard({
      title: name,
      rows: [
        { key: words.address, value: address },
        { key: words.roles, value: html`${roles}${!proven && html`<p class="small">${words.waits}</p>`}` },
      ],
      lang,
    });
  });
  const { offers } = (await see(visit, seeOffers, {})) ?? { offers: [] };
  const about = firstAbout(visit, [...Map.groupBy(offers, ({ account }) => account).values()], ([one]) => one!.account);
  const offered = about.all.map((those) => {
    const { address } = those[0]!;
    const roles = html`<ul class="grants">${those.map(({ id, role, at, until, lapsed, waits, own }) => {
      const roleName = sayRole(role, lang);
      const take = takeLink(visit, id, words.takeOf(roleName, address));
      const again = html`<input type="hidden" name="address" value="${address}"><input type="hidden" name="role" value="${role}">${button(html`${words.again}<span class="ds-sr-only"> ${words.takeOf(roleName, address)}</span>`, { variant: "secondary" })}`;
      const told =
        until === null
          ? words.offeredOn(roleName, day(at))
          : words.offeredUntil(roleName, day(at), sayDay(until, lang));
      const standing = lapsed ? words.lapsed(roleName, day(at), sayDay(until!, lang)) : told;
      const second = waits && !lapsed;
      const confirm = html`<input type="hidden" name="do" value="confirm"><input type="hidden" name="offer" value="${id}">${button(html`${words.confirm}<span class="ds-sr-only"> ${words.takeOf(roleName, address)}</span>`)}`;
      return html`<li><span>${standing}${second && html`<br>${(own ? words.waitsForOther : words.waitsForYou)(isOfState(role) ? words.ofState : words.confided)}`}</span>${gives && second && !own && form(visit, confirm)}${gives && lapsed && form(visit, again)}${gives && take}</li>`;
    })}</ul>`;
    return summaryCard({ title: address, level: 3, rows: [{ key: words.roles, value: roles }], lang });
  });
  const toAnswer = offered.length > 0 && html`<h2>${words.offers}</h2><p>${words.offersWhy}</p>${offered}`;
  const giveForm = form(
    visit,
    html`${textField({ name: "address", label: words.giveAddress, type: "email", value: giving.address, errors, lang })}
${select({
  name: "role",
  label: words.giveRole,
  options: ROLES.map((role) => ({ value: role, label: sayRole(role, lang) })),
  value: giving.role,
  empty: words.choose,
  errors,
  lang,
})}
<div class="actions">${button(words.go)}</div>`,
  );
  const done = Object.entries(TOLD).find(([what]) => what === visit.query.fait)?.[1];
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
${errors.length === 0 && done && html`<p class="ds-alert" data-color="${done.color}" tabindex="-1" autofocus>${words[done.said]}</p>`}
<p class="lead">${words.lead(school.name)}</p>
<p><a class="ds-link" href="${href(visit.link(places.roles.to()))}">${words.table}</a></p>
${may(visit.actor, "help with an account") && html`<p><a class="ds-link" href="${href(visit.link(places.help.to()))}">${addressWords(lang).help.heading}</a></p>`}
${saysAbout(visit, about.one?.[0]?.address, "first")}
${about.one && toAnswer}
${cards.length === 0 && html`<p>${words.nobody}</p>`}
${cards}
${!about.one && toAnswer}
${gives && html`<h2>${words.give}</h2><p>${words.giveWhy}</p>${giveForm}`}`;
  return {
    html: layout(visit, { title: words.heading, main, back: "/compte", error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}
