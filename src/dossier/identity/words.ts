/** The words of the pages about a civil identity and its correction. */
import { inBoth } from "../../kit/in-both.ts";

export const identityWords = inBoth({
  entry: ["Mon identité", "My identity"],
  entryWhy: [
    "Nom de naissance, prénoms, naissance : faites-les corriger, avec une preuve.",
    "Name at birth, given names, birth: have them corrected, with a proof.",
  ],
  request: {
    heading: ["Ce qui est demandé", "What is asked"],
    caption: ["À corriger : ce qui est noté, et ce qui est demandé", "To correct: what is noted, and what is asked"],
    field: ["Donnée", "Item"],
    before: ["Noté aujourd’hui", "Noted today"],
    beforeThen: ["Avant", "Before"],
    asked: ["Demandé", "Asked"],
    on: ["Demandé le", "Asked on"],
    proof: ["Preuve", "Proof"],
    said: ["Ce que dit la personne", "What the person says"],
    how: ["Demandé comment", "How it was asked"],
    empty: ["rien", "nothing"],
    accepted: (day: string) => [`Acceptée le ${day}`, `Accepted on ${day}`],
    refused: (day: string) => [`Refusée le ${day}`, `Refused on ${day}`],
    withdrawn: (day: string) => [`Retirée le ${day}`, `Withdrawn on ${day}`],
    answer: ["Réponse", "Answer"],
    ground: ["Pourquoi", "Why"],
    over: ["Demandes d’avant", "Earlier requests"],
  },
  fields: {
    proof: {
      label: ["Votre preuve", "Your proof"],
      hint: [
        "Un fichier PDF ou une photo : acte de naissance, pièce d’identité, jugement, décision de changement de nom.",
        "A PDF file or a photo: birth certificate, identity document, judgment, decision on a change of name.",
      ],
      missing: ["Joignez votre preuve.", "Attach your proof."],
    },
    said: {
      label: ["Un mot pour l’école", "A word for the school"],
      hint: ["Si la preuve ne dit pas tout.", "If the proof does not say all."],
    },
  },
  kept: (name: string) => [
    `Déjà reçu : ${name}. Ne choisissez un fichier que pour le remplacer.`,
    `Already received: ${name}. Choose a file only to replace it.`,
  ],
  mine: {
    heading: ["Mon identité", "My identity"],
    lead: [
      "Telle que l’école l’a notée. Corrigez ce qui est faux ou ce qui a changé, et joignez une preuve : l’école la lit et vous répond. Le nom d’usage se change sans preuve, avec vos coordonnées.",
      "As the school noted it. Correct what is wrong or has changed, and attach a proof: the school reads it and answers you. The name in use is changed without a proof, with your contact details.",
    ],
    waits: (day: string) => [
      `Demande faite le ${day} : l’école vous répond.`,
      `Asked on ${day}: the school answers you.`,
    ],
    accepted: (day: string) => [
      `Votre demande a été acceptée le ${day} : votre identité est corrigée. Les papiers déjà faits restent tels quels.`,
      `Your request was accepted on ${day}: your identity is corrected. Papers already made stay as they are.`,
    ],
    refused: (day: string) => [
      `Votre demande a été refusée le ${day}. Vous pouvez en refaire une avec une autre preuve.`,
      `Your request was refused on ${day}. You may ask again with another proof.`,
    ],
    go: ["Demander la correction", "Ask for the correction"],
    withdraw: { go: ["Retirer ma demande", "Withdraw my request"] },
    done: {
      demande: ["Votre demande est partie. Un courriel le confirme.", "Your request is sent. A mail confirms it."],
      retire: ["Votre demande est retirée.", "Your request is withdrawn."],
    },
  },
  office: {
    title: (name: string, number: string) => [
      `Identité de ${name} – dossier ${number}`,
      `Identity of ${name} – application ${number}`,
    ],
    heading: (name: string) => [`Corriger l’identité de ${name}`, `Correct the identity of ${name}`],
    none: ["Aucune correction n’est demandée.", "No correction is asked for."],
    compare: [
      "Comparez la preuve avec ce qui est demandé, puis répondez. La personne lit votre réponse.",
      "Compare the proof with what is asked, then answer. The person reads your answer.",
    ],
    follows: ["Ce qui suit, si vous acceptez", "What follows if you accept"],
    from: [
      "L’identité corrigée vaut aussitôt, pour la recherche, les listes, le livret et les papiers qui seront faits. Ce qui a été déposé, délivré ou scellé garde l’identité d’avant.",
      "The corrected identity holds at once, for the search, the lists, the livret and the papers that will be made. What was submitted, issued or sealed keeps the identity of before.",
    ],
    accept: { go: ["Accepter : corriger l’identité", "Accept: correct the identity"] },
    refuse: {
      heading: ["Refuser", "Refuse"],
      fields: {
        ground: {
          label: ["Pourquoi", "Why"],
          hint: [
            "La personne le lira : dites quelle preuve il faudrait.",
            "The person reads it: say which proof is needed.",
          ],
          missing: ["Dites pourquoi : la personne le lira.", "Say why: the person will read it."],
        },
      },
      go: ["Refuser la correction", "Refuse the correction"],
    },
    askHeading: ["Demander pour la personne", "Ask for the person"],
    askLead: [
      "Elle n’a pas de compte. Saisissez ce qu’elle demande, et joignez la copie de sa preuve.",
      "They have no account. Enter what they ask for, and attach the copy of their proof.",
    ],
    proof: ["Copie de la preuve", "Copy of the proof"],
    how: ["Comment la personne l’a demandé", "How the person asked"],
    howHint: [
      "Par exemple : au guichet le 3 mars, lettre du 5 mars.",
      "For instance: at the desk on 3 March, letter of 5 March.",
    ],
    go: ["Noter la demande", "Note the request"],
    done: {
      demande: ["La demande est notée : elle attend une réponse.", "The request is noted: it waits for an answer."],
      accepte: [
        "L’identité est corrigée. La personne en est avertie.",
        "The identity is corrected. The person is told.",
      ],
      refuse: ["La demande est refusée. La personne en est avertie.", "The request is refused. The person is told."],
    },
  },
  person: {
    kind: ["Identité", "Identity"],
    change: ["l’identité", "the identity"],
    asked: ["Correction demandée", "Correction asked for"],
    accepted: ["Identité corrigée d’après une preuve", "Identity corrected by a proof"],
    refused: ["Correction refusée", "Correction refused"],
    withdrawn: ["Demande de correction retirée", "Request for a correction withdrawn"],
    from: (field: string, before: string, after: string) => [
      `${field} : ${before} devient ${after}`,
      `${field}: ${before} becomes ${after}`,
    ],
    fieldOf: {
      birthName: ["nom de naissance", "name at birth"],
      givenNames: ["prénoms", "given names"],
      sex: ["sexe à l’état civil", "sex in the civil register"],
      bornOn: ["date de naissance", "date of birth"],
      birthCountry: ["pays de naissance", "country of birth"],
      birthCommune: ["commune de naissance", "commune of birth"],
      birthCity: ["ville de naissance", "town of birth"],
    },
  },
});
