/**
 * The page behind an invitation's link. Opening it does nothing, since programs that search mails open links: its button sends the
 * code, and the code opens the session. Codes are those of any address: as many tries, as many an hour, gone when they are over.
 */
import { type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import type { Actor } from "../../../act/act.ts";
import { act, fieldErrors, see } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { Form, Page, PageResult, Visit } from "../../../page/page.ts";
import { keepGuestSession } from "../../../page/session.ts";
import { askCode, tryCode } from "../../codes/acts.ts";
import { codeField } from "../../pages/code-field.ts";
import { callerOf, dropProof, heldProof, keepProof } from "../../pages/proof.ts";
import { deviceOf } from "../../rules/device.ts";
import { enterAsGuest } from "../acts.ts";
import { sayInvitedFor } from "../sentences.ts";
import { seeInvitation } from "../views.ts";
import { guestWords } from "./words.ts";

const ANYONE = { kind: "anyone" } as const;

export const invitationPage: Page = {
  name: "invitation",
  path: "/invitation/:link",
  view: async (visit) => {
    const invitation = await invited(visit);
    return invitation ? shown(visit, invitation, []) : over(visit);
  },
  submit: async (visit, sent) => {
    const invitation = await invited(visit);
    if (!invitation) return over(visit);
    return sent.get("do") === "send" ? send(visit, invitation, sent) : enter(visit, invitation, sent);
  },
};

type Invitation = NonNullable<Awaited<ReturnType<typeof invited>>>;

const holder = ({ params }: Visit): Actor => ({ kind: "holder", secret: (params.link ?? "").slice(0, 100) });
const invited = (visit: Visit) => see(visit, seeInvitation, {}, { actor: holder(visit) });

async function send(visit: Visit, invitation: Invitation, sent: Form): Promise<PageResult> {
  const { address, language } = invitation;
  const school = visit.school.establishment;
  const input = { address, language, school, why: "guest" as const, caller: callerOf(visit) };
  const outcome = await act(visit, askCode, input, { sent, actor: ANYONE });
  if (outcome.kind === "invalid")
    return shown(
      visit,
      invitation,
      fieldErrors(outcome.issues, visit.lang).map(({ message }) => ({ field: "send", message })),
    );
  if (outcome.kind !== "done") throw new Error(`A code could not be asked for: ${outcome.kind}`);
  // The address stays here: whoever has the link alone is not told it.
  keepProof(visit, { address: "", request: outcome.value.request });
  return { redirect: visit.link(visit.path) };
}

async function enter(visit: Visit, invitation: Invitation, sent: Form): Promise<PageResult> {
  const words = guestWords(visit.lang).invitation;
  const { request } = heldProof(visit);
  if (request === undefined) return { redirect: visit.link(visit.path) };
  const wrong = (message: string) => shown(visit, invitation, [{ field: "code", message }]);
  const code = textOf(sent, "code").slice(0, 50);
  if (code === "") return wrong(words.missing);
  const tried = await act(visit, tryCode, { request, code }, { sent, actor: ANYONE });
  if (tried.kind === "invalid") return shown(visit, invitation, fieldErrors(tried.issues, visit.lang));
  if (tried.kind !== "done") throw new Error(`A code could not be tried: ${tried.kind}`);
  const { ticket, left } = tried.value;
  if (ticket === null) return wrong(words.wrong(left));
  const device = deviceOf(visit.request.headers["user-agent"]);
  const entered = await act(visit, enterAsGuest, { ticket, device }, { actor: holder(visit) });
  dropProof(visit);
  // A code for another address, or an invitation taken back between the two.
  if (entered.kind !== "done") return { redirect: visit.link(visit.path) };
  keepGuestSession(visit, entered.value.token);
  return { redirect: visit.link("/invite") };
}

/** For this page: a code asked for elsewhere carries an address. */
function isAsked(visit: Visit): boolean {
  const { request, address } = heldProof(visit);
  return request !== undefined && address === "";
}

function shown(visit: Visit, invitation: Invitation, errors: readonly FieldError[]): PageResult {
  const { lang, school } = visit;
  const words = guestWords(lang).invitation;
  const { name, role, until } = invitation;
  const asked = isAsked(visit);
  const sending = (label: string, variant?: "secondary"): Html =>
    form(visit, html`<input type="hidden" name="do" value="send">${button(label, variant ? { variant } : {})}`);
  const field = codeField({ label: words.code, hint: words.codeHint, errors, lang });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading(school.name)}</h1>
<p class="lead">${words.lead(name, sayInvitedFor(role, lang), sayDay(until, lang))}</p>
${
  asked
    ? html`${form(visit, html`${field}<div class="actions">${button(words.enter)}</div>`)}
<div id="send">${sending(words.again, "secondary")}</div>`
    : html`<p>${words.send}</p>
<div id="send">${sending(words.go)}</div>`
}
<p class="small">${words.notYou}</p>`;
  return {
    html: layout(visit, { title: words.heading(school.name), main, error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}

function over(visit: Visit): PageResult {
  const words = guestWords(visit.lang).invitation;
  return { html: layout(visit, { title: words.over, lead: words.overWhy, main: html`` }), status: 404 };
}
