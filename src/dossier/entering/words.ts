/** The words of applying on paper or by telephone, for the office and for the person who confirms. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  enter: {
    heading: [
      "Saisir un dossier reçu sur papier ou par téléphone",
      "Enter an application received on paper or by telephone",
    ],
    lead: [
      "Le dossier est saisi au nom de la personne, et marqué comme tel partout où il est montré. Elle le confirme ensuite.",
      "The application is entered in the person’s name, and marked as such wherever it is shown. The person then confirms it.",
    ],
    intake: ["Campagne", "Intake"],
    paper: ["Sur papier", "On paper"],
    paperHint: ["Vous joindrez le formulaire qu’elle a signé.", "You will add the form that they signed."],
    phone: ["Par téléphone", "By telephone"],
    phoneHint: ["Elle confirmera ce que vous aurez saisi.", "They will confirm what you enter."],
    french: ["Français", "French"],
    english: ["Anglais", "English"],
    go: ["Commencer la saisie", "Begin"],
    none: ["Aucune campagne ne prend de candidatures en ce moment.", "No intake takes applications at the moment."],
    receivedOn: ["Jour où le dossier est arrivé", "Day the application arrived"],
    receivedHint: ["C’est ce jour qui compte pour la clôture.", "This is the day that counts for the closing."],
    noDay: ["Donnez le jour où le dossier est arrivé.", "Give the day the application arrived."],
    declaration: {
      paper: [
        "J’atteste avoir saisi ce dossier d’après ce que la personne a remis sur papier et signé ; le formulaire signé est joint.",
        "I attest that I entered this application from what the person handed in on paper and signed; the signed form is added.",
      ],
      phone: [
        "J’atteste avoir saisi ce dossier d’après ce que la personne a dit par téléphone ; il lui reste à le confirmer.",
        "I attest that I entered this application from what the person said by telephone; they have yet to confirm it.",
      ],
    },
    declarationHeading: ["Votre attestation", "Your attestation"],
    agree: ["J’atteste et je dépose", "I attest and submit"],
    entering: [
      "Vous saisissez ce dossier au nom de la personne.",
      "You are entering this application in the person’s name.",
    ],
    fields: {
      how: {
        label: ["Comment la personne candidate", "How the person applies"],
        missing: ["Dites comment la personne candidate.", "Say how the person applies."],
      },
      language: ["Langue de la personne", "The person’s language"],
      address: {
        label: ["Adresse électronique de la personne", "The person’s mail address"],
        hint: [
          "Elle y recevra son récépissé et un lien pour confirmer, dont le code n’est connu que d’elle. Sans adresse, vous lui remettrez un lien et un code.",
          "Their receipt goes there, with a link to confirm whose code they alone see. Without an address, you hand over a link and a code.",
        ],
      },
    },
  },
  ask: {
    heading: ["Faire confirmer ce dossier", "Have this application confirmed"],
    lead: [
      "La personne ouvre le lien, tape un code, relit ce qui a été saisi, puis le confirme. Un nouveau lien remplace le précédent.",
      "The person opens the link, types a code, reads what was entered, then confirms it. A new link takes the place of the one before.",
    ],
    go: ["Préparer le lien", "Prepare the link"],
    once: ["Notez-les maintenant : ils ne seront plus montrés.", "Write them down now: they will not be shown again."],
    link: ["Lien", "Link"],
    code: ["Code", "Code"],
    sent: (address: string) => [
      `Le lien vient d’être envoyé à ${address}. En l’ouvrant, la personne y recevra son code : vous n’avez rien à lui remettre.`,
      `The link was just sent to ${address}. On opening it the person is sent a code there: you have nothing to hand over.`,
    ],
    toDossier: ["Revenir au dossier", "Back to the application"],
    fields: {
      address: {
        label: ["Adresse électronique", "Mail address"],
        hint: [
          "Le lien y est envoyé, puis un code que la personne est seule à voir. Sans adresse, vous remettez vous-même le lien et le code, et la confirmation le dira.",
          "The link is sent there, then a code that only the person sees. Without an address, you hand over the link and the code yourself, and the confirmation says so.",
        ],
      },
    },
  },
  confirm: {
    heading: ["Votre candidature", "Your application"],
    lead: [
      "Tapez le code qui vous a été remis par l’établissement avec ce lien.",
      "Type the code that the school gave you with this link.",
    ],
    leadMailed: [
      "Pour que personne ne confirme à votre place, un code est envoyé à l’adresse où vous avez reçu ce lien. L’établissement ne le voit pas.",
      "So that nobody confirms in your place, a code is sent to the address where you received this link. The school does not see it.",
    ],
    send: ["Recevoir le code", "Send me the code"],
    sendAgain: ["Recevoir un autre code", "Send me another code"],
    code: ["Code à six chiffres", "Six-digit code"],
    codeHint: [
      "Il est dans le courriel qui vient de vous être envoyé, et vaut trente minutes.",
      "It is in the mail that was just sent to you, and is good for thirty minutes.",
    ],
    askFirst: [
      "Demandez d’abord un code, puis tapez celui que vous recevez.",
      "First ask for a code, then type the one you receive.",
    ],
    wrongMailed: (left: number) => [
      left === 0
        ? "Ce n’est pas ce code, et il a été essayé trop de fois. Demandez-en un autre."
        : `Ce n’est pas ce code. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
      left === 0
        ? "This is not that code, and it was tried too many times. Ask for another."
        : `This is not that code. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    ],
    hourOver: [
      "La page était ouverte depuis plus d’une heure, ou le dossier a changé : demandez et tapez à nouveau un code. Rien n’a été fait.",
      "The page had been open for over an hour, or the application changed: ask for a code and type it again. Nothing was done.",
    ],
    open: ["Voir ma candidature", "See my application"],
    missing: ["Tapez le code.", "Type the code."],
    wrong: [
      "Ce code n’est pas le bon. Après cinq codes faux, le lien ne vaut plus.",
      "This is not the right code. After five wrong codes the link is no longer good.",
    ],
    over: ["Ce lien ne vaut plus", "This link is no longer good"],
    overWhy: [
      "Il a été remplacé, a plus de soixante jours, trop de codes faux ont été tapés, ou le dossier est maintenant dans un compte. Demandez-en un autre à l’établissement, ou connectez-vous.",
      "It was replaced, is over sixty days old, too many wrong codes were typed, or the application is in an account by now. Ask the school for another, or sign in.",
    ],
    read: (number: string, school: string) => [
      `${school} a saisi ce dossier (${number}) d’après ce que vous avez remis ou dit. Relisez-le. Rien n’est confirmé tant que vous ne l’avez pas fait en bas de la page.`,
      `${school} entered this application (${number}) from what you handed in or said. Read it. Nothing is confirmed until you do so at the foot of the page.`,
    ],
    confirmHeading: ["Confirmer", "Confirm"],
    declaration: [
      "Je confirme que ce qui a été saisi est ce que j’ai remis ou dit, que c’est exact, et que je candidate.",
      "I confirm that what was entered is what I handed in or said, that it is true, and that I apply.",
    ],
    go: ["Je confirme ma candidature", "I confirm my application"],
    confirmed: ["Vous avez confirmé cette candidature.", "You have confirmed this application."],
    confirmedWhy: [
      "L’établissement le voit. S’il manque quelque chose, il vous le demandera.",
      "The school sees it. If something is missing, it will ask you for it.",
    ],
    draft: [
      "L’établissement n’a pas encore fini de saisir ce dossier. Revenez quand il vous aura écrit.",
      "The school has not finished entering this application. Come back once it has written to you.",
    ],
    disputeHeading: ["Quelque chose n’est pas exact ?", "Is something not right?"],
    disputeLabel: ["Ce qui n’est pas exact", "What is not right"],
    dispute: ["Le dire à l’établissement", "Tell the school"],
    disputed: [
      "L’établissement a reçu votre message. Il corrigera et vous demandera de confirmer à nouveau.",
      "The school has received your message. It will correct the application and ask you to confirm again.",
    ],
    carried: (school: string) => [
      `Vous êtes en formation, et ${school} la suit désormais ici. Voici ce qui a été repris de vous ; vos heures et votre livret sont dans votre compte.`,
      `You are in training, and ${school} follows it here from now on. This is what was carried over of you; your hours and your livret are in your account.`,
    ],
    trainingHeading: ["Suivre votre formation", "Follow your training"],
    trainingWhy: [
      "Avec un compte, vous voyez vos heures, vos séances et votre livret, et vous signez votre présence.",
      "With an account you see your hours, your lessons and your livret, and you sign your attendance.",
    ],
    accountHeading: ["Suivre votre candidature", "Follow your application"],
    accountWhy: [
      "Avec un compte, vous suivez votre dossier, répondez aux demandes et recevez vos messages. Ce n’est pas obligatoire.",
      "With an account you follow your application, answer requests and receive your messages. It is not an obligation.",
    ],
    take: ["Reprendre ce dossier dans mon compte", "Take this application into my account"],
    signIn: ["Se connecter ou créer un compte", "Sign in or make an account"],
    signInAfter: [
      "Vous reviendrez ensuite sur cette page, où il faudra à nouveau un code.",
      "You then come back to this page, and type the code again.",
    ],
  },
});

export type EnteringWords = typeof WORDS.fr;

export function enteringWords(lang: Lang): EnteringWords {
  return WORDS[lang];
}
