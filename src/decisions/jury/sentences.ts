/** The words of the jury, in both languages: the same in minutes, letters and on screen. */
import { inBoth, joined } from "../../kit/in-both.ts";
import { type Label, type Lang, plural, sayDay, sayList } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";
import type { Override, Panel } from "./facts.ts";

type Named = { label: Label };
type College = { label: Label; name?: Label; key: string };
/** With a candidate, those who sit for them; without, the members appointed. */
type For = { candidate?: string };
type Of = { candidate: string };
type Order = { order: { number: string; signedOn: string } };
type Presides = For & { college: College; there: readonly string[] };
type Missing = For & { missing: readonly College[] };
type Seats = { seats: readonly Named[]; missing: readonly Named[] };
type Share = For & { college: College; count: number; total: number; percent: number };
type Parity = For & { college: College; sides: readonly { entry: Named; count: number }[]; odd: boolean };
type OfPanel = { panel: Panel; domain: { domain: string } };
type Marked = OfPanel & { wrong: readonly string[]; count: number };
type Side = OfPanel & { side: Named; count: number; wanted: number };
type Director = Of & { director: string; domain: { domain: string }; work: Label; link: Named };
type Weighed = Of & { member: string; link: Named };
type Votes = Of & { domain: { domain: string }; count: number; entitled: number };

/** Ends the sentence with a written ground, and with a full stop unless it has one. */
function stopped(ground: string): string {
  return /[.!?…]$/.test(ground) ? ground : `${ground}.`;
}

function nameOf({ name, key }: College, lang: Lang): string {
  return name?.[lang] ?? key;
}

const quotedFr = (names: readonly string[]) =>
  sayList(
    names.map((name) => french`« ${name} »`),
    "fr",
  );
const quotedEn = (names: readonly string[]) =>
  sayList(
    names.map((name) => `“${name}”`),
    "en",
  );

function amongFr({ candidate }: For): string {
  return candidate === undefined
    ? "Parmi les membres nommés"
    : french`Pour « ${candidate} », parmi les membres qui siègent`;
}
function amongEn({ candidate }: For): string {
  return candidate === undefined ? "Among the members appointed" : `For “${candidate}”, among the members who sit`;
}
const groupFr = ({ panel, domain }: OfPanel) => french`Groupe « ${panel.id} » (${domain.domain})`;
const groupEn = ({ panel, domain }: OfPanel) => `Group “${panel.id}” (${domain.domain})`;
const counted = (sides: Parity["sides"], lang: Lang) =>
  sayList(
    sides.map(({ entry, count }) => `${entry.label[lang]} (${count})`),
    lang,
  );

/** The rules that the authority may override. */
const PASSED: Readonly<Record<Lang, Readonly<Record<string, string>>>> = inBoth({
  presides: ["la présidence", "the presidency"],
  colleges: ["la présence de chaque collège", "the presence of each college"],
  share: ["la part que doit atteindre un collège", "the share that a college must reach"],
  parity: ["l’égalité des côtés", "the equality of the sides"],
});
const passed = ({ rules }: Override, lang: Lang) =>
  sayList(
    [...new Set(rules)].map((rule) => PASSED[lang][rule]!),
    lang,
  );

export const sentences = joined(
  lawSentences,
  inBoth({
    order: ({ order }: Order) => [
      french`L’arrêté « ${order.number} » du ${sayDay(order.signedOn, "fr")} nomme le jury.`,
      `Order “${order.number}” of ${sayDay(order.signedOn, "en")} appoints the jury.`,
    ],
    "order-missing": () => [
      french`Aucun arrêté ne nomme le jury : il faut que l’autorité le prenne avant qu’il délibère.`,
      "No order appoints the jury: the authority must make it before it deliberates.",
    ],
    "order-late": ({ order, on }: Order & { on: string }) => [
      french`L’arrêté « ${order.number} », signé le ${sayDay(order.signedOn, "fr")}, vient après la délibération du ${sayDay(on, "fr")}.`,
      `Order “${order.number}”, signed on ${sayDay(order.signedOn, "en")}, comes after the deliberation of ${sayDay(on, "en")}.`,
    ],
    "appointed-only": () => [
      french`Aucun membre n’est présent sans avoir été nommé.`,
      "No member is present without having been appointed.",
    ],
    "not-appointed": ({ others }: { others: readonly string[] }) => [
      french`Présence sans nomination en vigueur ce jour-là : ${quotedFr(others)}.`,
      `Present without an appointment in force on that day: ${quotedEn(others)}.`,
    ],
    seats: ({ seats }: Seats) => [
      french`Parmi les membres nommés, chacun de ceux-ci siège ou est représenté : ${labels(seats, "fr")}.`,
      `Among the members appointed, each of these sits or is represented: ${labels(seats, "en")}.`,
    ],
    "seats-missing": ({ missing }: Seats) => [
      french`Parmi les membres nommés, il manque, ou son représentant : ${labels(missing, "fr")}.`,
      `Among the members appointed, missing in person or by a representative: ${labels(missing, "en")}.`,
    ],
    presides: (v: Presides) => [
      french`${amongFr(v)}, la présidence revient au collège « ${nameOf(v.college, "fr")} » : ${quotedFr(v.there)}.`,
      `${amongEn(v)}, it is for the college “${nameOf(v.college, "en")}” to preside: ${quotedEn(v.there)}.`,
    ],
    "nobody-presides": (v: Presides) => [
      french`${amongFr(v)}, personne n’est du collège « ${nameOf(v.college, "fr")} » : nul ne peut présider.`,
      `${amongEn(v)}, nobody is of the college “${nameOf(v.college, "en")}”: there is nobody to preside.`,
    ],
    colleges: (v: Missing) => [
      french`${amongFr(v)}, chaque collège a un membre.`,
      `${amongEn(v)}, each college has a member.`,
    ],
    "colleges-missing": (v: Missing) => [
      french`${amongFr(v)}, il n’y a personne de : ${quotedFr(v.missing.map((one) => nameOf(one, "fr")))}.`,
      `${amongEn(v)}, there is nobody of: ${quotedEn(v.missing.map((one) => nameOf(one, "en")))}.`,
    ],
    "share-reached": (v: Share) => [
      v.total === 0
        ? french`${amongFr(v)}, il n’y a personne, dont un collège serait une part.`
        : french`${amongFr(v)}, le collège « ${nameOf(v.college, "fr")} » compte ${v.count} sur ${v.total}, pour au moins ${v.percent} %.`,
      v.total === 0
        ? `${amongEn(v)}, there is nobody of whom a college would be a share.`
        : `${amongEn(v)}, the college “${nameOf(v.college, "en")}” counts ${v.count} of ${v.total}, where at least ${v.percent}% are needed.`,
    ],
    "share-missed": (v: Share) => [
      french`${amongFr(v)}, le collège « ${nameOf(v.college, "fr")} » compte seulement ${v.count} sur ${v.total}, quand il en faut au moins ${v.percent} %.`,
      `${amongEn(v)}, the college “${nameOf(v.college, "en")}” counts only ${v.count} of ${v.total}, where at least ${v.percent}% are needed.`,
    ],
    parity: (v: Parity) => [
      french`${amongFr(v)}, le collège « ${nameOf(v.college, "fr")} » est égal de chaque côté : ${counted(v.sides, "fr")}.`,
      `${amongEn(v)}, the college “${nameOf(v.college, "en")}” is equal on each side: ${counted(v.sides, "en")}.`,
    ],
    "parity-broken": (v: Parity) => [
      french`${amongFr(v)}, le collège « ${nameOf(v.college, "fr")} » n’est pas égal de chaque côté : ${counted(v.sides, "fr")}${v.odd ? french` ; leur nombre ne se partage pas également` : ""}.`,
      `${amongEn(v)}, the college “${nameOf(v.college, "en")}” is not equal on each side: ${counted(v.sides, "en")}${v.odd ? "; their number cannot be shared equally" : ""}.`,
    ],
    override: (v: Override) => [
      french`L’autorité, « ${v.by} », passe outre ${passed(v, "fr")}, au motif : ${stopped(v.ground)}`,
      `The authority, “${v.by}”, passes over ${passed(v, "en")}, on this ground: ${stopped(v.ground)}`,
    ],
    "marked-designated": (v: Marked) => [
      v.count === 0
        ? french`${groupFr(v)}, du ${sayDay(v.panel.heldOn, "fr")} : personne n’a noté.`
        : french`${groupFr(v)} : quiconque a noté était désigné le ${sayDay(v.panel.heldOn, "fr")}.`,
      v.count === 0
        ? `${groupEn(v)}, of ${sayDay(v.panel.heldOn, "en")}: nobody marked.`
        : `${groupEn(v)}: whoever marked was designated on ${sayDay(v.panel.heldOn, "en")}.`,
    ],
    "marked-undesignated": (v: Marked) => [
      french`${groupFr(v)} : notes données sans désignation au ${sayDay(v.panel.heldOn, "fr")} par ${quotedFr(v.wrong)}.`,
      `${groupEn(v)}: marks given without a designation by ${sayDay(v.panel.heldOn, "en")}, by ${quotedEn(v.wrong)}.`,
    ],
    examiners: (v: Side) => [
      french`${groupFr(v)}, ${v.side.label.fr} : ${v.count} désigné${v.count > 1 ? "s" : ""} parmi ceux qui ont noté, pour exactement ${v.wanted}.`,
      `${groupEn(v)}, ${v.side.label.en}: ${v.count} designated among those who marked, of exactly ${v.wanted}.`,
    ],
    "no-director": (v: Director) => [
      french`Pour « ${v.candidate} », ${v.domain.domain} : personne n’est nommé qui ait dirigé le ${v.work.fr}, ou qui en tienne lieu.`,
      `For “${v.candidate}”, ${v.domain.domain}: nobody is named who directed the ${v.work.en}, or stands in for whoever did.`,
    ],
    "director-votes": (v: Director) => [
      french`Pour « ${v.candidate} », ${v.domain.domain} : « ${v.director} », qui a dirigé le ${v.work.fr}, a pris part et peut voter.`,
      `For “${v.candidate}”, ${v.domain.domain}: “${v.director}”, who directed the ${v.work.en}, took part and may vote.`,
    ],
    "director-away": (v: Director) => [
      french`Pour « ${v.candidate} », ${v.domain.domain} : « ${v.director} », qui a dirigé le ${v.work.fr}, n’a pas pris part.`,
      `For “${v.candidate}”, ${v.domain.domain}: “${v.director}”, who directed the ${v.work.en}, did not take part.`,
    ],
    "director-recused": (v: Director) => [
      french`Pour « ${v.candidate} », ${v.domain.domain} : « ${v.director} », qui a dirigé le ${v.work.fr}, ne peut voter (${v.link.label.fr}).`,
      `For “${v.candidate}”, ${v.domain.domain}: “${v.director}”, who directed the ${v.work.en}, may not vote (${v.link.label.en}).`,
    ],
    "panel-regular": (v: OfPanel & Of) => [
      french`Pour « ${v.candidate} », le groupe « ${v.panel.id} » (${v.domain.domain}) est régulier.`,
      `For “${v.candidate}”, the group “${v.panel.id}” (${v.domain.domain}) is regular.`,
    ],
    "panel-irregular": (v: OfPanel & Of) => [
      french`Pour « ${v.candidate} », le groupe « ${v.panel.id} » (${v.domain.domain}) n’est pas régulier.`,
      `For “${v.candidate}”, the group “${v.panel.id}” (${v.domain.domain}) is not regular.`,
    ],
    weighed: (v: Weighed) => [
      french`Pour « ${v.candidate} », lien déclaré avec « ${v.member} » : ${v.link.label.fr}, que le jury apprécie et qui n’écarte pas à lui seul.`,
      `For “${v.candidate}”, a link declared with “${v.member}”: ${v.link.label.en}, which the jury weighs and which does not keep away by itself.`,
    ],
    "too-many-votes": (v: Votes) => [
      french`Pour « ${v.candidate} », ${v.domain.domain} : ${v.count} voix, abstentions comprises, pour ${v.entitled} ${plural(v.entitled, "personne", "personnes", "fr")} qui ${v.entitled > 1 ? "peuvent" : "peut"} voter.`,
      `For “${v.candidate}”, ${v.domain.domain}: ${v.count} ${plural(v.count, "vote", "votes", "en")}, abstentions included, of ${v.entitled} ${plural(v.entitled, "person", "persons", "en")} who may vote.`,
    ],
  }),
);

function labels(named: readonly Named[], lang: Lang): string {
  return sayList(
    named.map(({ label }) => label[lang]),
    lang,
  );
}
