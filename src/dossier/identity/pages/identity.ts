/** The page to have one’s civil identity corrected, and the office’s page that judges it, or asks for a person without an account. */
import { countryNames } from "../../../kit/country.ts";
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, day, longText, pick, text } from "../../../page/kinds.ts";
import type { AccountEntries } from "../../../page/page.ts";
import { personAt } from "../../../page/person-link.ts";
import { route } from "../../../page/route.ts";
import { keptFile } from "../../../files/pages/one-file.ts";
import { places } from "../../../people/pages/places.ts";
import { fieldWords } from "../../field-words.ts";
import { HOME } from "../../rules/sections.ts";
import { communeShown } from "../birthplace.ts";
import { acceptIdentity, askIdentity, askIdentityFor, refuseIdentity, withdrawIdentity } from "../acts.ts";
import { myDossiers } from "../../views.ts";
import { identityOfPerson, myIdentity } from "../views.ts";
import { identityWords } from "../words.ts";
import { dayOf, type Request, requestShown } from "./say.ts";

const myIdentityAt = route("/mon-identite");
export const identityOfAt = route("/:diploma/dossier/:dossier/identite");

const SEX = ["F", "M"] as const;

/** The act says what is missing or wrong, in the same words as in an application. */
function fieldsOf(lang: Lang, proof = identityWords[lang].fields.proof.label) {
  const line = (name: string) => {
    const { label, hint } = fieldWords(name, lang);
    return { label, ...(hint && { hint }) };
  };
  const { fields, kept } = identityWords[lang];
  const countries = countryNames(lang).map(({ code, name }) => ({ value: code, label: name }));
  countries.sort((a, b) => Number(b.value === HOME) - Number(a.value === HOME));
  const sexes = fieldWords("sex", lang).options!;
  return {
    birthName: text({ ...line("birthName"), blank: true }),
    givenNames: text({ ...line("givenNames"), blank: true }),
    sex: choice({ ...line("sex"), options: SEX.map((value) => ({ value, label: sexes[value]! })), blank: true }),
    bornOn: day({
      ...line("bornOn"),
      missing: fieldWords("bornOn", lang).missing,
      unreal: fieldWords("bornOn", lang).wrong!,
    }),
    birthCountry: pick({ ...line("birthCountry"), options: countries, blank: true }),
    birthCommune: text({ ...line("birthCommune"), optional: "empty" }),
    birthCity: text({ ...line("birthCity"), optional: "empty" }),
    upload: keptFile(proof, { hint: fields.proof.hint, missing: fields.proof.missing, kept }),
    said: longText({ ...fields.said, rows: 3, optional: "empty" }),
  };
}

function begun({ identity }: { readonly identity: Readonly<Record<string, string>> }) {
  const {
    birthName = "",
    givenNames = "",
    bornOn = "",
    birthCountry = "",
    birthCommune = "",
    birthCity = "",
  } = identity;
  const sex = SEX.find((one) => one === identity.sex);
  return {
    birthName,
    givenNames,
    ...(sex && { sex }),
    ...(bornOn !== "" && { bornOn }),
    birthCountry,
    birthCommune: communeShown(birthCommune),
    birthCity,
  };
}

const openOf = (requests: readonly Request[]) => requests.find(({ outcome }) => outcome === null);

export const myIdentityPage = formPage({
  name: "mon-identite",
  route: myIdentityAt,
  who: "apply",
  takesFiles: true,
  words: (lang) => identityWords[lang].mine,
  seen: (visit) => see(visit, myIdentity, {}),
  // Nothing is handed in: it is corrected where it is written.
  missing: ({ link }) => ({ redirect: link(places.access.to()) }),
  form: {
    fields: ({ lang }) => fieldsOf(lang),
    begin: ({ seen }) => begun(seen),
    act: askIdentity,
    done: "demande",
  },
  also: (form) => ({
    withdraw: form({
      words: "withdraw",
      item: "request",
      look: "secondary",
      act: withdrawIdentity,
      done: "retire",
    }),
  }),
  shown: ({ visit, lang, words, seen: { requests } }, { form, also }) => {
    const open = openOf(requests);
    const [latest] = requests;
    const main = open
      ? html`<p class="ds-alert" data-color="info">${words.waits(dayOf(visit, open.at, lang))}</p>
${requestShown(visit, open)}
${also.withdraw(open.id)}`
      : html`${latest && answered(visit, latest)}${form()}`;
    return { title: words.heading, lead: words.lead, main, back: "/mon-parcours" };
  },
});

/** The answer to the latest request; one taken back has none. */
function answered(visit: Parameters<typeof dayOf>[0], request: Request): Html | false {
  const { lang } = visit;
  const { mine, request: words } = identityWords[lang];
  const { outcome } = request;
  if (outcome === null || outcome.kind === "withdrawn") return false;
  return html`<section class="ds-alert" data-color="${outcome.kind === "accepted" ? "success" : "warning"}"><p>${mine[outcome.kind](dayOf(visit, outcome.at, lang))}</p>
${outcome.ground !== "" && html`<p>${words.ground}${lang === "fr" ? "\u00a0: " : ": "}<span class="typed">${outcome.ground}</span></p>`}</section>`;
}

export const identityOfPage = formPage({
  name: "dossier-identite",
  route: identityOfAt,
  who: "handle the dossiers",
  takesFiles: true,
  asksFirst: "handle the dossiers",
  words: (lang) => identityWords[lang].office,
  seen: async (visit, { dossier }) => (isId(dossier) ? see(visit, identityOfPerson, { dossier }) : undefined),
  form: {
    fields: ({ lang, words }) => ({
      ...fieldsOf(lang, words.proof),
      how: text({ label: words.how, hint: words.howHint, missing: words.how }),
    }),
    begin: ({ seen }) => begun(seen),
    act: askIdentityFor,
    input: (typed, { params }) => ({ ...typed, dossier: params.dossier }),
    done: "demande",
  },
  also: (form) => ({
    accept: form({
      words: "accept",
      item: "request",
      act: acceptIdentity,
      input: (_, { item, seen }) => ({ dossier: carrierOf(seen.requests, item) ?? seen.dossier, request: item }),
      done: "accepte",
    }),
    refuse: form({
      words: "refuse",
      item: "request",
      look: "secondary",
      fields: { ground: longText({ rows: 3 }) },
      act: refuseIdentity,
      input: ({ ground }, { item, seen }) => ({
        dossier: carrierOf(seen.requests, item) ?? seen.dossier,
        request: item,
        ground,
      }),
      done: "refuse",
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const { requests, follows, enters, name, number, dossier } = seen;
    const open = openOf(requests);
    const over = requests.filter(({ outcome }) => outcome !== null);
    const says = identityWords[lang].request;
    const now = open
      ? html`<p>${words.compare}</p>
${requestShown(visit, open)}
<h2>${words.follows}</h2>
<ul>${[words.from, ...follows.map((one) => one[lang])].map((one) => html`<li>${one}</li>`)}</ul>
${also.accept(open.id)}
<h2>${words.refuse.heading}</h2>
${also.refuse(open.id)}`
      : enters
        ? html`<h2>${words.askHeading}</h2><p>${words.askLead}</p>${form()}`
        : html`<p>${words.none}</p>`;
    const main = html`${now}
${over.length > 0 && html`<h2>${says.over}</h2>${over.map((one) => requestShown(visit, one))}`}`;
    return {
      title: words.title(name, number),
      heading: words.heading(name),
      main,
      back: personAt.to({ person: dossier }),
    };
  },
});

const carrierOf = (requests: readonly Request[], id: string) => requests.find((one) => one.id === id)?.dossier;

export const identityEntries: AccountEntries = async (visit) => {
  const { dossiers = [] } = (await see(visit, myDossiers, {})) ?? {};
  const seen = dossiers.some(({ handedIn, state }) => handedIn && state !== "draft");
  const { entry, entryWhy } = identityWords[visit.lang];
  return seen ? [{ part: "mine", to: myIdentityAt.to(), label: entry, why: entryWhy }] : [];
};
