/**
 * The file that is deposited: the same bytes for the same passages, however often it is made. Elements stand in the order in which
 * `documents/schema/accrochage.xsd` has them.
 */
import { wallIn } from "../../../kit/zone.ts";
import type { Holder } from "./holder.ts";
import type { Passage } from "./reported.ts";

const NAMESPACE = "urn:cdc:cpf:pc5:schema:1.0.0";

/** The schema has one certifier in a file. */
export type FileHead = {
  readonly id: string;
  readonly emitter: string;
  readonly stamp: string;
  readonly client: string;
  readonly contract: string;
};

type Node = readonly [name: string, within: string | null | readonly Node[]];

/** With the offset of the zone: the schema refuses «Z». */
export function stampIn(instant: Date, zone: string): string {
  const { day, time, seconds } = wallIn(instant, zone);
  const whole = Math.floor(instant.getTime() / 1000) * 1000;
  const minutes = Math.round((Date.parse(`${day}T${time}:${seconds}Z`) - whole) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${day}T${time}:${seconds}${minutes < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

export function passagesXml(head: FileHead, passages: readonly Passage[]): string {
  const { id, emitter, stamp, client, contract } = head;
  const certifier: Node[] = [
    ["idClient", client],
    ["idContrat", contract],
    ["certifications", certifications(passages)],
  ];
  const root: Node = [
    "flux",
    [
      ["idFlux", id],
      ["horodatage", stamp],
      [
        "emetteur",
        [
          ["idClient", emitter],
          ["certificateurs", [["certificateur", certifier]]],
        ],
      ],
    ],
  ];
  const spaces = `xmlns:cpf="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root, "", ` ${spaces}`)}`;
}

function certifications(passages: readonly Passage[]): Node[] {
  return [...Map.groupBy(passages, ({ code, depositor }) => `${code} ${depositor}`).values()].map((theirs) => [
    "certification",
    [
      ["type", "RNCP"],
      ["code", theirs[0]!.code],
      ["natureDeposant", theirs[0]!.depositor],
      ["passageCertifications", theirs.map((one): Node => ["passageCertification", passage(one)])],
    ],
  ]);
}

/** A State diploma: awarded and not scored, certified for good, without a level of language or of digital skills, and without a mention. */
function passage({ name, awardedOn, access, route, initiative, holder }: Passage): Node[] {
  return [
    ["idTechnique", name],
    ["obtentionCertification", "PAR_ADMISSION"],
    ["donneeCertifiee", "true"],
    ["dateDebutValidite", awardedOn],
    ["dateFinValidite", null],
    ["presenceNiveauLangueEuro", "false"],
    ["presenceNiveauNumeriqueEuro", "false"],
    ["scoring", null],
    ["mentionValidee", null],
    [
      "modalitesInscription",
      [
        ["modaliteAcces", access],
        ...(route === null ? [] : [["voieAccessVAE", route] as const]),
        ...(initiative === null ? [] : [["initiativeInscription", initiative] as const]),
      ],
    ],
    ["identificationTitulaire", [["titulaire", titulaire(holder)]]],
  ];
}

const GIVEN = ["prenom1", "prenom2", "prenom3"];

function titulaire({ birthName, usedName, given, year, month, day, sex, insee, place, country }: Holder): Node[] {
  return [
    ["nomNaissance", birthName],
    ["nomUsage", usedName],
    ...given.map((one, nth): Node => [GIVEN[nth]!, one]),
    ["anneeNaissance", String(year)],
    ["moisNaissance", month === null ? null : String(month)],
    ["jourNaissance", day === null ? null : String(day)],
    ["sexe", sex],
    [
      "codeCommuneNaissance",
      [
        insee === null
          ? ["codePostalNaissance", [["codePostal", null]]]
          : ["codeInseeNaissance", [["codeInsee", insee]]],
      ],
    ],
    ...(place === null ? [] : [["libelleCommuneNaissance", place] as const]),
    ...(country === null
      ? []
      : [["codePaysNaissance", country.code] as const, ["libellePaysNaissance", country.name] as const]),
  ];
}

function printed([name, within]: Node, indent: string, attributes = ""): string {
  if (within === null) return `${indent}<cpf:${name} xsi:nil="true"/>\n`;
  if (typeof within === "string") return `${indent}<cpf:${name}>${escaped(within)}</cpf:${name}>\n`;
  const inner = within.map((one) => printed(one, `${indent} `)).join("");
  return `${indent}<cpf:${name}${attributes}>\n${inner}${indent}</cpf:${name}>\n`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => SIGNS[sign]!);
}
