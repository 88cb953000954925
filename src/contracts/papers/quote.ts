/** A quote for an employer or another body: what is proposed, for how much, until when. French; pure. */
import { addDays } from "../../kit/day.ts";
import { type Lang, sayDay, sayMinutes, sayMoney } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { vatOn } from "../../law/legal.ts";
import type { Missing, PaperFacts } from "./facts.ts";
import { priceBlocks } from "./payment.ts";
import { heading, inCohort, sentence, text } from "./said.ts";
import { wanted } from "./words.ts";

const LANG: Lang = "fr";
const LINE = "…………………………………………";

export type QuoteOf = { readonly document: HouseDocument; readonly missing: readonly Missing[] };

export function quoteOf(facts: PaperFacts): QuoteOf {
  const { law, on, number, source, shares, dossier } = facts;
  const { name, legalName, address, legal, money } = law.establishment;
  const quote = money?.papers?.quote;
  const vat = legal && vatOn(legal, on);
  const regime = money?.invoices.regimes.find((one) => one.regime === vat?.regime);
  const share = shares.find((one) => one.source === source);
  const until = quote && addDays(on, quote.days);
  const want = (key: string, said: unknown, label: Missing["label"], to: string | null = null): Missing[] =>
    said ? [] : [{ key, label, to }];
  const missing = [
    ...want("form", legal?.form, wanted.form),
    ...want("siret", legal?.siret, wanted.siret),
    ...want("activity", legal?.activity, wanted.activity),
    ...want("vat", regime, wanted.vat),
    ...want("quote", quote, wanted.quote),
    ...want("price", facts.price, wanted.price, `/dossiers/${dossier}`),
  ];
  const document: HouseDocument = {
    lang: LANG,
    title: "Devis",
    subtitle: capital(law.diploma.label[LANG]),
    number,
    date: on,
    school: { name: legalName ?? name, address },
    words: { number: "N°", date: `Établi le ${sayDay(on, LANG)}`, page: "Page", of: "sur" },
    blocks: [
      { kind: "facts", items: [...between(facts, share?.name ?? null), ...proposed(facts)] },
      heading("Prix", 1),
      ...priceBlocks(facts),
      ...toPay(facts),
      ...(regime
        ? [text(`${sentence(regime.label[LANG])} Les montants sont ceux que vous payez, taxes comprises.`)]
        : []),
      heading("Validité", 1),
      ...(until === undefined
        ? []
        : [
            text(
              `Ce devis vaut jusqu’au ${sayDay(until, LANG)} compris. Il suppose que les allègements décidés ne changent pas.`,
            ),
          ]),
      text("Accepté, il est suivi d’une convention de formation, que l’école vous envoie à signer."),
      heading("Bon pour accord", 1),
      {
        kind: "facts",
        items: [
          { label: "Nom et qualité", value: LINE },
          { label: "Date et signature", value: LINE },
        ],
      },
    ],
  };
  return { document: typographicAll(document, LANG), missing };
}

function between({ law, payer, person }: PaperFacts, named: string | null) {
  const { name, legalName, legal } = law.establishment;
  const { activity } = legal ?? {};
  const one = (label: string, value: string) => (value === "" ? [] : [{ label, value }]);
  const school = [legalName ?? name, legal?.form?.[LANG], legal?.siret && `SIRET ${legal.siret}`]
    .filter(Boolean)
    .join(", ");
  const client = payer
    ? [payer.name, payer.siren && `SIREN ${payer.siren}`, ...payer.address].filter(Boolean).join(", ")
    : (named ?? "");
  return [
    ...one("L’organisme de formation", school),
    ...one(
      "Son activité",
      activity
        ? `déclaration enregistrée sous le numéro ${activity.number} auprès ${activity.registeredWith[LANG]} ; cet enregistrement ne vaut pas agrément de l’État`
        : "",
    ),
    ...one("Pour", client),
    ...one("Stagiaire", person.name),
  ];
}

function proposed({ law, cohort, periods, units, site }: PaperFacts) {
  const { code, level } = law.diploma.registration;
  const billed = units.filter((one) => one.billed).reduce((sum, { follows }) => sum + follows, 0);
  const [first, last] = [periods[0], periods.at(-1)];
  return [
    {
      label: "Formation",
      value: `${capital(law.diploma.label[LANG])} (${code}, niveau ${String(level)})${cohort ? inCohort(cohort.name) : ""}`,
    },
    ...(first && last ? [{ label: "Dates", value: `du ${sayDay(first.from, LANG)} au ${sayDay(last.to, LANG)}` }] : []),
    ...(units.length > 0
      ? [{ label: "Durée", value: `${sayMinutes(billed, LANG)} d’enseignement, allègements et dispenses déduits` }]
      : []),
    ...(site ? [{ label: "Lieu", value: [site.name, ...site.address].join(", ") }] : []),
  ];
}

/** What the client is asked, and what it answers for where a fund pays for it. */
function toPay({ shares, source }: PaperFacts): Block[] {
  const own = shares.find((one) => one.source === source)?.amount ?? 0;
  const funds = shares.filter(({ behind, amount }) => behind === source && amount > 0);
  const granted = funds.reduce((sum, { amount }) => sum + amount, 0);
  return [
    text(
      granted === 0
        ? `À votre charge : ${sayMoney(own, LANG)}.`
        : `À votre charge : ${sayMoney(own, LANG)}, et ${sayMoney(granted, LANG)} demandés pour vous à votre fonds ; ce qu’il ne paie pas reste à votre charge.`,
    ),
  ];
}
