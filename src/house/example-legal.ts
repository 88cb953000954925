/** Example legal data in a demonstration, for a school whose file has none; each line warns that it is invented. */
import type { Day } from "../kit/day.ts";
import type { Legal } from "../law/legal.ts";
import type { Laws } from "../law/load.ts";

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

/** A demonstration shows contracts, conventions and invoices, which are refused where a school does not say who it is. */
export function withExampleLegal(laws: Laws): Laws {
  const establishments = laws.establishments.map((school) => {
    const { legal, money } = school.data;
    if (legal !== undefined || !money?.invoices.regimes.some(({ attested }) => attested)) return school;
    const { regime } = money.invoices.regimes.find(({ attested }) => attested)!;
    const vat = EXAMPLE.vat!.map((one) => ({ ...one, regime }));
    return { ...school, data: { ...school.data, legal: { ...EXAMPLE, vat } } };
  });
  return { ...laws, establishments };
}
