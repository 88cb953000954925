/** The words of applying on paper or by telephone: for the office that enters, and for the person who confirms. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  enter: {
    heading: "Saisir un dossier reçu sur papier ou par téléphone",
    lead: "Le dossier est saisi au nom de la personne, et marqué comme tel partout où il est montré. Elle le confirme ensuite.",
    intake: "Campagne",
    how: "Comment la personne candidate",
    paper: "Sur papier",
    paperHint: "Vous joindrez le formulaire qu’elle a signé.",
    phone: "Par téléphone",
    phoneHint: "Elle confirmera ce que vous aurez saisi.",
    noHow: "Dites comment la personne candidate.",
    language: "Langue de la personne",
    french: "Français",
    english: "Anglais",
    address: "Adresse électronique de la personne",
    addressHint:
      "Elle y recevra son récépissé et un lien pour confirmer, dont le code n’est connu que d’elle. Sans adresse, vous lui remettrez un lien et un code.",
    go: "Commencer la saisie",
    none: "Aucune campagne ne prend de candidatures en ce moment.",
    receivedOn: "Jour où le dossier est arrivé",
    receivedHint: "C’est ce jour qui compte pour la clôture.",
    noDay: "Donnez le jour où le dossier est arrivé.",
    declaration: {
      paper:
        "J’atteste avoir saisi ce dossier d’après ce que la personne a remis sur papier et signé ; le formulaire signé est joint.",
      phone:
        "J’atteste avoir saisi ce dossier d’après ce que la personne a dit par téléphone ; il lui reste à le confirmer.",
    } as Readonly<Record<"paper" | "phone", string>>,
    declarationHeading: "Votre attestation",
    agree: "J’atteste et je dépose",
    entering: "Vous saisissez ce dossier au nom de la personne.",
  },
  ask: {
    heading: "Faire confirmer ce dossier",
    lead: "La personne ouvre le lien, tape un code, relit ce qui a été saisi, puis le confirme. Un nouveau lien remplace le précédent.",
    address: "Adresse électronique",
    addressHint:
      "Le lien y est envoyé, puis un code que la personne est seule à voir. Sans adresse, vous remettez vous-même le lien et le code, et la confirmation le dira.",
    go: "Préparer le lien",
    once: "Notez-les maintenant : ils ne seront plus montrés.",
    link: "Lien",
    code: "Code",
    sent: (address: string) =>
      `Le lien vient d’être envoyé à ${address}. En l’ouvrant, la personne y recevra son code : vous n’avez rien à lui remettre.`,
    toDossier: "Revenir au dossier",
  },
  confirm: {
    heading: "Votre candidature",
    lead: "Tapez le code qui vous a été remis par l’établissement avec ce lien.",
    leadMailed:
      "Pour que personne ne confirme à votre place, un code est envoyé à l’adresse où vous avez reçu ce lien. L’établissement ne le voit pas.",
    send: "Recevoir le code",
    sendAgain: "Recevoir un autre code",
    code: "Code à six chiffres",
    codeHint: "Il est dans le courriel qui vient de vous être envoyé, et vaut trente minutes.",
    askFirst: "Demandez d’abord un code, puis tapez celui que vous recevez.",
    wrongMailed: (left: number) =>
      left === 0
        ? "Ce n’est pas ce code, et il a été essayé trop de fois. Demandez-en un autre."
        : `Ce n’est pas ce code. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
    hourOver:
      "La page était ouverte depuis plus d’une heure, ou le dossier a changé : demandez et tapez à nouveau un code. Rien n’a été fait.",
    open: "Voir ma candidature",
    missing: "Tapez le code.",
    wrong: "Ce code n’est pas le bon. Après cinq codes faux, le lien ne vaut plus.",
    over: "Ce lien ne vaut plus",
    overWhy:
      "Il a été remplacé, a plus de soixante jours, trop de codes faux ont été tapés, ou le dossier est maintenant dans un compte. Demandez-en un autre à l’établissement, ou connectez-vous.",
    read: (number: string, school: string) =>
      `${school} a saisi ce dossier (${number}) d’après ce que vous avez remis ou dit. Relisez-le. Rien n’est confirmé tant que vous ne l’avez pas fait en bas de la page.`,
    confirmHeading: "Confirmer",
    declaration:
      "Je confirme que ce qui a été saisi est ce que j’ai remis ou dit, que c’est exact, et que je candidate.",
    confirm: "Je confirme ma candidature",
    confirmed: "Vous avez confirmé cette candidature.",
    confirmedWhy: "L’établissement le voit. Vous n’avez rien d’autre à faire pour le moment.",
    draft: "L’établissement n’a pas encore fini de saisir ce dossier. Revenez quand il vous aura écrit.",
    disputeHeading: "Quelque chose n’est pas exact ?",
    disputeLabel: "Ce qui n’est pas exact",
    dispute: "Le dire à l’établissement",
    disputed: "L’établissement a reçu votre message. Il corrigera et vous demandera de confirmer à nouveau.",
    accountHeading: "Suivre votre candidature",
    accountWhy:
      "Avec un compte, vous suivez votre dossier, répondez aux demandes et recevez vos messages. Ce n’est pas obligatoire.",
    take: "Reprendre ce dossier dans mon compte",
    signIn: "Se connecter ou créer un compte",
    signInAfter: "Vous reviendrez ensuite sur cette page, où il faudra à nouveau un code.",
  },
};

export type EnteringWords = typeof fr;

const en: EnteringWords = {
  enter: {
    heading: "Enter an application received on paper or by telephone",
    lead: "The application is entered in the person’s name, and marked as such wherever it is shown. The person then confirms it.",
    intake: "Intake",
    how: "How the person applies",
    paper: "On paper",
    paperHint: "You will add the form that they signed.",
    phone: "By telephone",
    phoneHint: "They will confirm what you enter.",
    noHow: "Say how the person applies.",
    language: "The person’s language",
    french: "French",
    english: "English",
    address: "The person’s mail address",
    addressHint:
      "Their receipt goes there, with a link to confirm whose code they alone see. Without an address, you hand over a link and a code.",
    go: "Begin",
    none: "No intake takes applications at the moment.",
    receivedOn: "Day the application arrived",
    receivedHint: "This is the day that counts for the closing.",
    noDay: "Give the day the application arrived.",
    declaration: {
      paper:
        "I attest that I entered this application from what the person handed in on paper and signed; the signed form is added.",
      phone:
        "I attest that I entered this application from what the person said by telephone; they have yet to confirm it.",
    },
    declarationHeading: "Your attestation",
    agree: "I attest and submit",
    entering: "You are entering this application in the person’s name.",
  },
  ask: {
    heading: "Have this application confirmed",
    lead: "The person opens the link, types a code, reads what was entered, then confirms it. A new link takes the place of the one before.",
    address: "Mail address",
    addressHint:
      "The link is sent there, then a code that only the person sees. Without an address, you hand over the link and the code yourself, and the confirmation says so.",
    go: "Prepare the link",
    once: "Write them down now: they will not be shown again.",
    link: "Link",
    code: "Code",
    sent: (address) =>
      `The link was just sent to ${address}. On opening it the person is sent a code there: you have nothing to hand over.`,
    toDossier: "Back to the application",
  },
  confirm: {
    heading: "Your application",
    lead: "Type the code that the school gave you with this link.",
    leadMailed:
      "So that nobody confirms in your place, a code is sent to the address where you received this link. The school does not see it.",
    send: "Send me the code",
    sendAgain: "Send me another code",
    code: "Six-digit code",
    codeHint: "It is in the mail that was just sent to you, and is good for thirty minutes.",
    askFirst: "First ask for a code, then type the one you receive.",
    wrongMailed: (left) =>
      left === 0
        ? "This is not that code, and it was tried too many times. Ask for another."
        : `This is not that code. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    hourOver:
      "The page had been open for over an hour, or the application changed: ask for a code and type it again. Nothing was done.",
    open: "See my application",
    missing: "Type the code.",
    wrong: "This is not the right code. After five wrong codes the link is no longer good.",
    over: "This link is no longer good",
    overWhy:
      "It was replaced, is over sixty days old, too many wrong codes were typed, or the application is in an account by now. Ask the school for another, or sign in.",
    read: (number, school) =>
      `${school} entered this application (${number}) from what you handed in or said. Read it. Nothing is confirmed until you do so at the foot of the page.`,
    confirmHeading: "Confirm",
    declaration: "I confirm that what was entered is what I handed in or said, that it is true, and that I apply.",
    confirm: "I confirm my application",
    confirmed: "You have confirmed this application.",
    confirmedWhy: "The school sees it. There is nothing else for you to do at the moment.",
    draft: "The school has not finished entering this application. Come back once it has written to you.",
    disputeHeading: "Is something not right?",
    disputeLabel: "What is not right",
    dispute: "Tell the school",
    disputed: "The school has received your message. It will correct the application and ask you to confirm again.",
    accountHeading: "Follow your application",
    accountWhy:
      "With an account you follow your application, answer requests and receive your messages. It is not an obligation.",
    take: "Take this application into my account",
    signIn: "Sign in or make an account",
    signInAfter: "You then come back to this page, and type the code again.",
  },
};

const WORDS: Readonly<Record<Lang, EnteringWords>> = { fr, en };

export function enteringWords(lang: Lang): EnteringWords {
  return WORDS[lang];
}
