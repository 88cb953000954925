/** The school in LHÉO: its address, how it is reached, and its numbers. Pure. */
import { postalAddress } from "../../../kit/postal-address.ts";
import type { Establishment } from "../../../law/establishment.ts";
import { telephonesOf } from "../../../law/telephones.ts";
import type { ElementName } from "./format.ts";
import type { Element, Where } from "./tree.ts";

type School = Pick<Establishment, "name" | "legalName" | "legal" | "address" | "contacts">;

/** Of whom or what is told before its lines. Without a postcode and a town, both are missing. */
export function addressOf(name: string, lines: readonly string[], where: Where): Element {
  const { streets, postcode, town } = postalAddress(lines);
  return {
    name: "adresse",
    where,
    inside: [
      { name: "denomination", where, value: name },
      ...streets.map((value): Element => ({ name: "ligne", where, value })),
      { name: "codepostal", where, value: postcode },
      { name: "ville", where, value: town },
    ],
  };
}

/** By post, and by telephone, mail and website where the school gives them. */
export function contactOf(school: School, name: "contact-formation" | "contact-organisme"): Element {
  return { name, where: { in: "school", key: "contacts" }, inside: [reachedAt(school)] };
}

function reachedAt(school: School): Element {
  const { name, address, contacts } = school;
  const where: Where = { in: "school", key: "contacts" };
  const values = contacts.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const found = (pattern: RegExp) => values.filter((value) => pattern.test(value));
  const [mails, webs] = [found(/^[^\s@]+@[^\s@]+$/), found(/^https?:\/\//)];
  const list = (outer: ElementName, inner: ElementName, texts: readonly string[]): Element[] =>
    texts.length === 0 ? [] : [{ name: outer, where, inside: texts.map((value) => ({ name: inner, where, value })) }];
  return {
    name: "coordonnees",
    where,
    inside: [
      addressOf(name, address, { in: "school", key: "address" }),
      ...list("telfixe", "numtel", telephonesOf(school)),
      ...mails.slice(0, 1).map((value): Element => ({ name: "courriel", where, value })),
      ...list("web", "urlweb", webs),
    ],
  };
}

export function schoolOf(school: School): Element {
  const where = (key: string): Where => ({ in: "school", key });
  const { name, legalName, legal } = school;
  return {
    name: "organisme-formation-responsable",
    where: where("legal"),
    inside: [
      { name: "numero-activite", where: where("legal.activity"), value: legal?.activity?.number },
      {
        name: "SIRET-organisme-formation",
        where: where("legal.siret"),
        inside: [{ name: "SIRET", where: where("legal.siret"), value: legal?.siret }],
      },
      { name: "nom-organisme", where: where("name"), value: name },
      {
        name: "raison-sociale",
        where: where(legalName === undefined ? "name" : "legalName"),
        value: legalName ?? name,
      },
      { name: "coordonnees-organisme", where: where("address"), inside: [reachedAt(school)] },
      contactOf(school, "contact-organisme"),
    ],
  };
}
