/** What the acts on contracts refuse, and the sentence for it. */
import type { Label } from "../kit/lang.ts";
import { type Issue, issue } from "../kit/schema.ts";

export const refusals = {
  settled: issue(
    "others",
    "Un papier est signé, ou un financeur a répondu : demandez à l’école de changer qui paie.",
    "A paper is signed, or a fund has answered: ask the school to change who pays.",
  ),
  noPlace: issue(
    "dossier",
    "Cette personne n’a pas de place acceptée : il n’y a rien à conclure avec elle.",
    "This person has no accepted place: there is nothing to agree on with them.",
  ),
  noPrice: issue(
    "dossier",
    "Le prix n’est pas connu : décidez d’abord des allègements et dispenses, même s’il n’y en a aucun.",
    "The price is not known: decide on reliefs and dispenses first, even where there is none.",
  ),
  noStatus: issue(
    "status",
    "Dites la situation de la personne : l’école la déclare chaque année.",
    "Say the person’s situation: the school declares it every year.",
  ),
  unknownStatus: issue("status", "Cette situation n’est pas dans la liste.", "This situation is not in the list."),
  twice: issue(
    "others",
    "Un payeur est nommé deux fois : réunissez ses parts.",
    "A payer is named twice: add up its parts.",
  ),
  unknownPayer: issue(
    "others",
    "Ce payeur n’est pas dans le fichier de l’école, ou c’est la personne elle-même.",
    "This payer is not in the school’s file, or it is the person.",
  ),
  noTakeover: issue(
    "since",
    "À partir d’un jour, un payeur prend la suite d’un seul autre, d’une autre sorte, pour le même montant et sans changer le prix. Sinon, laissez le jour vide.",
    "From a day on, a payer takes over from one other, of another kind, for the same amount and at the same price. Otherwise, leave the day empty.",
  ),
  notRegistered: issue(
    "others",
    "Ce payeur n’est pas, ou plus, dans le registre des payeurs : ajoutez-le d’abord.",
    "This payer is not, or no longer, in the register of payers: add it first.",
  ),
  noAmount: issue(
    "others",
    "Un payeur est nommé sans montant : dites combien il paie, ou retirez-le. Seul un employeur dont l’accord paie peut ne rien payer.",
    "A payer is named without an amount: say how much it pays, or take it off. Only an employer whose accord pays may pay nothing.",
  ),
  noEmployer: issue(
    "others",
    "Cet accord paie pour un employeur : nommez l’employeur aussi, même s’il ne paie rien.",
    "This accord pays for an employer: name the employer too, even if it pays nothing.",
  ),
  ahead: issue("on", "Ce jour est à venir.", "This day is still to come."),
  notOurs: issue(
    "source",
    "Ce payeur ne signe pas de papier de l’école, ou n’a plus rien à signer.",
    "This payer signs no paper of the school, or has nothing left to sign.",
  ),
  notSigned: issue(
    "source",
    "L’autre partie n’a pas encore signé, ou l’école a déjà signé.",
    "The other party has not signed yet, or the school has signed already.",
  ),
  notAsked: issue("source", "On n’attend pas de réponse de ce payeur.", "No answer is expected of this payer."),
  inPart: issue(
    "amount",
    "Accordé en partie : dites combien, plus que rien et moins que ce qui est demandé.",
    "Granted in part: say how much, more than nothing and less than what is asked.",
  ),
  nothingSigned: issue(
    "dossier",
    "Aucun contrat n’est signé par la personne : il n’y a pas de quoi se rétracter.",
    "No contract is signed by the person: there is nothing to withdraw from.",
  ),
  nothingLate: issue(
    "dossier",
    "Aucune rétractation venue trop tard n’attend de réponse.",
    "No withdrawal that came too late waits for an answer.",
  ),
  noWords: issue(
    "words",
    "Écrivez la réponse : la personne la reçoit telle quelle.",
    "Write the answer: the person receives it as it is.",
  ),
  notToTell: issue(
    "source",
    "Ce payeur n’a rien signé ni accordé, ou il est déjà prévenu.",
    "This payer signed or granted nothing, or has been told already.",
  ),
  noHow: issue(
    "how",
    "Dites comment il l’a su : une lettre, un appel, et quel jour.",
    "Say how they were told: a letter, a call, and on which day.",
  ),
  beforeSigning: issue(
    "on",
    "Ce jour vient avant la signature du contrat.",
    "This day comes before the signature of the contract.",
  ),
  noKeys: issue("keys", "Cochez ce qui a été remis.", "Tick what was handed over."),
  unknownKeys: issue(
    "keys",
    "Cela n’est pas dans la liste de ce qui se remet.",
    "This is not in the list of what is handed over.",
  ),
  otherCohort: issue(
    "cohort",
    "Choisissez une promotion du diplôme de cette personne.",
    "Choose a cohort of this person’s diploma.",
  ),
  /** What is signed says the dates and the hours of a cohort. */
  signedForAnother: (cohort: string) =>
    issue(
      "cohort",
      `Ce qui est signé vaut pour la promotion ${cohort}. Inscrivez-y la personne, ou changez d’abord sa promotion : ce qui est signé sera alors à signer de nouveau.`,
      `What is signed is for the cohort ${cohort}. Enrol the person in it, or change their cohort first: what is signed is then to be signed anew.`,
    ),
  enrolledAlready: issue(
    "cohort",
    "Cette personne est inscrite dans une promotion : en changer se note sur sa formation.",
    "This person is enrolled in a cohort: a change of it is noted on their training.",
  ),
  placeOfContract: issue(
    "concluded",
    "Dites où le contrat a été signé : le délai pour se rétracter en dépend.",
    "Say where the contract was signed: the time to withdraw depends on it.",
  ),
  withdrawn: issue(
    "dossier",
    "La personne a renoncé à son contrat : elle ne peut pas être inscrite.",
    "The person withdrew from their contract: they cannot be enrolled.",
  ),
  unsaid: issue(
    "dossier",
    "On ne sait pas encore qui paie : c’est à dire d’abord.",
    "Who pays is not known yet: that is to be said first.",
  ),
  notConcluded: (payers: readonly Label[]) =>
    issue(
      "dossier",
      `Ce n’est pas encore conclu avec : ${payers.map(({ fr }) => fr).join(", ")}.`,
      `It is not concluded yet with: ${payers.map(({ en }) => en).join(", ")}.`,
    ),
  noGround: issue("ground", "Dites pourquoi vous inscrivez quand même.", "Say why you enrol all the same."),
  notRegisteredYet: issue(
    "source",
    "Choisissez d’abord ce payeur dans le registre : la convention part à son adresse.",
    "Choose this payer in the register first: the convention goes to its address.",
  ),
  ofThePerson: issue(
    "address",
    "Cette adresse est celle de la personne en formation : qui paie pour elle signe depuis la sienne.",
    "This address is that of the person in training: who pays for them signs from their own.",
  ),
  ofTheSchool: issue(
    "name",
    "Cette adresse est celle de quelqu’un qui travaille pour l’école : elle ne signe pas pour qui paie.",
    "This address is of somebody who works for the school: it does not sign for who pays.",
  ),
  oneAlone: issue(
    "name",
    "L’école n’a pas fini de vérifier que cette adresse signe pour votre structure : une autre personne le confirme, à l’école ou chez vous depuis l’adresse de son registre. Vous signerez ensuite.",
    "The school has not finished making sure that this address signs for your body: another person confirms it, at the school or of yours from the address of its register. You sign after.",
  ),
  schoolSignsItself: issue(
    "forSchool",
    "La signature de l’école se note par la direction, qui la donne : laissez vide, elle signera à son tour.",
    "The school’s signature is noted by the director, who gives it: leave it empty, they sign in turn.",
  ),
  noQuality: issue("quality", "Dites en quelle qualité vous signez.", "Say in which capacity you sign."),
  noReason: issue("words", "Dites pourquoi vous ne signez pas.", "Say why you do not sign."),
  noSigner: issue("by", "Dites qui a signé.", "Say who signed."),
} as const;

/** The particulars or papers that are wanting, each by its name. */
export function unstatedIssue(labels: readonly Label[]): Issue {
  const list = (lang: "fr" | "en") => labels.map((label) => label[lang]).join(", ");
  return issue(
    "source",
    `Le papier ne peut pas être signé : il ne dit pas encore ${list("fr")}. L’école le complète d’abord.`,
    `The paper cannot be signed: it does not say yet ${list("en")}. The school completes it first.`,
  );
}

export function notHandedIssue(labels: readonly Label[]): Issue {
  const list = (lang: "fr" | "en") => labels.map((label) => label[lang]).join(", ");
  return issue(
    "received",
    `Cela se remet avant la signature\u00a0: ${list("fr")}.`,
    `This is handed over before the signature: ${list("en")}.`,
  );
}
