/** The course in schema.org terms, for search engines and directories; nothing that the page does not say. */
import { capital } from "../../kit/typography.ts";
import { originOf, type Visit } from "../../page/page.ts";

const CURRENCY = "EUR";

export function programmeJsonLd(visit: Visit): object {
  const { law, lang, link, school } = visit;
  const { diploma } = law;
  const address = (path: string) => `${originOf(visit)}${link(path)}`;
  const provider = {
    "@type": "EducationalOrganization",
    "@id": `${address("/")}#school`,
    name: school.name,
    description: school.label[lang],
    address: school.address.join(", "),
    url: address("/"),
  };
  const programme = {
    "@type": "EducationalOccupationalProgram",
    "@id": `${address(`/${diploma.diploma}`)}#programme`,
    name: capital(diploma.label[lang]),
    alternateName: diploma.abbreviation,
    ...described(law.school.page.objectives.map(({ label }) => label[lang]).join(" ")),
    url: address(`/${diploma.diploma}`),
    inLanguage: "fr",
    provider: { "@id": provider["@id"] },
    educationalCredentialAwarded: credential(visit),
    programPrerequisites: diploma.doors.map(({ short }) => capital(short[lang])),
    hasCourse: diploma.domains.map(({ domain, label, competences }) => ({
      "@type": "Course",
      courseCode: domain,
      name: capital(label[lang]),
      ...described(competences.map((one) => capital(one.label[lang])).join(". ")),
      provider: { "@id": provider["@id"] },
    })),
    offers: offers(visit),
  };
  const page = {
    "@type": "WebPage",
    url: address(`/${diploma.diploma}`),
    inLanguage: lang,
    dateModified: law.school.page.updatedOn,
    mainEntity: { "@id": programme["@id"] },
  };
  return { "@context": "https://schema.org", "@graph": [page, programme, provider] };
}

/** Omits an empty description, which validators reject. */
function described(description: string): { description?: string } {
  return description === "" ? {} : { description };
}

function credential({ law, lang }: Visit): object {
  const { registration, label } = law.diploma;
  return {
    "@type": "EducationalOccupationalCredential",
    name: capital(label[lang]),
    credentialCategory: "State diploma",
    educationalLevel: String(registration.level),
    identifier: registration.code,
    expires: registration.until,
    ...(registration.certifiers.length > 0 && {
      recognizedBy: registration.certifiers.map((certifier) => ({
        "@type": "GovernmentOrganization",
        name: capital(certifier.label[lang]),
      })),
    }),
  };
}

/** The school's prices: by the hour, or once. */
function offers({ law, lang }: Visit): object[] {
  return law.school.price.lines.map(({ label, unitAmount, per, quantity }) => ({
    "@type": "Offer",
    name: capital(label[lang]),
    priceSpecification: {
      "@type": "UnitPriceSpecification",
      price: (unitAmount / 100).toFixed(2),
      priceCurrency: CURRENCY,
      ...(per === "candidate"
        ? { referenceQuantity: { "@type": "QuantitativeValue", value: quantity ?? 1 } }
        : { unitCode: "HUR" }),
    },
  }));
}
