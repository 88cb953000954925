/** Proving an address: say it, type the code it received, choose a password. The same way serves who forgot theirs. */
import { type Html, html, href } from "../../kit/html.ts";
import { act, fieldErrors, see } from "../../page/acting.ts";
import { button, errorSummary, type FieldError, form, textField } from "../../page/form.ts";
import { textOf } from "../../page/form-values.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { heldMark } from "../../page/session.ts";
import { settleAccount } from "../acts.ts";
import { askCode, tryCode, tryLastCode } from "../codes/acts.ts";
import { seeDemoCode } from "../demo/views.ts";
import { demoWords } from "../demo/words.ts";
import { deviceOf } from "../rules/device.ts";
import { SHORTEST_PASSWORD } from "../rules/password-choice.ts";
import { openProof } from "../views.ts";
import { codeField } from "./code-field.ts";
import { callerOf, dropProof, heldProof, keepProof, letIn, onTheWay } from "./proof.ts";
import { peopleWords } from "./words.ts";

const ANYONE = { kind: "anyone" } as const;

export const askCodePage: Page = {
  name: "connexion-code",
  path: "/connexion/code",
  view: (visit) => asked(visit, heldProof(visit).address ?? "", []),
  submit: async (visit, sent) => {
    const address = textOf(sent, "address");
    if (address === "")
      return asked(visit, "", [{ field: "address", message: peopleWords(visit.lang).signIn.missingAddress }]);
    const input = {
      address,
      language: visit.lang,
      school: visit.school.establishment,
      caller: callerOf(visit),
      ...heldMark(visit),
    };
    const outcome = await act(visit, askCode, input, { sent, actor: ANYONE });
    if (outcome.kind === "invalid") return asked(visit, address, fieldErrors(outcome.issues, visit.lang));
    if (outcome.kind !== "done") throw new Error(`A code could not be asked for: ${outcome.kind}`);
    keepProof(visit, { address, request: outcome.value.request });
    return { redirect: onTheWay(visit, "/connexion/code/recu") };
  },
};

function asked(visit: Visit, value: string, errors: readonly FieldError[]): PageResult {
  const words = peopleWords(visit.lang).ask;
  const { lang } = visit;
  const field = textField({
    name: "address",
    label: words.heading,
    heading: true,
    hint: visit.world.demo ? words.demoHint : words.hint,
    type: "email",
    autocomplete: "email",
    value,
    errors,
    lang,
  });
  const after = html`<p><a class="ds-link" href="${href(onTheWay(visit, "/connexion/code/recu"))}">${words.have}</a></p>`;
  return question(visit, words.heading, field, button(words.go), errors, "/connexion", after);
}

/** In the browser that asked, the code alone; in another, with the address that received it. */
export const codePage: Page = {
  name: "connexion-code-recu",
  path: "/connexion/code/recu",
  view: (visit) => typed(visit, "", []),
  submit: async (visit, sent) => {
    const { request } = heldProof(visit);
    const words = peopleWords(visit.lang).code;
    const code = textOf(sent, "code").slice(0, 50);
    const address = textOf(sent, "address").slice(0, 200);
    const errors = [
      ...(request === undefined && address === ""
        ? [{ field: "address", message: peopleWords(visit.lang).signIn.missingAddress }]
        : []),
      ...(code === "" ? [{ field: "code", message: words.missing }] : []),
    ];
    if (errors.length > 0) return typed(visit, address, errors);
    const outcome =
      request === undefined
        ? await act(
            visit,
            tryLastCode,
            { address, code, caller: callerOf(visit), ...heldMark(visit) },
            { sent, actor: ANYONE },
          )
        : await act(visit, tryCode, { request, code }, { sent, actor: ANYONE });
    if (outcome.kind === "invalid") return typed(visit, address, fieldErrors(outcome.issues, visit.lang));
    if (outcome.kind !== "done") throw new Error(`A code could not be tried: ${outcome.kind}`);
    const { ticket, left } = outcome.value;
    if (ticket === null) return typed(visit, address, [{ field: "code", message: words.wrong(left) }]);
    keepProof(visit, { ticket });
    return { redirect: onTheWay(visit, "/connexion/mot-de-passe") };
  },
};

async function typed(visit: Visit, given: string, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang } = visit;
  const { code: words, signIn } = peopleWords(lang);
  const { address = "", request } = heldProof(visit);
  const code = codeField({
    label: words.label,
    hint: request === undefined ? words.lastHint : visit.world.demo ? words.demoHint : words.hint(address),
    errors,
    lang,
  });
  const whose =
    request === undefined &&
    textField({
      name: "address",
      label: signIn.address,
      type: "email",
      autocomplete: "email",
      value: given,
      errors,
      lang,
    });
  const after = html`<details class="ds-details"><summary>${words.nothing}</summary><div><p>${words.nothingWhy}</p>
<p><a class="ds-link" href="${href(onTheWay(visit, "/connexion/code"))}">${words.again}</a></p></div></details>`;
  const shown = visit.world.demo && request !== undefined ? await demoCode(visit, request) : undefined;
  const notice =
    shown !== undefined &&
    html`<p class="ds-alert" data-color="info">${demoWords[lang].code} <strong>${shown}</strong></p>`;
  return question(
    visit,
    words.heading,
    html`${notice}${whose}${code}`,
    button(words.go),
    errors,
    "/connexion/code",
    after,
  );
}

export const choosePasswordPage: Page = {
  name: "connexion-mot-de-passe",
  path: "/connexion/mot-de-passe",
  view: (visit) => chosen(visit, "", []),
  submit: async (visit, sent) => {
    const name = textOf(sent, "name");
    const password = sent.get("password").slice(0, 1000);
    const { ticket = "" } = heldProof(visit);
    const input = {
      ...(name !== "" && { name }),
      password,
      language: visit.lang,
      device: deviceOf(visit.request.headers["user-agent"]),
      ...heldMark(visit),
    };
    const outcome = await act(visit, settleAccount, input, { sent, actor: { kind: "holder", secret: ticket } });
    if (outcome.kind === "invalid") return chosen(visit, name, withPassword(visit, outcome.issues));
    if (outcome.kind !== "done") return { redirect: onTheWay(visit, "/connexion/code") };
    dropProof(visit);
    return letIn(visit, outcome.value);
  },
};

/** A password is never sent back: where it was not what was wrong, its field says why it is empty again. */
function withPassword(visit: Visit, issues: Parameters<typeof fieldErrors>[0]): FieldError[] {
  const errors = fieldErrors(issues, visit.lang);
  const wrong = errors.some(({ field }) => field === "password");
  return wrong ? errors : [...errors, { field: "password", message: peopleWords(visit.lang).choose.again }];
}

async function chosen(visit: Visit, name: string, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang } = visit;
  const words = peopleWords(lang).choose;
  const proof = await see(visit, openProof, {}, { actor: { kind: "holder", secret: heldProof(visit).ticket ?? "" } });
  if (!proof) return { redirect: onTheWay(visit, "/connexion/code") };
  const naming =
    !proof.known &&
    textField({
      name: "name",
      label: words.name,
      hint: words.nameHint,
      autocomplete: "name",
      value: name,
      errors,
      lang,
    });
  const fields = html`${naming}
${textField({ name: "password", label: words.password, hint: words.hint(SHORTEST_PASSWORD), type: "password", autocomplete: "new-password", value: "", errors, lang })}`;
  const lead = html`<p class="lead">${words.lead(proof.address)}</p>`;
  return question(visit, words.heading, html`${lead}${fields}`, button(words.go), errors);
}

async function demoCode(visit: Visit, request: string): Promise<string | undefined> {
  return (await see(visit, seeDemoCode, { request }, { actor: ANYONE }))?.code;
}

function question(
  visit: Visit,
  title: string,
  fields: Html,
  go: Html,
  errors: readonly FieldError[],
  back?: string,
  after?: Html,
): PageResult {
  const main = html`${errorSummary(errors, visit.lang)}
${!fields.text.includes("<h1") && html`<h1>${title}</h1>`}
${form(visit, html`${fields}<div class="actions">${go}</div>`, { action: onTheWay(visit, visit.path) })}
${after}`;
  const parts = { title, main, error: errors.length > 0, ...(back !== undefined && { back }) };
  return { html: layout(visit, parts), status: errors.length > 0 ? 422 : 200 };
}
