/** Changing one's own name and address. */
import { html } from "../../../kit/html.ts";
import { act, fieldErrors } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, SignedVisit, Visit } from "../../../page/page.ts";
import { askCode, tryCode } from "../../codes/acts.ts";
import { codeField } from "../../pages/code-field.ts";
import { callerOf, dropProof, heldProof, keepProof } from "../../pages/proof.ts";
import { peopleWords } from "../../pages/words.ts";
import { changeAddress, changeName } from "../acts.ts";
import { addressWords } from "./words.ts";

const ANYONE = { kind: "anyone" } as const;

export const namePage: Page = {
  name: "compte-nom",
  path: "/compte/nom",
  who: "mind one’s own account",
  view: (visit) => named(visit, (visit as SignedVisit).person.name, []),
  submit: async (visit, sent) => {
    const name = textOf(sent, "name");
    if (name === "") return named(visit, "", [{ field: "name", message: addressWords(visit.lang).name.missing }]);
    const outcome = await act(visit, changeName, { name }, { sent });
    if (outcome.kind === "invalid") return named(visit, name, fieldErrors(outcome.issues, visit.lang));
    return { redirect: visit.link("/compte/acces") };
  },
};

function named(visit: Visit, value: string, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = addressWords(lang).name;
  const field = textField({ name: "name", label: words.label, autocomplete: "name", value, errors, lang });
  return asked(visit, { heading: words.heading, lead: words.lead, field, go: words.go, errors, back: "/compte/acces" });
}

export const addressPage: Page = {
  name: "compte-adresse",
  path: "/compte/adresse",
  who: "mind one’s own account",
  fresh: true,
  everywhere: true,
  view: (visit) => newAddress(visit as SignedVisit, "", []),
  submit: async (given, sent) => {
    const visit = given as SignedVisit;
    const address = textOf(sent, "address");
    if (address === "")
      return newAddress(visit, "", [{ field: "address", message: addressWords(visit.lang).address.missing }]);
    const input = {
      address,
      language: visit.lang,
      school: visit.school.establishment,
      why: "address" as const,
      caller: callerOf(visit),
    };
    const outcome = await act(visit, askCode, input, { sent, actor: ANYONE });
    if (outcome.kind === "invalid") return newAddress(visit, address, fieldErrors(outcome.issues, visit.lang));
    if (outcome.kind !== "done") throw new Error(`A code could not be asked for: ${outcome.kind}`);
    keepProof(visit, { address, request: outcome.value.request });
    return { redirect: visit.link("/compte/adresse/code") };
  },
};

function newAddress(visit: SignedVisit, value: string, errors: readonly FieldError[]): PageResult {
  const { lang, person } = visit;
  const words = addressWords(lang).address;
  const field = textField({
    name: "address",
    label: words.label,
    hint: words.hint,
    type: "email",
    autocomplete: "email",
    value,
    errors,
    lang,
  });
  const lead = words.lead(person.address);
  return asked(visit, { heading: words.heading, lead, field, go: words.go, errors, back: "/compte/acces" });
}

export const addressCodePage: Page = {
  name: "compte-adresse-code",
  path: "/compte/adresse/code",
  who: "mind one’s own account",
  fresh: true,
  everywhere: true,
  view: (visit) =>
    heldProof(visit).request === undefined ? { redirect: visit.link("/compte/adresse") } : typed(visit, []),
  submit: async (visit, sent) => {
    const { request } = heldProof(visit);
    if (request === undefined) return { redirect: visit.link("/compte/adresse") };
    const code = textOf(sent, "code").slice(0, 50);
    if (code === "") return typed(visit, [{ field: "code", message: addressWords(visit.lang).address.codeMissing }]);
    const tried = await act(visit, tryCode, { request, code }, { sent, actor: ANYONE });
    if (tried.kind === "invalid") return typed(visit, fieldErrors(tried.issues, visit.lang));
    if (tried.kind !== "done") throw new Error(`A code could not be tried: ${tried.kind}`);
    const { ticket, left } = tried.value;
    if (ticket === null) return typed(visit, [{ field: "code", message: peopleWords(visit.lang).code.wrong(left) }]);
    const outcome = await act(visit, changeAddress, { ticket });
    if (outcome.kind === "invalid")
      return typed(
        visit,
        fieldErrors(outcome.issues, visit.lang).map(({ message }) => ({ field: "code", message })),
      );
    dropProof(visit);
    return { redirect: visit.link("/compte/acces") };
  },
};

function typed(visit: Visit, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = addressWords(lang).address;
  const field = codeField({ label: words.code, hint: words.codeHint(heldProof(visit).address ?? ""), errors, lang });
  return asked(visit, { heading: words.codeHeading, field, go: words.codeGo, errors, back: "/compte/adresse" });
}

type Asked = {
  readonly heading: string;
  readonly lead?: string;
  readonly field: ReturnType<typeof textField>;
  readonly go: string;
  readonly errors: readonly FieldError[];
  readonly back: string;
};

function asked(visit: Visit, { heading, lead, field, go, errors, back }: Asked): PageResult {
  const main = html`${errorSummary(errors, visit.lang)}
<h1>${heading}</h1>
${lead !== undefined && html`<p class="lead">${lead}</p>`}
${form(visit, html`${field}<div class="actions">${button(go)}</div>`)}`;
  return {
    html: layout(visit, { title: heading, main, back, error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}
