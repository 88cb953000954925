/**
 * The data of an invoice for machines: the CII XML of Factur-X, profile EN 16931, from what was frozen. Pure. Its elements stand in the order of
 * the schema; those that are unknown are left out. Comments name the business terms (BT) of the standard.
 */
import type { Day } from "../../../kit/day.ts";
import type { Claim } from "../../../documents/xmp.ts";
import type { InvoiceDocument } from "../rules/document.ts";

/** What the PDF says of the file that it carries. */
export const FACTUR_X: Claim = {
  schema: "Factur-X PDFA Extension Schema",
  namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
  prefix: "fx",
  properties: [
    { name: "DocumentFileName", description: "Name of the embedded XML invoice file", value: "factur-x.xml" },
    { name: "DocumentType", description: "INVOICE", value: "INVOICE" },
    { name: "Version", description: "The actual version of the Factur-X XML schema", value: "1.0" },
    { name: "ConformanceLevel", description: "The conformance level of the embedded data", value: "EN 16931" },
  ],
};

/** An element: its name with attributes, then its text or its children. What is empty is left out. */
type Node = readonly [string, string | null | readonly Node[]];

export function facturX(frozen: InvoiceDocument): string {
  const { number, type, issuedOn } = frozen;
  const root: Node = [
    "rsm:CrossIndustryInvoice",
    [
      [
        "rsm:ExchangedDocumentContext",
        [["ram:GuidelineSpecifiedDocumentContextParameter", [["ram:ID", "urn:cen.eu:en16931:2017"]]]],
      ],
      [
        "rsm:ExchangedDocument",
        [
          ["ram:ID", number], // BT-1
          ["ram:TypeCode", String(type)], // BT-3
          ["ram:IssueDateTime", moment(issuedOn)], // BT-2
          ...notesOf(frozen),
        ],
      ],
      [
        "rsm:SupplyChainTradeTransaction",
        [
          ...frozen.lines.map((line, at) => lineOf(frozen, line, at)),
          ["ram:ApplicableHeaderTradeAgreement", agreementOf(frozen)],
          EMPTY_DELIVERY,
          ["ram:ApplicableHeaderTradeSettlement", settlementOf(frozen)],
        ],
      ],
    ],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, NAMESPACES)}`;
}

/** The schema wants it, be it empty: when training is given is said by the period. */
const EMPTY_DELIVERY: Node = ["ram:ApplicableHeaderTradeDelivery", []];
const NAMESPACES =
  "rsm:CrossIndustryInvoice ram:ReusableAggregateBusinessInformationEntity qdt:QualifiedDataType udt:UnqualifiedDataType"
    .split(" ")
    .map((one) => one.split(":"))
    .map(([prefix, name]) => ` xmlns:${prefix}="urn:un:unece:uncefact:data:standard:${name}:100"`)
    .join("");

/** BT-21, BT-22: with the codes of their subjects. */
function notesOf({ terms, seller, reason, replaces = [] }: InvoiceDocument): Node[] {
  const note = (text: string, code?: string): Node => [
    "ram:IncludedNote",
    [
      ["ram:Content", text],
      ["ram:SubjectCode", code ?? null],
    ],
  ];
  const { number, registeredWith } = seller.activity;
  return [
    note(`${seller.form.fr}. Déclaration d’activité ${number} auprès ${registeredWith.fr}.`, "REG"),
    ...(reason === null ? [] : [note(reason)]),
    // BG-3 names the invoices alone: their credits are said in words.
    ...replaces.map(({ number: of, on, credit }) =>
      note(`Remplace la facture ${of} du ${on}, après l’avoir ${credit.number} du ${credit.on}`),
    ),
    ...(terms
      ? [
          note(terms.penalties.fr, "PMD"),
          note(`Indemnité forfaitaire pour frais de recouvrement : ${decimal(terms.recovery)} €.`, "PMT"),
          note(terms.earlyPayment.fr, "AAB"),
        ]
      : []),
  ];
}

function lineOf({ vat, period }: InvoiceDocument, line: InvoiceDocument["lines"][number], at: number): Node {
  const { label, detail, net } = line;
  const { quantity, unit, price } = quantityOf(line);
  return [
    "ram:IncludedSupplyChainTradeLineItem",
    [
      ["ram:AssociatedDocumentLineDocument", [["ram:LineID", String(at + 1)]]], // BT-126
      [
        "ram:SpecifiedTradeProduct",
        [
          ["ram:Name", label.fr], // BT-153
          ["ram:Description", detail?.fr ?? null], // BT-154
        ],
      ],
      ["ram:SpecifiedLineTradeAgreement", [["ram:NetPriceProductTradePrice", [["ram:ChargeAmount", price]]]]], // BT-146
      ["ram:SpecifiedLineTradeDelivery", [[`ram:BilledQuantity unitCode="${unit}"`, quantity]]], // BT-129, BT-130
      [
        "ram:SpecifiedLineTradeSettlement",
        [
          [
            "ram:ApplicableTradeTax",
            [
              ["ram:TypeCode", "VAT"],
              ["ram:CategoryCode", vat.category], // BT-151
              ["ram:RateApplicablePercent", rateOf(vat)], // BT-152
            ],
          ],
          ["ram:BillingSpecifiedPeriod", periodOf(line.covers ?? period)], // BT-134, BT-135
          ["ram:SpecifiedTradeSettlementLineMonetarySummation", [["ram:LineTotalAmount", decimal(net)]]], // BT-131
        ],
      ],
    ],
  ];
}

/** Hours at a rate where they come to the line to the cent; else one at its amount. */
function quantityOf({ minutes, rate, net }: InvoiceDocument["lines"][number]) {
  // A twentieth of an hour is three minutes: two decimals.
  const exact = minutes !== undefined && rate !== undefined && minutes % 3 === 0 && minutes * rate === net * 60;
  if (!exact) return { quantity: "1", unit: "C62", price: decimal(net) };
  return { quantity: decimal((minutes / 3) * 5), unit: "HUR", price: decimal(rate) };
}

function agreementOf({ seller, buyer, agreement, dossierNumber, vat }: InvoiceDocument): Node[] {
  // Category O forbids a VAT number; an exempt seller without one gives its national number (BR-E-02).
  const tax: Node[] =
    vat.category === "O"
      ? []
      : seller.vatNumber === null
        ? [["ram:SpecifiedTaxRegistration", [['ram:ID schemeID="FC"', seller.siren]]]] // BT-32
        : [["ram:SpecifiedTaxRegistration", [['ram:ID schemeID="VA"', seller.vatNumber]]]]; // BT-31
  return [
    ["ram:BuyerReference", buyer.service || null], // BT-10
    [
      "ram:SellerTradeParty",
      [
        ['ram:GlobalID schemeID="0009"', seller.siret], // BT-29
        ["ram:Name", seller.name], // BT-27
        ["ram:SpecifiedLegalOrganization", [['ram:ID schemeID="0002"', seller.siren]]], // BT-30
        ["ram:PostalTradeAddress", addressOf(seller.address)],
        ...tax,
      ],
    ],
    [
      "ram:BuyerTradeParty",
      [
        ["ram:Name", buyer.name], // BT-44
        ["ram:SpecifiedLegalOrganization", buyer.siren === null ? [] : [['ram:ID schemeID="0002"', buyer.siren]]], // BT-47
        ["ram:PostalTradeAddress", addressOf(buyer.address)],
      ],
    ],
    ["ram:ContractReferencedDocument", [["ram:IssuerAssignedID", agreement]]], // BT-12
    [
      "ram:AdditionalReferencedDocument",
      dossierNumber === null
        ? []
        : [
            ["ram:IssuerAssignedID", dossierNumber], // BT-18
            ["ram:TypeCode", "130"],
          ],
    ],
  ];
}

/** Lines as they are written on a letter: the last with a postcode gives postcode and town. */
function addressOf(lines: readonly string[]): Node[] {
  const at = lines.findLastIndex((line) => POSTCODE.test(line));
  const [, postcode = null, city = null] = POSTCODE.exec(lines[at] ?? "") ?? [];
  const [one = null, two = null, ...more] = lines.filter((_, nth) => nth !== at);
  return [
    ["ram:PostcodeCode", postcode], // BT-38, BT-53
    ["ram:LineOne", one],
    ["ram:LineTwo", two],
    ["ram:LineThree", more.join(", ") || null],
    ["ram:CityName", city], // BT-37, BT-52
    ["ram:CountryID", "FR"], // BT-40, BT-55
  ];
}
const POSTCODE = /^(\d{5}) (\S.*)$/;

function settlementOf(frozen: InvoiceDocument): Node[] {
  const { kind, reference, seller, vat, period, net, tax, gross, held = 0 } = frozen;
  const { iban } = seller.transfer;
  return [
    ["ram:PaymentReference", reference], // BT-83
    ["ram:InvoiceCurrencyCode", "EUR"], // BT-5
    [
      "ram:SpecifiedTradeSettlementPaymentMeans",
      kind === "credit"
        ? []
        : iban !== null
          ? [
              ["ram:TypeCode", "30"], // BT-81
              ["ram:PayeePartyCreditorFinancialAccount", [["ram:IBANID", iban]]], // BT-84
            ]
          : seller.cheque === null
            ? []
            : [["ram:TypeCode", "20"]],
    ],
    [
      "ram:ApplicableTradeTax",
      [
        ["ram:CalculatedAmount", decimal(tax)], // BT-117
        ["ram:TypeCode", "VAT"],
        ["ram:ExemptionReason", vat.words?.fr ?? null], // BT-120
        ["ram:BasisAmount", decimal(net)], // BT-116
        ["ram:CategoryCode", vat.category], // BT-118
        ["ram:ExemptionReasonCode", vat.code], // BT-121
        ["ram:RateApplicablePercent", rateOf(vat)], // BT-119
      ],
    ],
    ["ram:BillingSpecifiedPeriod", periodOf(period)], // BT-73, BT-74
    ["ram:SpecifiedTradePaymentTerms", termsOf(frozen)],
    [
      "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
      [
        ["ram:LineTotalAmount", decimal(net)], // BT-106
        ["ram:TaxBasisTotalAmount", decimal(net)], // BT-109
        ['ram:TaxTotalAmount currencyID="EUR"', decimal(tax)], // BT-110
        ["ram:GrandTotalAmount", decimal(gross)], // BT-112
        ["ram:TotalPrepaidAmount", held > 0 ? decimal(held) : null], // BT-113
        ["ram:DuePayableAmount", decimal(gross - held)], // BT-115
      ],
    ],
    ...precedingOf(frozen),
  ];
}

/** BG-3: the invoice that a credit corrects, or those that an invoice replaces, each once. */
function precedingOf({ of, replaces = [] }: InvoiceDocument): Node[] {
  const preceding = new Map([...(of ? [of] : []), ...replaces].map(({ number, on }) => [number, on]));
  return [...preceding].map(
    ([number, on]): Node => [
      "ram:InvoiceReferencedDocument",
      [
        ["ram:IssuerAssignedID", number], // BT-25
        ["ram:FormattedIssueDateTime", [['qdt:DateTimeString format="102"', compact(on)]]], // BT-26
      ],
    ],
  );
}

/** BT-20, BT-9. */
function termsOf({ dueOn, of }: InvoiceDocument): Node[] {
  if (dueOn === null) return [["ram:Description", `Avoir sur la facture ${of?.number}`]];
  return [
    ["ram:Description", `À payer au plus tard le ${dueOn}`],
    ["ram:DueDateDateTime", moment(dueOn)],
  ];
}

/** None outside the scope of the tax (BR-O). */
function rateOf({ category, rate }: InvoiceDocument["vat"]): string | null {
  return category === "O" ? null : decimal(rate * 100);
}

function periodOf({ from, to }: InvoiceDocument["period"]): Node[] {
  return [
    ["ram:StartDateTime", moment(from)],
    ["ram:EndDateTime", moment(to)],
  ];
}

function moment(day: Day): Node[] {
  return [['udt:DateTimeString format="102"', compact(day)]];
}

const compact = (day: Day) => day.replaceAll("-", "");

/** Hundredths, none lost to a float. */
function decimal(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

function written([name, content]: Node, attributes = ""): string {
  const [tag] = name.split(" ");
  const inside = typeof content === "string" ? escaped(content) : (content ?? []).map((one) => written(one)).join("");
  if (inside === "" && name !== EMPTY_DELIVERY[0]) return "";
  return `<${name}${attributes}>${inside}</${tag}>`;
}

/** Characters that XML 1.0 does not allow are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
