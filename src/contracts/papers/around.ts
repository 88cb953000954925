/** What stands around the particulars: the parties, withdrawal and mediation, and the signatures. */
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import type { SignedFrom } from "../../billing/rules/signed-from.ts";
import type { Day } from "../../kit/day.ts";
import type { Missing, OwnPaper, PaperFacts } from "./facts.ts";
import { heading, list, type Said, sentence, text } from "./said.ts";
import { paperWords, wanted } from "./words.ts";

const LANG: Lang = "fr";
const LINE = "…………………………………………";

/** The school with its numbers, the other party, and whom the training is for. */
export function partiesOf(paper: OwnPaper, facts: PaperFacts): Said {
  const { law, person } = facts;
  const { name, legalName, legal, address, signatory } = law.establishment;
  const missing: Missing[] = [];
  const want = (key: string, said: unknown, label: Missing["label"], to: string | null = null) => {
    if (said === undefined || said === null || said === "") missing.push({ key, label, to });
  };
  want("form", legal?.form, wanted.form);
  want("siret", legal?.siret, wanted.siret);
  want("activity", legal?.activity, wanted.activity);
  const school = [
    legalName ?? name,
    ...(legal?.form ? [legal.form[LANG]] : []),
    ...(legal?.siret ? [`SIRET ${legal.siret}`] : []),
    address.join(", "),
  ].join(", ");
  const { activity } = legal ?? {};
  const declared = activity
    ? `Déclaration d’activité enregistrée sous le numéro ${activity.number} auprès ${activity.registeredWith[LANG]}. Cet enregistrement ne vaut pas agrément de l’État.`
    : "";
  const own = [
    person.name,
    ...(person.bornOn === null ? [] : [`naissance le ${sayDay(person.bornOn, LANG)}`]),
    ...person.address,
  ].join(", ");
  if (paper === "contract") want("address", person.address[0], wanted.address, `/dossiers/${facts.dossier}`);
  const basis = law.establishment.money?.agreement.particulars[paper][0];
  const blocks: Block[] = [
    heading(paperWords.parties, 1),
    {
      kind: "facts",
      items: [
        {
          label: "L’organisme de formation",
          value: `${school}${signatory ? `, représenté par ${signatory.name}, ${signatory.quality[LANG]}` : ""}`,
        },
        ...(declared === "" ? [] : [{ label: "Son activité", value: declared }]),
        ...(paper === "contract"
          ? [{ label: "Le stagiaire", value: own }]
          : [
              { label: "L’employeur", value: payerSaid(facts, missing) },
              // Where they live is not for who pays to know.
              { label: "Le stagiaire", value: person.name },
            ]),
        { label: "Dossier", value: person.dossierNumber },
      ],
    },
    ...(basis
      ? [
          text(
            `Chaque titre qui suit est une mention que la loi demande (${basis.citation[LANG]}, art. ${basis.source.article}).`,
          ),
        ]
      : []),
  ];
  return { blocks, missing };
}

function payerSaid({ payer, dossier }: PaperFacts, missing: Missing[]): string {
  const contract = `/contrats/${dossier}/qui-paie`;
  if (!payer) {
    missing.push({ key: "payer", label: wanted.payer, to: contract });
    return LINE;
  }
  if (payer.address.length === 0)
    missing.push({ key: "payer-address", label: wanted.payerAddress, to: "/finances/payeurs" });
  if (payer.siren === null) missing.push({ key: "payer-siren", label: wanted.payerSiren, to: "/finances/payeurs" });
  return [
    payer.name,
    ...(payer.form === "" ? [] : [payer.form]),
    ...(payer.siren === null ? [] : [`SIREN ${payer.siren}`]),
    ...payer.address,
    ...(payer.contact === "" ? [] : [`représenté par ${payer.contact}`]),
  ].join(", ");
}

/** Of a contract: until when one may withdraw and how, what starting within that time means, and the mediator. */
export function annexOf(paper: OwnPaper, facts: PaperFacts): Said {
  const { law, withdrawal, startsOn } = facts;
  const money = law.establishment.money;
  if (paper === "convention" || !money) return { blocks: [], missing: [] };
  const { agreement } = money;
  const { mediator } = law.establishment.legal ?? {};
  const days = withdrawal
    ? [
        list([
          `Signé ce jour à l’école, par vous et par elle : vous pouvez vous rétracter jusqu’au ${sayDay(withdrawal.premises, LANG)} compris.`,
          `Signé ce jour à distance, comme sur la page de l’école, ou hors de l’école : jusqu’au ${sayDay(withdrawal.distance, LANG)} compris.`,
          "Si l’école signe un autre jour que vous, le délai court de la dernière des deux signatures.",
        ]),
      ]
    : [];
  const within =
    withdrawal && startsOn <= withdrawal.distance
      ? [
          text(
            `La formation commence le ${sayDay(startsOn, LANG)}, avant la fin de ce délai. Elle ne commence pour vous avant cette fin que si vous le demandez expressément, ci-dessous. Si vous vous rétractez ensuite dans le délai, rien n’est dû.`,
          ),
          {
            kind: "facts",
            items: [
              {
                label:
                  "« Je demande expressément que la formation commence avant la fin du délai de rétractation. » Oui ou non, et paraphe",
                value: LINE,
              },
            ],
          } as const,
        ]
      : [];
  const blocks: Block[] = [
    heading(paperWords.withdrawal, 1),
    text(sentence(agreement.withdrawal.label[LANG])),
    text(sentence(agreement.awayWithdrawal.label[LANG])),
    text(sentence(agreement.moved.label[LANG])),
    ...days,
    text(
      "Vous n’avez pas à dire pourquoi. Tout moyen qui garde la preuve de l’envoi convient : « renoncer au contrat ici » sur la page de votre contrat, un courriel, une lettre, ou le formulaire de ce contrat.",
    ),
    ...within,
    ...(mediator
      ? [
          heading(paperWords.mediation, 1),
          text(
            `Si une réclamation écrite à l’école ne suffit pas, vous pouvez saisir sans frais le médiateur de la consommation : ${[mediator.name, ...mediator.address, mediator.url].join(", ")}.`,
          ),
        ]
      : []),
  ];
  return { blocks, missing: mediator ? [] : [{ key: "mediator", label: wanted.mediator, to: null }] };
}

/** Where and when, and a line for each party. */
export function signaturesOf(paper: OwnPaper, { law, on, site, person, payer }: PaperFacts): Block[] {
  const { name, signatory } = law.establishment;
  const other = paper === "contract" ? person.name : (payer?.name ?? "L’employeur");
  return [
    heading(paperWords.signatures, 1),
    {
      kind: "note",
      label: "Ce que vaut une signature.",
      text: "Signée dans l’application : l’empreinte de ce document, qui le signe après s’être identifié, et quand. Signée sur papier : le papier numérisé, et qui atteste que c’est bien lui.",
    },
    text(`${site ? `Fait à ${site.name}, le` : "Fait le"} ${sayDay(on, LANG)}.`),
    {
      kind: "facts",
      items: [
        { label: `Pour ${name}${signatory ? `, ${signatory.name}` : ""}`, value: LINE },
        { label: capital(other), value: LINE },
      ],
    },
  ];
}

/** Who signed for the other party and for the school, and when. */
export type Signatures = {
  readonly on: Day;
  readonly how: "page" | "paper";
  readonly by: string;
  readonly from: SignedFrom | null;
  readonly countersigned: { readonly on: Day; readonly by: string } | null;
};

/**
 * The paper as it was signed, with each signature in the place of its line, and the fingerprint of what was signed. `ended`: since when it
 * holds no more, which it says first.
 */
export function withSignatures(
  document: HouseDocument,
  { on, how, by, from, countersigned }: Signatures,
  ended: { readonly paper: OwnPaper; readonly on: Day | null },
): HouseDocument {
  const blocks = [...document.blocks];
  const lines = blocks.pop();
  if (lines?.kind !== "facts") return document;
  const [school, other] = lines.items;
  const bySchool = countersigned
    ? `${countersigned.by}, signé le ${sayDay(countersigned.on, LANG)}`
    : "pas encore signé";
  const where = how === "page" ? "dans l’application" : "sur papier, dont l’école garde le scan";
  return {
    ...document,
    blocks: [
      ...(ended.on === null ? [] : [endedNote(ended.paper, ended.on)]),
      ...blocks,
      {
        kind: "facts",
        items: [
          { label: school!.label, value: bySchool },
          { label: other!.label, value: `${by}, signé ${where} le ${sayDay(on, LANG)}${from ? fromSaid(from) : ""}` },
          { label: "Empreinte de ce qui a été signé", value: shownAs(document) },
        ],
      },
    ],
  };
}

/** From which mailbox, proved how, and who vouched for it: the paper says whom it was signed by. */
function fromSaid({ address, contact, isRegisters, enteredBy, enteredOn, confirmedBy }: SignedFrom): string {
  const which = isRegisters ? "adresse du payeur au registre de l’école" : `adresse de ${contact}, contact du payeur`;
  return `, depuis ${address}, par un code envoyé à cette adresse (${which}, entrée par ${enteredBy} le ${sayDay(enteredOn, LANG)}, confirmée par ${confirmedBy})`;
}

function endedNote(paper: OwnPaper, on: Day): Block {
  const day = sayDay(on, LANG);
  return paper === "contract"
    ? {
        kind: "note",
        label: "Ce contrat est anéanti.",
        text: `La personne s’est rétractée le ${day}, dans le délai : rien n’est dû de ce contrat.`,
      }
    : {
        kind: "note",
        label: "Cette convention est sans objet.",
        text: `La personne a renoncé à la formation le ${day}. Seules les heures suivies jusque-là sont dues ; sans heure suivie, rien ne l’est.`,
      };
}
