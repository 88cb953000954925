/** Example legal data in a demonstration, for a school whose file has none; each line warns that it is invented. */
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Legal } from "../law/legal.ts";
import type { SchoolLheo } from "../law/lheo.ts";
import type { Laws } from "../law/load.ts";
import type { Mandate } from "../law/passages.ts";
import type { Teaching } from "../law/teaching.ts";
import type { YearEntries } from "../law/year.ts";

const SINCE: Day = "2020-01-01";

/** No body has these numbers. */
const EXAMPLE: Legal = {
  form: { fr: "forme inventée pour l’exemple", en: "form invented for the example" },
  siren: "000000000",
  siret: "00000000000000",
  activity: {
    number: "00000000000",
    registeredWith: { fr: "du préfet de région (exemple inventé)", en: "the prefect (invented example)" },
  },
  vat: [{ from: SINCE, regime: "attested", attestation: "exemple inventé" }],
  mediator: {
    name: "Médiateur inventé pour l’exemple",
    address: ["1 rue de l’Exemple", "34000 Montpellier"],
    url: "https://mediateur.exemple",
  },
};

const EXAMPLE_SOURCE = { text: "exemple", article: "exemple inventé", confidence: "unverified" as const };
const said = (key: string, label: Label) => ({
  id: `teaching.${key}`,
  label,
  citation: { fr: "exemple inventé", en: "invented example" },
  source: EXAMPLE_SOURCE,
});

/** How it teaches, as its contracts must say. */
const TEACHING: Teaching = {
  delivery: said("delivery", {
    fr: "En salle, deux jours toutes les deux semaines (exemple inventé).",
    en: "In a room, two days every other week (invented example).",
  }),
  means: said("means", {
    fr: "Salles, bibliothèque et documents remis (exemple inventé).",
    en: "Rooms, a library and documents handed over (invented example).",
  }),
  contact: said("contact", {
    fr: "Le secrétariat de la formation (exemple inventé).",
    en: "The secretariat of the course (invented example).",
  }),
  rules: said("rules", {
    fr: "Le règlement intérieur inventé pour l’exemple.",
    en: "The house rules invented for the example.",
  }),
};

const coded = (key: string, code: string, label: Label) => ({
  id: `lheo.${key}`,
  code,
  label,
  citation: { fr: "exemple inventé", en: "invented example" },
  source: EXAMPLE_SOURCE,
});

/** What a catalogue of training offers asks of it. */
const LHEO: SchoolLheo = {
  publics: [{ ...coded("publics", "00000", { fr: "public inventé", en: "invented public" }), edition: "V0" }],
  path: coded("path", "1", { fr: "en groupe (exemple inventé)", en: "in a group (invented example)" }),
  teaching: coded("teaching", "0", { fr: "en salle (exemple inventé)", en: "in a room (invented example)" }),
  entries: coded("entries", "0", { fr: "à dates fixes (exemple inventé)", en: "on fixed days (invented example)" }),
};
/** A certifier mandated the school to report its diplomas: nobody has these names. */
function withMandate(year: YearEntries, diplomas: readonly string[]): YearEntries {
  const { passages } = year;
  if (passages === undefined || passages.mandates !== undefined) return year;
  const mandates = diplomas.map(
    (diploma): Mandate => ({
      ...said(`mandate.${diploma}`, { fr: "mandat inventé pour l’exemple", en: "mandate invented for the example" }),
      mandate: `exemple-${diploma}`,
      diploma,
      client: "EXEMPLE1",
      contract: "MCFCER000000",
      depositor: "TIERS_CONFIANCE",
    }),
  );
  return { ...year, passages: { ...passages, emitter: "EXEMPLE0", mandates } };
}

/** A demonstration shows contracts, conventions and invoices, which are refused where a school does not say who it is. */
export function withExampleLegal(laws: Laws): Laws {
  const establishments = laws.establishments.map((school) => {
    const { legal, money } = school.data;
    if (legal !== undefined || !money?.invoices.regimes.some(({ attested }) => attested)) return school;
    const { regime } = money.invoices.regimes.find(({ attested }) => attested)!;
    const vat = EXAMPLE.vat!.map((one) => ({ ...one, regime }));
    const diplomas = school.data.diplomas.map((one) => ({
      ...one,
      teaching: { ...TEACHING, ...one.teaching },
      lheo: { ...LHEO, ...one.lheo },
    }));
    const { year } = school.data;
    const mandated = year && { year: withMandate(year, [...new Set(diplomas.map(({ diploma }) => diploma))]) };
    return { ...school, data: { ...school.data, legal: { ...EXAMPLE, vat }, diplomas, ...mandated } };
  });
  return { ...laws, establishments };
}
