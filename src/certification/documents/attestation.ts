/** The attestation of acquired domains, or of success: an official document in French of what was notified. Pure. */
import { join } from "node:path";
import { sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { verifyingAt } from "../../issued-documents/words.ts";
import { sayOrigin } from "../../training/programmes/origin-words.ts";
import type { Attested } from "../after/attesting.ts";
import { certificationWords } from "../words.ts";

export const ATTESTATION_TEMPLATE = join(import.meta.dirname, "attestation.typ");

type AttestationFacts = {
  readonly law: Law;
  readonly code: string;
  readonly attested: Attested;
  /** The URL where the code is verified. */
  readonly verifiedAt: string;
};

export function attestationDocument(facts: AttestationFacts): HouseDocument & { attached: Attested } {
  const { law, code, attested } = facts;
  const { name, address } = law.establishment;
  const { on, outcome, diploma } = attested;
  const document = typographicAll(
    {
      lang: "fr" as const,
      title: outcome === "diploma" ? "Attestation de réussite" : "Attestation de domaines acquis",
      subtitle: capital(diploma.label.fr),
      number: code,
      date: on,
      school: { name, address },
      words: { number: "Code", date: `Émise le ${sayDay(on, "fr")}`, page: "Page", of: "sur" },
      blocks: blocksOf(facts),
    },
    "fr",
  );
  return { ...document, attached: attested };
}

function blocksOf({ law, code, attested, verifiedAt }: AttestationFacts): Block[] {
  const { identity, session, decidedOn, notifiedOn, outcome, completeBy, diploma, acquired } = attested;
  const { birthName, usedName, givenNames, bornOn } = identity;
  const factIfAny = (label: string, value: string) => (value === "" ? [] : [{ label, value }]);
  const whole = outcome === "diploma";
  const says = `${law.establishment.name} atteste que, par la décision du jury du ${sayDay(decidedOn, "fr")}, notifiée le ${sayDay(notifiedOn, "fr")}, la personne nommée ci-dessus ${
    whole ? `a obtenu le ${diploma.label.fr}` : `a acquis les domaines qui suivent du ${diploma.label.fr}`
  }.`;
  return [
    {
      kind: "facts",
      items: [
        { label: "Nom de naissance", value: birthName },
        ...factIfAny("Nom d’usage", usedName),
        ...factIfAny("Prénoms", givenNames),
        ...factIfAny("Né ou née le", bornOn === null ? "" : sayDay(bornOn, "fr")),
        { label: "Session", value: session },
      ],
    },
    { kind: "text", text: says, lead: true },
    {
      kind: "table",
      caption: "Domaines acquis",
      columns: [
        { label: "Domaine", width: 3 },
        { label: "Par", width: 3 },
      ],
      rows: acquired.map(({ domain, label, status, origin }) => [
        `${domain} – ${capital(label.fr)}`,
        origin ? sayOrigin(origin, "fr") : (certificationWords("fr").status[status] ?? status),
      ]),
    },
    ...(completeBy === null
      ? []
      : [{ kind: "text", text: `Le diplôme est à compléter le ${sayDay(completeBy, "fr")} au plus tard.` } as const]),
    ...(whole ? [{ kind: "text", text: NOT_THE_DIPLOMA } as const] : []),
    ...issuerBlocks(attested),
    {
      kind: "note",
      label: "Vérifier cette attestation",
      text: `Est-elle encore vraie ? ${verifyingAt(verifiedAt, code)}`,
    },
  ];
}

/** Who issues it, as the school's file said on that day; empty in attestations from before that was kept. */
function issuerBlocks({ issuer }: Attested): Block[] {
  if (!issuer) return [];
  const { name, form, address, signatory } = issuer;
  const signed =
    signatory === null
      ? // To be filled in by hand: the school's file names nobody.
        { label: "Pour l’établissement (nom, qualité, signature)", value: "…" }
      : { label: "Pour l’établissement", value: `${signatory.name}, ${signatory.quality.fr}` };
  return [
    {
      kind: "facts",
      items: [{ label: "Délivrée par", value: [name, form, ...address].filter(Boolean).join(", ") }, signed],
    },
  ];
}

const NOT_THE_DIPLOMA = "Le diplôme lui-même est délivré par l’État : cette attestation ne le remplace pas.";
