/** Who works in the school: everybody with a role, and for those who may, giving one and taking one back. */
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import { button, errorSummary, type FieldError, form, select, summaryCard, textField } from "../../../web/form.ts";
import { textOf } from "../../../web/form-values.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { seeOffers } from "../../offers/views.ts";
import { giveRole, takeRole } from "../acts.ts";
import { may, ROLES } from "../../rules/permissions.ts";
import { sayRole } from "../../sentences.ts";
import { seeStaff } from "../../views.ts";
import { addressWords } from "../../address/pages/words.ts";
import { staffWords } from "./words.ts";

type Giving = { readonly address: string; readonly role: string };
const NOTHING: Giving = { address: "", role: "" };

export const teamPage: Page = {
  name: "equipe",
  path: "/equipe",
  who: "see the roles",
  fresh: true,
  view: (visit) => shown(visit, NOTHING, []),
  submit: async (visit, sent) => {
    const words = staffWords(visit.lang).team;
    if (sent.get("do") === "take") {
      const outcome = await act(visit, takeRole, { id: sent.get("grant").slice(0, 36) }, { sent });
      // What somebody else took back in between is gone all the same.
      return outcome.kind === "invalid"
        ? shown(visit, NOTHING, fieldErrors(outcome.issues, visit.lang))
        : { redirect: `${visit.link(visit.path)}?fait=retire` };
    }
    const giving = { address: textOf(sent, "address"), role: textOf(sent, "role") };
    const role = ROLES.find((one) => one === giving.role);
    const errors = [
      ...(giving.address === "" ? [{ field: "address", message: words.missingAddress }] : []),
      ...(role === undefined ? [{ field: "role", message: words.missingRole }] : []),
    ];
    if (errors.length > 0 || role === undefined) return shown(visit, giving, errors);
    const outcome = await act(visit, giveRole, { address: giving.address, role }, { sent });
    if (outcome.kind === "invalid") return shown(visit, giving, fieldErrors(outcome.issues, visit.lang));
    return { redirect: `${visit.link(visit.path)}?fait=confie` };
  },
};

async function shown(visit: Visit, giving: Giving, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, school } = visit;
  const words = staffWords(lang).team;
  const { staff } = (await see(visit, seeStaff, {})) ?? { staff: [] };
  const gives = may(visit.actor, "give roles");
  const day = (at: string) => sayDay(dayIn(new Date(at), school.timezone), lang);
  const cards = [...Map.groupBy(staff, ({ account }) => account).values()].map((grants) => {
    const { name, address, proven } = grants[0]!;
    const roles = html`<ul class="grants">${grants.map(({ id, role, at }) => {
      const said = sayRole(role, lang);
      const take = html`<input type="hidden" name="do" value="take"><input type="hidden" name="grant" value="${id}">${button(html`${words.take}<span class="ds-sr-only"> ${words.takeOf(said, name)}</span>`, { variant: "secondary" })}`;
      return html`<li><span>${words.since(said, day(at))}</span>${gives && form(visit, take)}</li>`;
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
  const offered = [...Map.groupBy(offers, ({ account }) => account).values()].map((those) => {
    const { address } = those[0]!;
    const roles = html`<ul class="grants">${those.map(({ id, role, at, until, lapsed }) => {
      const said = sayRole(role, lang);
      const take = html`<input type="hidden" name="do" value="take"><input type="hidden" name="grant" value="${id}">${button(html`${words.take}<span class="ds-sr-only"> ${words.takeOf(said, address)}</span>`, { variant: "secondary" })}`;
      const again = html`<input type="hidden" name="do" value=""><input type="hidden" name="address" value="${address}"><input type="hidden" name="role" value="${role}">${button(html`${words.again}<span class="ds-sr-only"> ${words.takeOf(said, address)}</span>`, { variant: "secondary" })}`;
      const told =
        until === null ? words.offeredOn(said, day(at)) : words.offeredUntil(said, day(at), sayDay(until, lang));
      const standing = lapsed ? words.lapsed(said, day(at), sayDay(until!, lang)) : told;
      return html`<li><span>${standing}</span>${gives && lapsed && form(visit, again)}${gives && form(visit, take)}</li>`;
    })}</ul>`;
    return summaryCard({ title: address, level: 3, rows: [{ key: words.roles, value: roles }], lang });
  });
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
  const done = visit.query.fait === "confie" ? words.given : visit.query.fait === "retire" ? words.taken : undefined;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
${errors.length === 0 && done && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${done}</p>`}
<p class="lead">${words.lead(school.name)}</p>
<p><a class="ds-link" href="${href(visit.link("/equipe/roles"))}">${words.table}</a></p>
${may(visit.actor, "help with an account") && html`<p><a class="ds-link" href="${href(visit.link("/equipe/aider"))}">${addressWords(lang).help.heading}</a></p>`}
${cards.length === 0 && html`<p>${words.nobody}</p>`}
${cards}
${offered.length > 0 && html`<h2>${words.offers}</h2><p>${words.offersWhy}</p>${offered}`}
${gives && html`<h2>${words.give}</h2><p>${words.giveWhy}</p>${giveForm}`}`;
  return {
    html: layout(visit, { title: words.heading, main, back: "/compte", error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}
