/** The page to change one's contact details, and the same for the office, which is told by somebody. */
import { countryNames } from "../../../kit/country.ts";
import { html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { pick, text } from "../../../page/kinds.ts";
import type { AccountEntries } from "../../../page/page.ts";
import { personAt } from "../../../page/person-link.ts";
import { route } from "../../../page/route.ts";
import { places } from "../../../people/pages/places.ts";
import { fieldWords } from "../../field-words.ts";
import { HOME } from "../../rules/sections.ts";
import { changeContact, changeContactFor } from "../acts.ts";
import { myDossiers } from "../../views.ts";
import { contactOfPerson, myContact } from "../views.ts";
import { contactWords } from "../words.ts";

const myContactAt = route("/mes-coordonnees");
export const contactOfAt = route("/:diploma/dossier/:dossier/coordonnees");

/** The act says what is missing or wrong, in the same words as in an application. */
function fieldsOf(lang: Lang) {
  const line = (name: string) => {
    const { label, hint, autocomplete, size } = fieldWords(name, lang);
    return { label, ...(hint && { hint }), ...(autocomplete && { autocomplete }), ...(size && { size }) };
  };
  const countries = countryNames(lang).map(({ code, name }) => ({ value: code, label: name }));
  countries.sort((a, b) => Number(b.value === HOME) - Number(a.value === HOME));
  return {
    phone: text({ ...line("phone"), type: "tel", blank: true }),
    street: text({ ...line("street"), blank: true }),
    streetMore: text({ ...line("streetMore"), optional: "empty" }),
    postcode: text({ ...line("postcode"), blank: true }),
    city: text({ ...line("city"), blank: true }),
    country: pick({ label: line("country").label, options: countries, blank: true }),
    usedName: text({ ...line("usedName"), optional: "empty" }),
  };
}

type Seen = NonNullable<Awaited<ReturnType<typeof myContact.read>>>;
const begun = ({ contact, usedName }: Seen) => ({ ...contact, usedName });

export const myContactPage = formPage({
  name: "mes-coordonnees",
  route: myContactAt,
  who: "apply",
  words: (lang) => contactWords[lang].mine,
  seen: (visit) => see(visit, myContact, {}),
  // Nothing is handed in: the account has the address and the name, a draft the rest.
  missing: ({ link }) => ({ redirect: link(places.access.to()) }),
  form: {
    fields: ({ lang }) => fieldsOf(lang),
    begin: ({ seen }) => begun(seen),
    act: changeContact,
    done: "change",
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const move = { url: visit.link(places.address.to()), what: words.mailWhat };
    const main = html`${summaryList([{ key: words.mail, value: seen.mail ?? "", change: move }], lang)}
<p>${words.address} ${words.told}</p>
${form()}`;
    return { title: words.heading, lead: words.lead, main, back: "/mon-parcours" };
  },
});

export const contactOfPage = formPage({
  name: "dossier-coordonnees",
  route: contactOfAt,
  who: "handle the dossiers",
  words: (lang) => contactWords[lang].office,
  seen: async (visit, { dossier }) => (isId(dossier) ? see(visit, contactOfPerson, { dossier }) : undefined),
  form: {
    fields: ({ lang, words, seen }) => ({
      ...fieldsOf(lang),
      ...(!seen.account && { address: text({ label: words.mail, type: "email", optional: "empty" }) }),
      how: text({ label: words.how, hint: words.howHint }),
    }),
    begin: ({ seen }) => ({ ...begun(seen), ...(!seen.account && { address: seen.mail ?? "" }) }),
    act: changeContactFor,
    input: (typed, { seen }) => ({ ...typed, dossier: seen.dossier }),
    done: "change",
  },
  shown: ({ words, seen }) => ({
    title: words.heading,
    lead: seen.account ? `${words.lead} ${words.told}` : words.lead,
    back: personAt.to({ person: seen.dossier }),
  }),
});

export const contactEntries: AccountEntries = async (visit) => {
  const { dossiers = [] } = (await see(visit, myDossiers, {})) ?? {};
  const seen = dossiers.some(({ handedIn }) => handedIn);
  const { entry, entryWhy } = contactWords[visit.lang];
  return seen ? [{ part: "mine", to: myContactAt.to(), label: entry, why: entryWhy }] : [];
};
