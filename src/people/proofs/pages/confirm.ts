/**
 * Asks again on the spot: a form sent too long after signing in, or after the session ended, is answered with a page that carries the form
 * and asks for the password, or for a mailed code where the session was opened by one. The form goes on once the answer is right.
 * `web/routes.ts` applies it to every form whose act binds, and to every form without a valid session. Files that came with a form of a
 * valid session are stored by then, and go along.
 */
import { type Html, href, html } from "../../../kit/html.ts";
import { act, fieldErrors } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { carriedFields } from "../../../page/carried.ts";
import { layout } from "../../../page/layout.ts";
import { type Form, NO_FORM, type SentFile, type Page, type PageResult, type Visit } from "../../../page/page.ts";
import { heldMark, keepMark } from "../../../page/session.ts";
import { signIn, startSession } from "../../sessions/acts.ts";
import { places } from "../../pages/places.ts";
import { ANYONE, askingHere, beginSession, browserIn, callerOf, deviceIn, wayOn } from "../../pages/proof.ts";
import { isForGuests, type Permission } from "../../../act/permissions.ts";
import { MOST_FILES } from "../../../kit/file-problem.ts";
import { readObject } from "../../../kit/json.ts";
import { isId } from "../../../kit/shapes.ts";
import { enterByCode } from "../../acts.ts";
import { askCode, tryCode } from "../../codes/acts.ts";
import { demoCode } from "../../demo/pages/code.ts";
import { peopleWords } from "../../pages/words.ts";
import { isFresh } from "../../../act/freshness.ts";
import { personOf } from "../../views.ts";
import { providerOf } from "../../provider/provider.ts";
import { providerWords } from "../../provider/words.ts";
import { fileProblems } from "../../../files/words.ts";
import { confirmIdentity } from "../acts.ts";
import { asFirstSent, FIRST_SENT, keptFirstSent } from "./first-sent.ts";
import { proofWords } from "./words.ts";

/** Field names that no page's form uses. */
const PASSWORD = "again-password";
const CODE = "again-code";
const ADDRESS = "again-address";
/** The button that has a code mailed, the request that it made, and the code that came. */
const MAIL = "again-mail";
const REQUEST = "again-request";
const MAILED = "again-mailed";
/** Files came with the form, and were not taken. */
const DROPPED = "again-files";
/** A file that came with the form and is stored: its field, its upload and its name. */
const FILE = "again-file";
const OWN = [PASSWORD, CODE, ADDRESS, MAIL, REQUEST, MAILED, DROPPED, FILE, FIRST_SENT, "_csrf"];
const LONGEST = 1000;

type Recognised = { readonly visit: Visit; readonly form: Form } | { readonly page: PageResult };

type Asks = Pick<Page, "timed" | "everywhere" | "who">;

/** The visit goes on with the form as sent; or the page that asks is returned. */
export async function recognisedAgain(visit: Visit, sent: Form, page: Asks = {}): Promise<Recognised> {
  const { timed } = page;
  const asked = sent.names.includes(PASSWORD) || sent.names.includes(MAILED);
  const own = isOwn(visit, page);
  const { person } = visit;
  const { token, errors, request } = sent.names.includes(MAIL)
    ? await mailed(visit, sent, person?.address ?? textOf(sent, ADDRESS))
    : asked
      ? await shown(visit, sent, own)
      : NOT_SHOWN;
  if (token === undefined) {
    const first = timed && (await keptFirstSent(visit, sent));
    const asking = { own, request, who: page.who, ...(first !== undefined && { first }) };
    return { page: await question(visit, sent, errors, asking) };
  }
  await beginSession(visit, token);
  const known = await visitWith(visit, token);
  return { visit: timed ? await asFirstSent(known, sent) : known, form: withoutOurs(sent) };
}

/** The page that asks, where the form came without its token: nothing of what it says about its sender is looked at. */
export async function askedFirst(visit: Visit, sent: Form, page: Asks): Promise<PageResult> {
  const asked = await question(visit, withoutOurs(sent), [], { own: isOwn(visit, page), who: page.who });
  return { ...asked, status: 403 };
}

const isOwn = ({ actor }: Visit, { everywhere }: Asks) =>
  everywhere === true && actor.kind === "account" && actor.onlyIn !== undefined;

async function visitWith(visit: Visit, token: string): Promise<Visit> {
  const place = { establishment: visit.school.establishment, at: visit.world.now() };
  const person = await personOf(visit.world.db, token, place);
  return { ...visit, person, actor: person?.actor ?? { kind: "anyone" } };
}

type Shown = {
  readonly token: string | undefined;
  readonly errors: readonly FieldError[];
  /** Of the code that was mailed and is still to be typed. */
  readonly request?: string | undefined;
};

const NOT_SHOWN: Shown = { token: undefined, errors: [] };

/** Has the person’s mailbox opened by a code, and no password? */
const byMailedCode = ({ person }: Visit) =>
  person !== undefined && person.means.includes("code") && !person.means.includes("password");

async function mailed(visit: Visit, sent: Form, address: string): Promise<Shown> {
  if (address === "") return fault(ADDRESS, proofWords(visit.lang).expired.missingAddress);
  const asking = { address, why: "again" as const, ...askingHere(visit), ...heldMark(visit) };
  const outcome = await act(visit, askCode, asking, { actor: ANYONE });
  if (outcome.kind === "done") return { token: undefined, errors: [], request: outcome.value.request };
  // Too many were asked for: the last one received is still good.
  const request = isId(sent.get(REQUEST)) ? sent.get(REQUEST) : undefined;
  const field = request !== undefined ? MAILED : visit.person ? MAIL : ADDRESS;
  const issues = outcome.kind === "invalid" ? outcome.issues : [];
  return { token: undefined, errors: issues.map(({ message }) => ({ field, message: message(visit.lang) })), request };
}

/** The right code is a ticket, which proves the person again. */
async function typedFromMail(visit: Visit, sent: Form): Promise<Shown> {
  const request = sent.get(REQUEST);
  const again = (message: string): Shown => ({ token: undefined, errors: [{ field: MAILED, message }], request });
  const code = textOf(sent, MAILED).slice(0, 50);
  if (!isId(request) || code === "") return again(proofWords(visit.lang).mailed.missing);
  const tried = await act(visit, tryCode, { request, code }, { actor: ANYONE });
  if (tried.kind === "invalid") return again(tried.issues.map(({ message }) => message(visit.lang)).join(" "));
  if (tried.kind !== "done" || tried.value.ticket === null)
    return again(peopleWords(visit.lang).code.wrong(tried.kind === "done" ? tried.value.left : 0));
  const { ticket } = tried.value;
  if (!visit.person) return enteredByCode(visit, ticket);
  const proven = await act(visit, confirmIdentity, { ticket, device: deviceIn(visit) });
  const token = proven.kind === "done" ? proven.value.token : null;
  return token === null ? again(proofWords(visit.lang).again.wrongCode) : { token, errors: [] };
}

/** An account without a password opens by the code alone; another asks for its password all the same. */
async function enteredByCode(visit: Visit, ticket: string): Promise<Shown> {
  const input = { language: visit.lang, ...browserIn(visit) };
  const outcome = await act(visit, enterByCode, input, { actor: { kind: "holder", secret: ticket } });
  if (outcome.kind !== "done") return fault(PASSWORD, proofWords(visit.lang).expired.hasPassword);
  keepMark(visit, outcome.value.mark);
  return { token: outcome.value.token, errors: [] };
}

/** `own`: the password is required, since only a school's sign-in service has vouched so far. */
async function shown(visit: Visit, sent: Form, own: boolean): Promise<Shown> {
  if (isInvented(visit)) return inventedAgain(visit);
  if (sent.names.includes(MAILED)) return typedFromMail(visit, sent);
  const password = sent.get(PASSWORD).slice(0, LONGEST);
  return visit.person
    ? shownAgain(visit, { password, code: own ? "" : textOf(sent, CODE).slice(0, 50) })
    : signedInAgain(visit, { address: textOf(sent, ADDRESS), password });
}

/** A demonstration has no passwords: the visitor only confirms. */
const isInvented = ({ world, person }: Visit) => world.demo !== undefined && person?.means.includes("demo") === true;

async function inventedAgain(visit: Visit): Promise<Shown> {
  const { account, session } = visit.person!;
  const proven = { kind: "proven" as const, account, means: ["demo" as const] };
  const outcome = await act(visit, startSession, { device: deviceIn(visit), instead: session }, { actor: proven });
  return { token: outcome.kind === "done" ? outcome.value.token : undefined, errors: [] };
}

async function shownAgain(visit: Visit, { password, code }: { password: string; code: string }): Promise<Shown> {
  const words = proofWords(visit.lang).again;
  if (password === "" && code === "") return fault(PASSWORD, words.missing);
  const given = password === "" ? { code } : { password };
  const outcome = await act(visit, confirmIdentity, { ...given, device: deviceIn(visit) });
  const field = password === "" ? CODE : PASSWORD;
  if (outcome.kind === "invalid") return { token: undefined, errors: ours(visit, outcome.issues) };
  if (outcome.kind !== "done" || outcome.value.token === null)
    return fault(field, password === "" ? words.wrongCode : words.wrong);
  return { token: outcome.value.token, errors: [] };
}

async function signedInAgain(visit: Visit, given: { address: string; password: string }): Promise<Shown> {
  const words = proofWords(visit.lang).expired;
  if (given.address === "") return fault(ADDRESS, words.missingAddress);
  if (given.password === "") return fault(PASSWORD, words.missingPassword);
  const input = { ...given, ...browserIn(visit), caller: callerOf(visit) };
  const outcome = await act(visit, signIn, input, { actor: ANYONE });
  if (outcome.kind === "invalid") return { token: undefined, errors: ours(visit, outcome.issues) };
  if (outcome.kind !== "done" || outcome.value.token === null) return fault(PASSWORD, words.wrong);
  keepMark(visit, outcome.value.mark);
  return { token: outcome.value.token, errors: [] };
}

const fault = (field: string, message: string): Shown => ({ token: undefined, errors: [{ field, message }] });

function ours(visit: Visit, issues: Parameters<typeof fieldErrors>[0]): FieldError[] {
  return fieldErrors(issues, visit.lang).map(({ field, message }) => ({ field: `again-${field}`, message }));
}

/** `first`: the id under which the time of the first sending is kept. */
type Asking = {
  readonly own?: boolean;
  readonly first?: string;
  readonly request?: string | undefined;
  readonly who?: Permission | undefined;
};

async function question(
  visit: Visit,
  sent: Form,
  errors: readonly FieldError[],
  { own = false, first, request, who }: Asking = {},
): Promise<PageResult & { readonly html: Html }> {
  const { lang, person } = visit;
  const words = proofWords(lang);
  const theirs = withoutOurs(sent);
  const names = theirs.names.filter((name) => name !== "_attempt");
  const hidden = html`${carriedFields(theirs)}${theirs.files.map((file) => html`<input type="hidden" name="${FILE}" value="${JSON.stringify(file)}">`)}${theirs.dropped && html`<input type="hidden" name="${DROPPED}" value="1">`}${first !== undefined && html`<input type="hidden" name="${FIRST_SENT}" value="${first}">`}`;
  const said = own ? { ...words.again, ...words.own } : person ? words.again : words.expired;
  // Under the same attempt id: a repeated form is done once.
  const on = { attempt: sent.get("_attempt"), action: visit.request.url };
  const asked = byMailedCode(visit)
    ? await mailedFields(visit, request, errors)
    : person
      ? html`${againFields(visit, errors, own)}<div class="actions">${button(said.go)}</div>`
      : await expiredFields(visit, { address: textOf(sent, ADDRESS), request }, errors);
  const main = html`${errorSummary(errors, lang)}
<h1>${said.heading}</h1>
<p class="lead">${said.lead}</p>
${names.length > 0 && html`<p>${said.kept}</p>`}
${person && !own && byProvider(visit, hidden, on)}
${form(visit, html`${hidden}${asked}`, on)}
${own && html`<p><a class="ds-link" href="${href(visit.link(places.askCode.to()))}">${words.own.none}</a></p>`}
${!person && byProvider(visit, hidden, on)}
${!person && who !== undefined && isForGuests(who) && asGuest(visit, hidden, on)}`;
  return {
    html: layout(visit, { title: said.heading, main, error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
    reshown: true,
  };
}

/** A guest’s session ends with the browser: they come in by their link in another tab, while the form waits here. */
function asGuest(visit: Visit, hidden: Html, on: { attempt: string; action: string }): Html {
  const { expired: words, carry } = proofWords(visit.lang);
  return html`<h2>${words.guest}</h2><p>${words.guestWhy}</p>
${form(visit, html`${hidden}${button(carry.go, { variant: "secondary" })}`, on)}`;
}

/**
 * A person of the school's sign-in service may have no password here. They are asked there, in a new tab, since a form cannot go through
 * another site; the form waits in this page and goes on once their session is fresh.
 */
function byProvider(visit: Visit, hidden: Html, on: { attempt: string; action: string }): Html | false {
  const { lang, person, world } = visit;
  const provider = providerOf(world, visit.school.establishment);
  if (!provider || (person && !person.means.includes("provider"))) return false;
  const words = providerWords(lang);
  const leave = html`<input type="hidden" name="again" value="1">${button(words.confirmHere(provider.name))}`;
  return html`${person ? html`<p>${words.confirmWhy}</p>` : html`<h2>${words.heading}</h2><p>${words.confirmIf}</p>`}
${form(visit, leave, { action: visit.link(places.service.to()), newTab: true })}
${form(visit, html`${hidden}${button(words.confirmThen, { variant: "secondary" })}`, on)}
${person && html`<h2>${proofWords(lang).again.orElse}</h2>`}`;
}

/** First the button that mails a code, then the field for it. */
async function mailedFields(visit: Visit, request: string | undefined, errors: readonly FieldError[]): Promise<Html> {
  const { lang, person } = visit;
  const { mailed: words, again } = proofWords(lang);
  const send = (label: string, variant?: "secondary") =>
    button(label, { name: MAIL, value: "1", ...(variant && { variant }) });
  if (request === undefined)
    return html`<p id="${MAIL}">${words.why(person!.address)}</p><div class="actions">${send(words.send)}</div>`;
  return html`${await demoCode(visit, request)}<input type="hidden" name="${REQUEST}" value="${request}">
${mailedField(visit, person!.address, errors)}
<div class="actions">${button(again.go)}${send(words.another, "secondary")}</div>`;
}

function againFields(visit: Visit, errors: readonly FieldError[], own: boolean): Html {
  const { lang } = visit;
  const words = proofWords(lang).again;
  if (isInvented(visit)) return html`<input type="hidden" name="${PASSWORD}" value=""><p>${words.demo}</p>`;
  return html`${textField({ name: PASSWORD, label: words.password, type: "password", autocomplete: "current-password", value: "", errors, lang })}
${
  !own &&
  html`<details class="ds-details"${errors.some(({ field }) => field === CODE) && html` open`}><summary>${words.or}</summary><div>
${textField({ name: CODE, label: words.code, hint: words.orWhy, autocomplete: "one-time-code", value: "", errors, lang })}
</div></details>`
}`;
}

/** The address with its password, or with a code that is mailed to it. */
async function expiredFields(
  visit: Visit,
  { address, request }: { readonly address: string; readonly request: string | undefined },
  errors: readonly FieldError[],
): Promise<Html> {
  const { lang } = visit;
  const { expired: words, again, mailed: says } = proofWords(lang);
  const send = (label: string) => button(label, { name: MAIL, value: "1", variant: "secondary" });
  if (request !== undefined)
    return html`${await demoCode(visit, request)}<input type="hidden" name="${ADDRESS}" value="${address}"><input type="hidden" name="${REQUEST}" value="${request}">
${mailedField(visit, address, errors)}
<div class="actions">${button(words.go)}${send(says.another)}</div>`;
  return html`${textField({ name: ADDRESS, label: words.address, type: "email", autocomplete: "username", value: address, errors, lang })}
${textField({ name: PASSWORD, label: again.password, hint: words.passwordHint, type: "password", autocomplete: "current-password", value: "", errors, lang })}
<div class="actions">${button(words.go)}${send(says.send)}</div>`;
}

function mailedField({ lang }: Visit, address: string, errors: readonly FieldError[]): Html {
  const { mailed: words } = proofWords(lang);
  const label = peopleWords(lang).code.fields.code;
  return textField({
    name: MAILED,
    label,
    hint: words.sent(address),
    inputmode: "numeric",
    autocomplete: "one-time-code",
    size: 8,
    value: "",
    errors,
    lang,
  });
}

/**
 * The files sent with the form, or carried since: they are stored already, under ids that only their sender can attach. One that was refused
 * is sent anew with the errors of its page.
 */
function filesOf(sent: Form): readonly SentFile[] {
  if (sent.files.length > 0) return sent.files;
  return sent
    .all(FILE)
    .slice(0, MOST_FILES)
    .flatMap((text) => {
      const read = readObject(Buffer.from(text));
      return "object" in read && isSentFile(read.object) ? [read.object] : [];
    });
}

function isSentFile(file: object): file is SentFile {
  const { field, name, upload, problem, ...rest } = file as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value.length <= LONGEST;
  const isStored = typeof upload === "string" && isId(upload) && problem === undefined;
  const isRefused = upload === undefined && Object.keys(fileProblems.fr).includes(String(problem));
  return isText(field) && isText(name) && (isStored || isRefused) && Object.keys(rest).length === 0;
}

function withoutOurs(sent: Form): Form {
  return {
    ...sent,
    get: (name) => (OWN.includes(name) ? "" : sent.get(name)),
    all: (name) => (OWN.includes(name) ? [] : sent.all(name)),
    names: sent.names.filter((name) => !OWN.includes(name)),
    files: filesOf(sent),
    ...((sent.dropped || sent.names.includes(DROPPED)) && { dropped: true }),
  };
}

/** For pages that are only viewed: confirms, then goes back. */
export const confirmPage: Page = {
  name: "compte-confirmer",
  path: places.confirm.path,
  who: "mind one’s own account",
  view: (visit) => question(visit, NO_FORM, []),
  submit: async (visit, sent) => {
    // Confirmed in another tab, by the school's sign-in service.
    if (![PASSWORD, MAIL, MAILED].some((name) => sent.names.includes(name)) && isFresh(visit.actor, visit.world.now()))
      return { redirect: wayOn(visit, "/compte") };
    const again = await recognisedAgain(visit, sent);
    return "page" in again ? again.page : { redirect: wayOn(visit, "/compte") };
  },
};
