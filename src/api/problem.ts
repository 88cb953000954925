/** Problems as in RFC 9457, in the reader's language. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Label, type Lang, LANGS } from "../kit/lang.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { lackTitle } from "../people/tokens/sentences.ts";

const TITLES: Readonly<Record<string, Label>> = {
  invalid: {
    fr: "Ces données ne peuvent pas être lues comme la décision les attend.",
    en: "This input is not what the decision expects.",
  },
  maquette: { fr: "Cette maquette sort du cadre national.", en: "This maquette is outside the national frame." },
  grant: { fr: "Cet allègement ne peut pas être accordé.", en: "This allègement cannot be granted." },
  funding: { fr: "Ces financements dépassent le coût.", en: "This funding exceeds the cost." },
  places: { fr: "La liste compte plus d’admis que de places.", en: "The list has more people admitted than places." },
  cap: {
    fr: "La loi ne permet pas de demander autant avant le début.",
    en: "The law does not let so much be asked before the start.",
  },
  number: {
    fr: "Une pièce ne s’émet pas avant la précédente de sa série.",
    en: "A document is not issued before the one before it in its series.",
  },
  exemption: {
    fr: "Aucune attestation n’exonère de la taxe ce jour-là.",
    en: "No attestation exempts from the tax on that day.",
  },
  nothing: { fr: "Il ne reste rien à facturer.", en: "Nothing is left to invoice." },
  credit: { fr: "L’avoir dépasse ce qui reste de la facture.", en: "The credit exceeds what is left of the invoice." },
  refund: {
    fr: "Ce qui reste de ce versement ne le permet pas.",
    en: "What is left of this payment does not allow it.",
  },
  adjust: {
    fr: "La facture n’a plus autant d’ouvert ce jour-là.",
    en: "The invoice has no longer so much open on that day.",
  },
  "too-large": {
    fr: "Ce contenu est trop grand : « most » dit combien d’octets sont pris.",
    en: "This content is too large: “most” says how many bytes are taken.",
  },
  method: {
    fr: "Cette adresse ne se demande pas ainsi : l’en-tête Allow dit comment.",
    en: "This address is not asked for in this way: the header Allow says how.",
  },
  "media-type": {
    fr: "Le contenu doit être du JSON (application/json), tel quel ou compressé (Content-Encoding: gzip ou br).",
    en: "The content must be JSON (application/json), as it is or compressed (Content-Encoding: gzip or br).",
  },
  "bad-request": { fr: "Cette demande ne peut pas être lue.", en: "This request cannot be read." },
  stale: {
    fr: "Quelqu’un a enregistré entre-temps : voici ce qui est enregistré.",
    en: "Someone saved in between: here is what stands now.",
  },
  refused: { fr: "La règle ne le permet pas.", en: "The rule does not allow it." },
  forged: {
    fr: "La signature de cette annonce ne convient pas, ou elle est trop ancienne.",
    en: "The signature of this announcement does not hold, or it is too old.",
  },
  forbidden: { fr: "Vous n’y avez pas droit, ou cela n’existe plus.", en: "You may not, or it is no longer there." },
  "token-missing": {
    fr: "Cette opération demande un jeton personnel (Authorization: Bearer livret_…) : créez-le dans votre compte, sous « Jetons pour programmes ».",
    en: "This operation asks for a personal token (Authorization: Bearer livret_…): make one in your account, under “Tokens for programs”.",
  },
  "token-unknown": {
    fr: "Ce jeton ne vaut pas ici : il est inconnu, arrivé à son terme, retiré, ou d’une autre école.",
    en: "This token is no good here: it is unknown, past its end, taken back, or of another school.",
  },
  "reads-only": lackTitle("reads-only"),
  "not-chosen": lackTitle("not-chosen"),
  binds: lackTitle("binds"),
  shown: lackTitle("shown"),
  "metrics-token": {
    fr: "Ces mesures demandent le jeton du service (Authorization: Bearer …), celui de LIVRET_METRICS_TOKEN.",
    en: "These measures ask for the service’s token (Authorization: Bearer …), that of LIVRET_METRICS_TOKEN.",
  },
  "metrics-closed": {
    fr: "Ces mesures ne se lisent que depuis la machine du service, sans serveur mandataire. Pour les lire d’ailleurs, ou derrière un mandataire, donnez LIVRET_METRICS_TOKEN au service et à qui les lit.",
    en: "These measures are read on the service’s own machine only, without a proxy. To read them from elsewhere, or behind a proxy, give LIVRET_METRICS_TOKEN to the service and to whoever reads them.",
  },
  file: { fr: "Ce fichier n’est pas pris : voyez pourquoi.", en: "This file is not taken: see why." },
  "file-name": {
    fr: "Donnez le nom du fichier dans l’en-tête Content-Disposition : attachment; filename*=UTF-8''….",
    en: "Give the name of the file in the header Content-Disposition: attachment; filename*=UTF-8''….",
  },
  "file-type": {
    fr: "Envoyez un fichier : dans un formulaire (multipart/form-data), ou ses octets tels quels (application/octet-stream).",
    en: "Send one file: in a form (multipart/form-data), or its bytes as they are (application/octet-stream).",
  },
  "not-found": { fr: "Cette adresse n’existe pas.", en: "This address does not exist." },
  "too-slow": {
    fr: "Cette demande a mis trop de temps à arriver : rien n’a été enregistré.",
    en: "This request took too long to arrive: nothing was recorded.",
  },
  "too-many": {
    fr: "Trop de demandes en peu de temps : réessayez dans une minute.",
    en: "Too many requests in a short time: try again in a minute.",
  },
  busy: {
    fr: "Trop de demandes attendent en ce moment : réessayez dans une minute, rien n’a été enregistré.",
    en: "Too many requests are waiting at this moment: try again in a minute, nothing was recorded.",
  },
  unavailable: { fr: "Le service n’est pas prêt.", en: "The service is not ready." },
  fault: {
    fr: "Une panne de notre côté a empêché de répondre ; rien n’a été enregistré.",
    en: "A fault on our side kept us from answering; nothing was recorded.",
  },
};

export function sendProblem(
  reply: FastifyReply,
  lang: Lang,
  status: number,
  code: string,
  more: Record<string, unknown> = {},
): FastifyReply {
  return inLang(reply.status(status), lang)
    .type("application/problem+json")
    .send({ type: `urn:livret:problem:${code}`, title: TITLES[code]![lang], status, code, ...more });
}

/** `?lang=` first, then `Accept-Language`; French otherwise. */
export function langOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === "fr" || asked === "en") return asked;
  return preferred(request.headers["accept-language"] ?? "");
}

/** An error for an unknown `?lang=`. */
export function langIssue(request: FastifyRequest): Issue | undefined {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === undefined || asked === "fr" || asked === "en") return undefined;
  return issue("?lang", "Langue inconnue. Sont connues : fr, en.", "Unknown language. Known are: fr, en.");
}

/** The language of the answer, and that caches must vary by it. */
export function inLang(reply: FastifyReply, lang: Lang): FastifyReply {
  return reply.header("content-language", lang).header("vary", "accept-language");
}

/** The language of the greatest weight, the first named among equals; `*` stands for unnamed languages. */
function preferred(header: string): Lang {
  const weights = new Map<string, number>();
  for (const part of header.split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const q = parameters.map((one) => one.trim()).find((one) => one.startsWith("q="));
    const weight = q === undefined ? 1 : Number(q.slice(2)) || 0;
    const name = tag.split("-")[0]!.trim();
    weights.set(name, Math.max(weight, weights.get(name) ?? 0));
  }
  let best: Lang = "fr";
  let most = 0;
  for (const lang of [...weights.keys(), ...LANGS]) {
    if (lang !== "fr" && lang !== "en") continue;
    const weight = weights.get(lang) ?? weights.get("*") ?? 0;
    if (weight > most) [best, most] = [lang, weight];
  }
  return best;
}
