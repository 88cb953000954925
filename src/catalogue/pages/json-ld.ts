/** The course in schema.org terms, for search engines and directories; nothing that the page does not say. */
import type { Announced } from "../../intake/pages/notice.ts";
import { postalAddress } from "../../kit/postal-address.ts";
import { capital } from "../../kit/typography.ts";
import { originOf, type Visit } from "../../page/page.ts";

const CURRENCY = "EUR";

export function programmeJsonLd(visit: Visit, announced: Announced): object {
  const { law, lang, link, school } = visit;
  const { diploma } = law;
  const address = (path: string) => `${originOf(visit)}${link(path)}`;
  const provider = {
    "@type": "EducationalOrganization",
    "@id": `${address("/")}#school`,
    name: school.name,
    description: school.label[lang],
    address: addressOf(school.address),
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
    ...intake(announced),
    ...aid(visit),
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

/** The days and the places of the intake with the earliest entry, which the page announces. */
function intake({ intakes }: Announced): object {
  const [first] = intakes.toSorted((a, b) => (a.entryOn < b.entryOn ? -1 : a.entryOn > b.entryOn ? 1 : 0));
  if (!first) return {};
  return {
    applicationStartDate: first.opensAt.toISOString(),
    applicationDeadline: first.closesAt.toISOString(),
    startDate: first.entryOn,
    maximumEnrollment: first.places,
  };
}

/** Who may pay beside the person. */
function aid({ law, lang }: Visit): object {
  const others = law.school.funders.filter(({ personal }) => !personal);
  return others.length === 0 ? {} : { financialAidEligible: others.map(({ label }) => capital(label[lang])) };
}

function addressOf(lines: readonly string[]): object | string {
  const { streets, postcode, town } = postalAddress(lines);
  if (postcode === undefined) return lines.join(", ");
  return { "@type": "PostalAddress", streetAddress: streets.join(", "), postalCode: postcode, addressLocality: town };
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
      ...(quantity !== undefined && { eligibleQuantity: { "@type": "QuantitativeValue", value: quantity } }),
      // The price of one: of an hour, of an application, of a year’s registration.
      ...(per === "candidate"
        ? { referenceQuantity: { "@type": "QuantitativeValue", value: 1 } }
        : { unitCode: "HUR" }),
    },
  }));
}
