/** For the office: beginning the dossier of somebody who applies on paper or by telephone, and having it confirmed. */
import { html } from "../../../kit/html.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  radios,
  summaryList,
  textField,
} from "../../../web/form.ts";
import { textOf } from "../../../web/form-values.ts";
import { originOf, type Form, type Page, type PageResult, type Visit } from "../../../web/page.ts";
import { page } from "../../pages/frame.ts";
import { listIntakes } from "../../intakes/views.ts";
import { askConfirmation, enterDossier } from "../acts.ts";
import { enteringWords } from "../words.ts";
import { below, dossierOf } from "../../dossier/pages/holding.ts";

export const enterPage: Page = {
  name: "saisir",
  path: "/:diploma/saisir",
  who: "handle the dossiers",
  view: (visit) => entering(visit, { how: undefined, language: "fr", address: "", intake: "" }, []),
  submit: async (visit, sent) => {
    const typed = typedOf(sent);
    const words = enteringWords(visit.lang).enter;
    const { how, language, address } = typed;
    const intakes = await intakesOf(visit);
    const intake = intakes.find(({ id }) => id === typed.intake) ?? intakes[0];
    if (how === undefined) return entering(visit, typed, [{ field: "how", message: words.noHow }]);
    if (!intake) return entering(visit, typed, []);
    const input = { intake: intake.id, entered: how, language, ...(address !== "" && { address }) };
    const outcome = await act(visit, enterDossier, input, { sent });
    if (outcome.kind === "done")
      return { redirect: visit.link(`/${visit.params.diploma}/dossier/${outcome.value.dossier}`) };
    return entering(visit, typed, outcome.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : []);
  },
};

type Typed = {
  readonly how: "paper" | "phone" | undefined;
  readonly language: "fr" | "en";
  readonly address: string;
  readonly intake: string;
};

function typedOf(sent: Form): Typed {
  const how = sent.get("how");
  return {
    how: how === "paper" || how === "phone" ? how : undefined,
    language: sent.get("language") === "en" ? "en" : "fr",
    address: textOf(sent, "address"),
    intake: sent.get("intake"),
  };
}

const MOST_INTAKES = 5;

/** Closed ones too: what came on paper on the last day is entered on the next. */
async function intakesOf(visit: Visit) {
  const found = await see(visit, listIntakes, {});
  return (found?.intakes ?? [])
    .filter(
      ({ diploma, opensAt }) => diploma === visit.law.diploma.diploma && opensAt !== null && opensAt <= found!.now,
    )
    .slice(0, MOST_INTAKES)
    .map(({ id, settings }) => ({ id, label: settings.label }));
}

async function entering(visit: Visit, typed: Typed, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang } = visit;
  const words = enteringWords(lang).enter;
  const intakes = await intakesOf(visit);
  const fields = html`${
    intakes.length > 1 &&
    radios({
      name: "intake",
      legend: words.intake,
      options: intakes.map(({ id, label }) => ({ value: id, label: label[lang] })),
      value: typed.intake || intakes[0]!.id,
      errors,
      lang,
    })
  }
${radios({
  name: "how",
  legend: words.how,
  options: [
    { value: "paper", label: words.paper, hint: words.paperHint },
    { value: "phone", label: words.phone, hint: words.phoneHint },
  ],
  value: typed.how,
  errors,
  lang,
})}
${radios({
  name: "language",
  legend: words.language,
  options: [
    { value: "fr", label: words.french },
    { value: "en", label: words.english },
  ],
  value: typed.language,
  errors,
  lang,
})}
${textField({ name: "address", label: words.address, hint: words.addressHint, value: typed.address, type: "email", optional: true, errors, lang })}
<div class="actions">${button(words.go)}</div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${intakes.length === 0 ? html`<p>${words.none}</p>` : form(visit, fields)}`;
  return page(
    visit,
    { title: words.heading, main, error: errors.length > 0, back: "/dossiers" },
    errors.length > 0 ? 422 : 200,
  );
}

export const askConfirmationPage: Page = {
  name: "dossier-faire-confirmer",
  path: "/:diploma/dossier/:dossier/faire-confirmer",
  who: "handle the dossiers",
  view: async (visit) => {
    const opened = await dossierOf(visit);
    if (!opened || opened.dossier.account !== null || opened.submissions.length === 0) return { notFound: true };
    return asking(visit, opened.dossier.address ?? "", []);
  },
  submit: async (visit, sent) => {
    const opened = await dossierOf(visit);
    if (!opened || opened.dossier.account !== null) return { notFound: true };
    const address = textOf(sent, "address");
    const input = { dossier: opened.dossier.id, ...(address !== "" && { address }) };
    const outcome = await act(visit, askConfirmation, input, { sent });
    if (outcome.kind === "done") return given(visit, outcome.value.handed, address || (opened.dossier.address ?? ""));
    return asking(visit, address, outcome.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : []);
  },
};

function asking(visit: Visit, address: string, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = enteringWords(lang).ask;
  const field = textField({
    name: "address",
    label: words.address,
    hint: words.addressHint,
    value: address,
    type: "email",
    optional: true,
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${form(visit, html`${field}<div class="actions">${button(words.go)}</div>`)}`;
  return page(
    visit,
    { title: words.heading, main, error: errors.length > 0, back: below(visit) },
    errors.length > 0 ? 422 : 200,
  );
}

type Handed = { readonly path: string; readonly code: string };

/** Sent where nobody here reads it; or shown once, for whoever hands it over: it is kept as hashes alone. */
function given(visit: Visit, handed: Handed | null, address: string): PageResult {
  const { lang } = visit;
  const words = enteringWords(lang).ask;
  const rows = handed && [
    {
      key: words.link,
      value: html`<code class="hash">${`${originOf(visit)}${handed.path}`}</code>`,
    },
    { key: words.code, value: html`<code class="secret">${handed.code}</code>` },
  ];
  const main = html`<h1>${words.heading}</h1>
${rows ? html`<p><strong>${words.once}</strong></p>${summaryList(rows, lang)}` : html`<p>${words.sent(address)}</p>`}
<div class="actions">${linkButton(visit.link(below(visit)), words.toDossier)}</div>`;
  return page(visit, { title: words.heading, main, back: below(visit) });
}
