/** The refusals of this room's acts, in both languages. */
import { type Lang, sayDay, sayList } from "../kit/lang.ts";
import { type Issue, issue } from "../kit/schema.ts";
import type { Clash } from "../agenda/book.ts";
import { sayInstant } from "../kit/instant.ts";

export const said = {
  noLaw: issue("diploma", "L’école ne prépare pas à ce diplôme.", "The school does not prepare for this diploma."),
  backwards: issue("until", "Le dernier jour vient avant le premier.", "The last day comes before the first."),
  taken: issue("name", "Une session porte déjà ce nom.", "A session has this name already."),
  unknownPaper: issue("what", "Ce n’est pas l’une des pièces attendues.", "This is none of the papers awaited."),
  future: (path: string) => issue(path, "Ce jour n’est pas encore venu.", "This day has not come yet."),
  nothingToSit: issue(
    "exams",
    "Il n’y a pas d’épreuve que cette personne ait à passer : tout est acquis.",
    "There is no exam for this person to sit: all is acquired.",
  ),
  notTheirs: issue(
    "exams",
    "L’une de ces épreuves n’est pas à passer : elle est acquise, ou dispensée.",
    "One of these exams is not to be sat: it is acquired, or dispensed.",
  ),
  presented: issue(
    "enrolment",
    "Cette personne est déjà présentée à cette session.",
    "This person is presented to this session already.",
  ),
  heard: issue(
    "entry",
    "Cette personne est déjà passée devant des examinateurs, ou un jury s’est prononcé : elle reste présentée.",
    "This person came before examiners already, or a jury ruled: they remain presented.",
  ),
  college: issue(
    "college",
    "Dites de quel collège il s’agit, avec le siège ou le côté que ce collège demande.",
    "Say which college it is, with the seat or the side that this college asks for.",
  ),
  actor: issue("actor", "Cette personne n’est pas de l’école.", "This person is not of the school."),
  link: issue("kind", "Ce lien n’est pas connu du référentiel.", "The référentiel does not know this link."),
  notAMember: issue(
    "persons",
    "Un membre du jury est d’un collège : complétez d’abord le registre.",
    "A member of the jury is of a college: first complete the register.",
  ),
  exam: issue("exam", "Cette épreuve n’est pas du diplôme.", "This exam is not of the diploma."),
  side: issue(
    "examiners",
    "L’épreuve ne connaît pas d’examinateurs nommés ainsi.",
    "The exam knows no examiners named in this way.",
  ),
  notPresented: issue(
    "candidates",
    "L’une de ces personnes n’est pas présentée à cette épreuve, ou passe déjà devant un autre groupe.",
    "One of these persons is not presented to this exam, or comes before another group already.",
  ),
  times: issue("until", "La fin vient avant le début.", "The end comes before the beginning."),
  noLength: issue(
    "until",
    "Dites quand le groupe finit : le référentiel ne donne pas la durée de cette épreuve.",
    "Say when the group ends: the référentiel does not give the length of this exam.",
  ),
  atOnce: (names: readonly string[]) =>
    issue(
      "times",
      `Une autre personne passe à cette heure, ou le groupe n’a pas commencé : ${sayList(names, "fr")}.`,
      `Somebody else passes at that hour, or the group has not begun: ${sayList(names, "en")}.`,
    ),
  groupName: issue("name", "Un groupe porte déjà ce nom.", "A group has this name already."),
  room: issue("room", "Cette salle n’est plus à réserver.", "This room is no longer to be booked."),
  marked: issue(
    "examiner",
    "Des notes sont déjà données : qui a entendu reste, et un autre groupe examine de nouveau.",
    "Marks are given already: whoever heard stays, and another group examines again.",
  ),
  undesignated: issue(
    "person",
    "Qui remplace est d’abord désigné pour cette épreuve, au plus tard le jour où elle est passée.",
    "Whoever stands in is first designated for this exam, by the day on which it is held.",
  ),
  already: issue("person", "Cette personne est déjà du groupe.", "This person is of the group already."),
  over: (path: string) =>
    issue(
      path,
      "Le jury a clos sa délibération : seul un nouveau jury peut y revenir.",
      "The jury has closed its deliberation: only a new one can go back to it.",
    ),
  missing: (path: string, names: readonly string[]) =>
    issue(path, `Il manque une note : ${sayList(names, "fr")}.`, `A mark is missing: ${sayList(names, "en")}.`),
  mark: (max: number) => issue("mark", `Une note va de 0 à ${max}.`, `A mark goes from 0 to ${max}.`),
  either: issue("mark", "Donnez une note, ou dites ce qui a manqué.", "Give a mark, or say what was missed."),
  sharedOnce: issue(
    "marks",
    "Le travail collectif n’a qu’une note, la même pour tout le groupe.",
    "The collective work has one mark, the same for the whole group.",
  ),
  reportRuled: issue(
    "marks",
    "Un jury s’est prononcé sur ce travail collectif avec une autre note : c’est celle-là.",
    "A jury has ruled on this collective work with another mark: it is that one.",
  ),
  notAsked: issue("component", "Cette épreuve n’a pas cette note.", "This exam has no such mark."),
  apart: issue(
    "mark",
    "Les correcteurs n’ont pas tous fini : ils s’accordent ensuite.",
    "Not all markers have finished: they agree afterwards.",
  ),
  missedStays: issue(
    "mark",
    "Il n’y a rien à noter : ce qui a manqué n’est pas un zéro.",
    "There is nothing to mark: what was missed is no zero.",
  ),
  fileGone: issue(
    "scan",
    "Ce fichier n’est plus là : envoyez-le de nouveau.",
    "This file is no longer there: send it again.",
  ),
  ground: issue("ground", "Dites pourquoi.", "Say why."),
  notThere: issue("person", "Cette personne n’est pas présente.", "This person is not present."),
  doesNotPreside: issue(
    "person",
    "Cette personne n’est pas du collège qui préside.",
    "This person is not of the college that presides.",
  ),
  moreVotes: issue(
    "votes",
    "Il n’y a pas tant de personnes qui puissent voter.",
    "There are not so many who may vote.",
  ),
  rule: issue(
    "rules",
    "L’autorité ne peut passer outre que ce que le référentiel permet.",
    "The authority may pass over only what the référentiel allows.",
  ),
  later: issue(
    "to",
    "Choisissez un jour à venir, dans la session ou après.",
    "Choose a day to come, in the session or after.",
  ),
  openAlready: issue(
    "session",
    "Un jury délibère déjà sur cette session.",
    "A jury deliberates on this session already.",
  ),
  notSealed: issue(
    "entry",
    "Aucun jury n’a encore décidé pour cette personne.",
    "No jury has decided for this person yet.",
  ),
  tooLate: (until: string) =>
    issue(
      "entry",
      `Une décision ne se corrige contre la personne que jusqu’au ${sayDay(until, "fr")}, sauf fraude déclarée par l’autorité.`,
      `A decision is corrected against the person only until ${sayDay(until, "en")}, but for a fraud that the authority declares.`,
    ),
  notified: issue(
    "notifiedOn",
    "La notification vient le jour de la clôture ou après, et aujourd’hui au plus tard.",
    "The notification comes on the day of the closing or after, and today at the latest.",
  ),
  overtaken: issue(
    "jury",
    "Un jury plus récent a décidé de nouveau : c’est sa décision qui se publie.",
    "A later jury has decided anew: it is its decision that is published.",
  ),
  nothingTakenBack: issue(
    "jury",
    "Ce jury ne revient sur aucune décision : il n’y a rien à reprendre pour fraude.",
    "This jury goes back to no decision: there is nothing to take back for fraud.",
  ),
  running: issue(
    "enrolment",
    "Le délai court encore, ou rien n’est à perdre : il n’y a pas de déchéance à décider.",
    "The time is still running, or there is nothing to lose: there is no lapse to decide.",
  ),
  keptTooShort: (end: string) =>
    issue(
      "keptUntil",
      `Choisissez un jour à venir, après le ${sayDay(end, "fr")}, où le délai finit déjà.`,
      `Choose a day to come, after ${sayDay(end, "en")}, when the time ends already.`,
    ),
  noDiploma: issue("enrolment", "Le diplôme n’est pas acquis.", "The diploma is not acquired."),
  notReceived: issue("kind", "Le parchemin n’est pas encore reçu.", "The parchment has not been received yet."),
} as const;

/** Names the person or room already booked. */
export function clashIssues(clashes: readonly Clash[], named: (taken: string) => string, zone: string): Issue[] {
  return clashes.map(({ taken, from, until }) => {
    const when = (lang: Lang) => `${sayInstant(from, zone, lang)} – ${sayInstant(until, zone, lang)}`;
    return issue(
      taken.startsWith("room:") ? "room" : "examiners",
      `Déjà pris : ${named(taken)}, ${when("fr")}.`,
      `Taken already: ${named(taken)}, ${when("en")}.`,
    );
  });
}
