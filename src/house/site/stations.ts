/** Help for one station of the way, and for one role’s week: short pages in plain words, led to from the pages of that station. */
import { type Actor, may, type Permission, type Role } from "../../act/permissions.ts";
import { href, html } from "../../kit/html.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { layout } from "../../page/layout.ts";
import type { Page } from "../../page/page.ts";
import { route } from "../../page/route.ts";

type Station = {
  readonly name: string;
  readonly title: Label;
  /** The paths that it is about, below the school. */
  readonly paths: RegExp;
  readonly says: Readonly<Record<Lang, readonly string[]>>;
  /** The pages that it speaks of, for those who may open them. */
  readonly links?: readonly { readonly to: string; readonly label: Label; readonly may: Permission }[];
};

export const stationHelp = route("/aide/:about");

export const STATIONS: readonly Station[] = [
  {
    name: "entretien",
    title: { fr: "L’entretien", en: "The interview" },
    paths: /^\/[^/]+\/dossier\/[^/]+\/entretien/,
    says: {
      fr: [
        "L’école vous donne un jour, une heure et un lieu. Tout est dans votre courriel et sur la page de votre entretien.",
        "Confirmez que vous venez. Si l’heure ne va pas, dites-le sur cette page : l’école en propose une autre.",
        "S’il y a un texte à lire avant, il s’affiche quand votre temps de préparation commence. Prenez une pièce d’identité.",
        "Deux personnes au moins vous écoutent et remplissent chacune une grille. Ensuite, la commission décide : vous recevez un courriel.",
      ],
      en: [
        "The school gives you a day, an hour and a place. All is in your mail and on the page of your interview.",
        "Confirm that you are coming. If the hour does not suit, say so on that page: the school proposes another.",
        "If there is a text to read before, it is shown when your time to prepare begins. Bring proof of identity.",
        "At least two people hear you, and each fills in a grid. Then the commission decides: you receive a mail.",
      ],
    },
  },
  {
    name: "admission",
    title: { fr: "L’admission", en: "Admission" },
    paths: /^\/[^/]+\/dossier\/[^/]+\/(?:admission|recours)/,
    says: {
      fr: [
        "La commission vous admet, vous met sur la liste complémentaire, ou ne vous admet pas. Elle dit pourquoi.",
        "Une place offerte se garde jusqu’à un jour écrit sur la page. Acceptez, refusez ou reportez. Sans réponse ce jour-là, la place va à quelqu’un d’autre.",
        "Sur la liste complémentaire, vous n’avez rien à faire. Si une place se libère, un courriel vous l’offre.",
        "Vous n’êtes pas d’accord avec un refus, ou avec la liste complémentaire ? La page de votre admission a un bouton pour contester, et dit jusqu’à quand. Pour autre chose, écrivez à l’école.",
      ],
      en: [
        "The commission admits you, puts you on the waiting list, or does not admit you. It says why.",
        "A place that is offered is kept until a day written on the page. Accept, decline or defer. Without an answer by then, the place goes to somebody else.",
        "On the waiting list you have nothing to do. If a place falls free, a mail offers it to you.",
        "You disagree with a refusal, or with the waiting list? The page of your admission has a button to contest, and says until when. For anything else, write to the school.",
      ],
    },
  },
  {
    name: "inscription",
    title: { fr: "Le contrat et l’inscription", en: "The contract and enrolment" },
    paths: /^\/(?:compte\/paiements|[^/]+\/dossier\/[^/]+\/contrat)(?:\/|$)/,
    says: {
      fr: [
        "Après votre oui, l’école prépare votre contrat : dates, heures, prix et façon de payer. Lisez-le avant de signer.",
        "Dites d’abord qui paie, sur la page de votre contrat. Si un employeur ou un organisme paie, l’école lui fait signer une convention.",
        "Votre inscription est faite quand l’école l’enregistre. Vous recevez alors votre promotion, votre programme et vos premiers cours.",
        "Une question sur le prix ? Écrivez à l’école depuis « Mon parcours ».",
        "Votre nom de naissance, vos prénoms ou votre naissance sont mal notés, ou ont changé ? Demandez la correction depuis « Mon identité », avec une preuve. L’école vous répond.",
      ],
      en: [
        "After your yes, the school prepares your contract: days, hours, price and how to pay. Read it before you sign.",
        "First say who pays, on the page of your contract. If an employer or another body pays, the school has it sign an agreement.",
        "You are enrolled when the school records it. You then receive your cohort, your programme and your first lessons.",
        "A question about the price? Write to the school from “My way”.",
        "Your name at birth, given names or birth are noted wrong, or have changed? Ask for the correction from “My identity”, with a proof. The school answers you.",
      ],
    },
  },
  {
    name: "formation",
    title: { fr: "La formation", en: "Training" },
    paths: /^\/(?:formation|mes-questionnaires)(?:\/|$)/,
    says: {
      fr: [
        "Votre page montre la journée, le prochain cours avec sa salle, et les heures qui restent dans chaque domaine.",
        "Signez chaque demi-journée sur cette page, pendant le cours. Le formateur signe ensuite.",
        "Vous étiez là et ce n’est pas noté ? Contestez depuis la demi-journée. Vous êtes absent ? Dites pourquoi à l’école.",
        "Déposez vos travaux sur la page « Mes travaux » avant le jour dit. Jusqu’à ce jour, vous pouvez les remplacer. Vous recevez un récépissé.",
      ],
      en: [
        "Your page shows the day, the next lesson with its room, and the hours that are left in each domain.",
        "Sign each half-day on that page, during the lesson. The trainer signs afterwards.",
        "You were there and it is not noted? Contest from the half-day. You are absent? Tell the school why.",
        "Hand in your works on the page “My works” before the day given. Until that day you may replace them. You receive a receipt.",
      ],
    },
  },
  {
    name: "epreuves",
    title: { fr: "Les épreuves", en: "The exams" },
    paths: /^\/mes-epreuves(?:\/|$)/,
    says: {
      fr: [
        "L’école vous présente à une session. Une convocation donne le jour, l’heure et la salle de chaque épreuve.",
        "S’il manque des heures ou un travail, la page le dit. Cela ne vous empêche pas de venir.",
        "Après les épreuves, le jury décide. Vos notes se lisent le jour où l’État notifie sa décision : un courriel vous prévient.",
        "Une épreuve n’est pas validée ? Vous la repassez à une autre session. Ce qui est validé est gardé jusqu’au jour écrit sur la page.",
        "Pour contester, la page dit devant qui, et jusqu’à quand.",
      ],
      en: [
        "The school presents you to a session. A convocation gives the day, the hour and the room of each exam.",
        "If hours or a work are missing, the page says so. It does not keep you from coming.",
        "After the exams, the jury decides. You read your marks on the day when the State notifies its decision: a mail tells you.",
        "An exam is not validated? You sit it again at another session. What is validated is kept until the day written on the page.",
        "To contest, the page says before whom, and until when.",
      ],
    },
  },
  {
    name: "diplome",
    title: { fr: "Le diplôme", en: "The diploma" },
    paths: /^\/verifier(?:\/|$)/,
    says: {
      fr: [
        "Quand toutes les épreuves sont validées, le diplôme est à vous dès la notification de l’État.",
        "Téléchargez tout de suite votre attestation de réussite. Elle porte un code : un employeur peut vérifier qu’elle est vraie.",
        "L’État fabrique le diplôme, ce qui peut prendre des mois. L’école vous écrit quand il est arrivé et vous le remet contre votre signature.",
        "Gardez-le bien : l’école ne peut pas en refaire un.",
      ],
      en: [
        "When all exams are validated, the diploma is yours from the State’s notification on.",
        "Download your attestation of success at once. It bears a code: an employer can check that it is true.",
        "The State makes the diploma, which may take months. The school writes to you when it has come, and hands it to you against your signature.",
        "Keep it well: the school cannot make another one.",
      ],
    },
  },
  {
    name: "lundi-admissions",
    title: { fr: "Le lundi des admissions", en: "The admissions officer’s Monday" },
    paths:
      /^\/(?:(?:dossiers|questions|entretiens|admissions|personnes)(?:\/|$)|[^/]+\/(?:saisir|dossier\/[^/]+\/(?:coordonnees|identite|faire-confirmer))(?:\/|$))/,
    says: {
      fr: [
        "Ouvrez « À faire » : les dossiers en retard viennent d’abord. Répondez ensuite aux questions et aux messages.",
        "Dans « Dossiers », lisez ceux qui sont remis. Une pièce refusée écrit déjà le complément à demander.",
        "Placez les dossiers conformes dans un jour d’entretiens. Avant la commission, vérifiez que chaque grille est remplie.",
        "Chercher quelqu’un : un bout de nom, de numéro ou de téléphone suffit.",
      ],
      en: [
        "Open “To do”: late applications come first. Then answer questions and messages.",
        "Under “Applications”, read those that were submitted. A refused piece already writes the complement to ask for.",
        "Place the applications that conform into a day of interviews. Before the commission, check that each grid is filled in.",
        "To find somebody, a part of a name, number or telephone is enough.",
      ],
    },
  },
  {
    name: "lundi-formation",
    title: { fr: "Le lundi du responsable de formation", en: "The head of training’s Monday" },
    paths:
      /^\/(?:promotions|inscriptions|seances|presences|etudes-de-terrain|groupes-d-etude|livrets|appreciations)(?:\/|$)/,
    says: {
      fr: [
        "« À faire » montre les personnes à inscrire, les listes de présence à faire contresigner et les travaux à obtenir, avec un bouton pour rappeler.",
        "Dans chaque promotion, regardez la semaine, puis les présences contestées.",
        "Validez les sujets proposés, et nommez qui dirige chaque mémoire.",
        "Un programme établi attend la signature de la direction : rappelez-le.",
      ],
      en: [
        "“To do” shows the people to enrol, the attendance lists to have countersigned and the works to obtain, with a button to remind.",
        "In each cohort, look at the week, then at the attendance that is contested.",
        "Validate the subjects that are proposed, and name who directs each mémoire.",
        "A programme that is drawn up waits for the director’s signature: remind them.",
      ],
    },
  },
  {
    name: "invite",
    title: { fr: "Vous êtes invité par l’école", en: "The school has invited you" },
    paths: /^\/(?:invite|invitation)(?:\/|$)/,
    says: {
      fr: [
        "Un courriel de l’école contient votre lien. Ouvrez-le, demandez un code, tapez-le : vous êtes sur votre page. Il n’y a pas de compte à créer.",
        "Cette page montre ce qui vous attend : un entretien à mener, une épreuve à noter, un jury où siéger.",
        "Pour un entretien, remplissez votre grille seul. Vous lisez celle de l’autre quand les deux sont terminées, puis vous en arrêtez une ensemble.",
        "Vous connaissez une personne que vous devez entendre ou noter ? Dites-le sur sa page : quelqu’un d’autre le fera.",
        "Le lien est perdu, ou ne marche plus ? Demandez-en un autre à qui vous a invité.",
      ],
      en: [
        "A mail from the school has your link. Open it, ask for a code, type it: you are on your page. There is no account to make.",
        "That page shows what waits for you: an interview to hold, an exam to mark, a jury to sit in.",
        "For an interview, fill in your grid alone. You read the other one when both are finished, then you agree on one together.",
        "You know a person whom you are to hear or mark? Say so on their page: somebody else will do it.",
        "The link is lost, or works no longer? Ask whoever invited you for another.",
      ],
    },
  },
  {
    name: "examinateur",
    title: { fr: "Noter une épreuve", en: "Marking an exam" },
    paths: /^\/examens(?:\/|$)/,
    says: {
      fr: [
        "« Mes examens » montre vos jours, vos salles et les personnes que vous notez.",
        "Vous êtes lié à une personne : famille, travail, travaux encadrés ? Dites-le avant l’épreuve. L’école vous remplace.",
        "Tapez chaque note, puis enregistrez. Vous pouvez la changer.",
        "Appuyez sur « J’ai fini de noter » quand tout est noté. Si une note change ensuite, appuyez de nouveau.",
        "La personne n’est pas venue, ou n’a rien remis ? Dites-le à la place de la note.",
      ],
      en: [
        "“My exams” shows your days, your rooms and the people whom you mark.",
        "You are linked to a person: family, work, a work that you directed? Say so before the exam. The school replaces you.",
        "Type each mark, then save. You may change it.",
        "Press “I have finished marking” when all is marked. If a mark changes after that, press again.",
        "The person did not come, or handed nothing in? Say so in place of the mark.",
      ],
    },
  },
  {
    name: "jury",
    title: { fr: "Siéger dans un jury", en: "Sitting in a jury" },
    paths: /^\/jurys(?:\/|$)/,
    says: {
      fr: [
        "La page du jury dit le jour, qui siège et ce qui manque encore pour délibérer.",
        "Notez d’abord qui est présent et qui préside. Sans les places que le texte demande, le jury ne peut pas décider : la page le dit.",
        "Pour chaque personne, lisez les notes et votez. Un lien avec elle ? Dites-le : vous ne votez pas pour elle.",
        "Qui préside relit les décisions puis ferme le jury. Elles sont alors scellées : une erreur se corrige par une nouvelle délibération.",
        "Ne dites rien aux candidats. Ils lisent leurs résultats le jour où l’État les notifie.",
      ],
      en: [
        "The page of the jury says the day, who sits and what is still missing to deliberate.",
        "First note who is present and who presides. Without the seats that the text asks for, the jury cannot decide: the page says so.",
        "For each person, read the marks and vote. You are linked to them? Say so: you do not vote for them.",
        "Who presides reads the decisions over, then closes the jury. They are sealed: an error is corrected by a new deliberation.",
        "Tell the candidates nothing. They read their results on the day when the State notifies them.",
      ],
    },
  },
  {
    name: "autorite",
    title: { fr: "Agir pour l’État", en: "Acting for the State" },
    paths: /^\/registre-des-jurys(?:\/|$)/,
    says: {
      fr: [
        "Vous voyez les sessions pour lesquelles l’école vous a invité, et rien d’autre.",
        "Le registre a les personnes qui peuvent siéger ou examiner. Vous y enregistrez l’arrêté qui les nomme.",
        "Une règle du jury ne peut pas être suivie ? Vous seul pouvez l’écarter, en disant pourquoi. C’est écrit au procès-verbal.",
        "Après le jury, notez le jour de la notification : les délais partent de ce jour.",
        "Un délai est passé ? Vous décidez si ce qui était validé tombe ou est gardé, et jusqu’à quand.",
      ],
      en: [
        "You see the sessions to which the school has let you in, and nothing else.",
        "The register has the people who may sit or examine. There you enter the order that appoints them.",
        "A rule of the jury cannot be followed? You alone may pass over it, and say why. It is written in the minutes.",
        "After the jury, note the day of the notification: the times run from that day.",
        "A time is over? You decide whether what was validated lapses or is kept, and until when.",
      ],
    },
  },
  {
    name: "lundi-certification",
    title: { fr: "Le lundi du secrétariat des examens", en: "The certification secretary’s Monday" },
    paths: /^\/(?:certifications|apres-les-jurys)(?:\/|$)/,
    says: {
      fr: [
        "Ouvrez la session la plus proche. Présentez les candidats : une heure qui manque avertit et n’empêche pas.",
        "Composez les groupes : chacun reçoit sa convocation. Vérifiez que chaque examinateur est désigné avant le jour.",
        "La composition du jury se contrôle en direct, avec ses articles.",
        "Après la délibération, publiez le jour où l’État notifie. Notez ensuite les diplômes reçus et remis.",
      ],
      en: [
        "Open the nearest session. Present the candidates: a missing hour warns, and bars nobody.",
        "Arrange the groups: everybody receives their convocation. Check that each examiner is designated before the day.",
        "The composition of the jury is checked as you go, with its articles.",
        "After the deliberation, publish on the day of the State’s notification. Then note the diplomas received and handed over.",
      ],
    },
  },
  {
    name: "lundi-comptes",
    title: { fr: "Le lundi des comptes", en: "The accountant’s Monday" },
    paths: /^\/finances(?:\/|$)/,
    says: {
      fr: [
        "Chargez le relevé de la banque. Ce qui porte une référence se rapproche seul ; rapprochez le reste. Un virement déjà saisi, une remise de chèques : dites que c’est le même argent.",
        "Émettez les factures proposées : regardez, cochez, une fois.",
        "Relancez ce qui est en retard. Rien ne part sans vous.",
        "Payé de trop ? Gardez-le pour la prochaine somme, ou demandez de le rendre : une autre personne accepte.",
        "Un chèque revient impayé ? Ouvrez l’opération de la banque et dites lequel : la somme est due de nouveau.",
        "« À déclarer » dit ce qui se saisit sur les portails des financeurs, et pour quand. Recopiez, notez la saisie, puis l’accusé.",
        "À la fin du mois, rapprochez le reste, puis clôturez et donnez l’extrait au comptable.",
        "Après l’exercice, saisissez les charges du bilan pédagogique et financier, recopiez-le sur Mon Activité Formation, notez le dépôt.",
      ],
      en: [
        "Load the bank’s statement. What bears a reference is matched by itself; match the rest. A transfer typed already, a deposit of cheques: say that it is the same money.",
        "Issue the invoices that are proposed: look, tick, once.",
        "Remind of what is late. Nothing goes without you.",
        "Paid too much? Keep it for the next sum, or ask to give it back: another person agrees.",
        "A cheque came back unpaid? Open the bank’s entry and say which: the sum is owed again.",
        "“To declare” says what is typed on the portals of funds, and by when. Copy it, note that it is typed, then its receipt.",
        "At the end of the month, match the rest, then close and give the extract to the accountant.",
        "After the accounting year, enter the charges of the yearly declaration (BPF), copy it on Mon Activité Formation, note its deposit.",
      ],
    },
    links: [
      { to: "/finances/banque", label: { fr: "La banque", en: "The bank" }, may: "see the accounts" },
      { to: "/finances/factures", label: { fr: "Factures", en: "Invoices" }, may: "see the accounts" },
      { to: "/finances/relances", label: { fr: "À relancer", en: "To remind" }, may: "keep the accounts" },
      { to: "/finances/anciennete", label: { fr: "Qui doit quoi", en: "Who owes what" }, may: "see the accounts" },
      { to: "/finances/ecritures", label: { fr: "Écritures", en: "Entries" }, may: "see the accounts" },
      { to: "/finances/a-declarer", label: { fr: "À déclarer", en: "To declare" }, may: "see the accounts" },
      {
        to: "/finances/bilan",
        label: { fr: "Bilan pédagogique et financier", en: "Yearly declaration" },
        may: "see the accounts",
      },
    ],
  },
  {
    name: "annee-direction",
    title: { fr: "L’année vue de la direction", en: "The director’s year" },
    paths: /^\/annee(?:\/|$)/,
    says: {
      fr: [
        "« L’année » montre les échéances, ce qui est à signer, les candidatures, les heures, les taux publiés et l’argent ; les mois se tournent. Chaque chiffre mène à ses lignes et dit ce qu’il compte.",
        "Les preuves Qualiopi disent, par indicateur, ce que le logiciel garde de l’année et ce que vous ajoutez.",
        "Le tableur contient les mêmes chiffres, le même jour.",
        "Les taux de l’année finie se relisent à côté de ceux d’avant, puis se publient.",
      ],
      en: [
        '"The year" shows the days ahead, what is to be signed, applications, hours, published rates and money; its months turn. Each figure leads to its rows and says what it counts.',
        "The Qualiopi evidence says, by indicator, what the software keeps of the year and what you add.",
        "The spreadsheet has the same figures, of the same day.",
        "The rates of a year that is over are looked at beside those before, then published.",
      ],
    },
    links: [
      { to: "/annee/direction", label: { fr: "L’année", en: "The year" }, may: "see the year" },
      { to: "/annee/preuves", label: { fr: "Les preuves Qualiopi", en: "The Qualiopi evidence" }, may: "see the year" },
      { to: "/annee", label: { fr: "Taux", en: "Rates" }, may: "see the year" },
      { to: "/annee/enquetes", label: { fr: "Enquêtes", en: "Surveys" }, may: "see the year" },
    ],
  },
  {
    name: "lundi-formateur",
    title: { fr: "La semaine d’un formateur", en: "A trainer’s week" },
    paths: /^\/(?:mes-seances|memoires)(?:\/|$)/,
    says: {
      fr: [
        "« Mes séances » montre vos cours. Ouvrez celui du jour : les présents signent, vous contresignez à la fin.",
        "Quelqu’un est là sans téléphone ? Notez-le présent vous-même.",
        "Une absence contestée revient à vous : répondez en disant pourquoi.",
        "Vos appréciations sont demandées par l’école, une par personne. Relisez, puis signez.",
      ],
      en: [
        "“My lessons” shows your lessons. Open today’s: those present sign, and you countersign at the end.",
        "Somebody is there without a telephone? Note them present yourself.",
        "An absence that is contested comes back to you: answer, and say why.",
        "The school asks for your appreciations, one for each person. Read again, then sign.",
      ],
    },
  },
  {
    name: "lundi-direction",
    title: { fr: "Le lundi de la direction", en: "The director’s Monday" },
    paths: /^\/a-faire(?:\/|$)/,
    says: {
      fr: [
        "« À faire » montre ce qui n’attend que vous : programmes et conventions à signer, recours à motiver, accès à confirmer.",
        "Si votre connexion date de plus d’une demi-heure, une signature demande de redire qui vous êtes. Signez-en plusieurs à la suite.",
        "Regardez les candidatures par semaine, puis les heures suivies par promotion.",
        "Une personne part ? Retirez ses rôles le jour même, et dites qui la remplace.",
      ],
      en: [
        "“To do” shows what waits for you alone: programmes and agreements to sign, appeals to answer, access to confirm.",
        "If you signed in more than half an hour ago, signing asks you to show again who you are. Sign several in a row.",
        "Look at the applications by week, then at the hours followed by cohort.",
        "Somebody leaves? Take their roles on the same day, and say who stands in.",
      ],
    },
  },
  // Their paths are wider than those above, which are looked at first.
  {
    name: "lundi-contrats",
    title: { fr: "Contrats et inscriptions, pour l’école", en: "Contracts and enrolment, for the school" },
    paths: /^\/(?:contrats|reprise)(?:\/|$)/,
    says: {
      fr: [
        "« À inscrire » montre chaque personne admise, et ce qui manque avant de l’inscrire.",
        "La personne dit qui paie. Le contrat se prépare alors. S’il y manque une donnée de l’école, la page dit laquelle et n’émet rien.",
        "Remettez ce qui est dû avant l’inscription, puis notez-le. Envoyez à un payeur sa convention : il la signe par son lien.",
        "Un financeur répond ? Notez-le. S’il paie moins, la personne redit qui paie le reste.",
        "La direction signe après la personne. Quand tout est conclu, inscrivez dans la promotion.",
        "Les personnes déjà en formation entrent par « Reprise », depuis un tableau.",
      ],
      en: [
        "“To enrol” shows everybody who is admitted, and what is missing before they are enrolled.",
        "The person says who pays. The contract is then prepared. If it lacks something of the school, the page says what and issues nothing.",
        "Hand over what is owed before the enrolment, then note it. Send a payer its agreement: it signs by its link.",
        "A fund answers? Note it. If it pays less, the person says again who pays the rest.",
        "The director signs after the person. When all is concluded, enrol into the cohort.",
        "Those who are in training already come in by “Carry over”, from a table.",
      ],
    },
  },
  {
    name: "campagnes",
    title: { fr: "Préparer une campagne", en: "Preparing an intake" },
    paths: /^\/campagnes(?:\/|$)/,
    says: {
      fr: [
        "Une campagne dit quand on candidate, pour combien de places, à quel prix, avec quelles pièces.",
        "Préparez-la, remplissez ses réglages, puis regardez l’aperçu : c’est ce que lit un candidat.",
        "Ouvrez-la. S’il manque quelque chose, la page dit quoi et ne l’ouvre pas.",
        "Une campagne ouverte se modifie en disant pourquoi : le changement et sa raison restent écrits.",
      ],
      en: [
        "An intake says when people apply, for how many places, at what price, with which documents.",
        "Prepare it, fill in its settings, then look at the preview: it is what a candidate reads.",
        "Open it. If something is missing, the page says what and does not open it.",
        "An open intake is changed by saying why: the change and its reason stay on record.",
      ],
    },
  },
  {
    name: "handicap",
    title: { fr: "Le référent handicap", en: "The disability advisor" },
    paths: /^\/handicap(?:\/|$)/,
    says: {
      fr: [
        "Vous voyez les personnes qui ont demandé un aménagement, ou qui vous ont confié quelque chose. Vous seul lisez ce qu’elles confient.",
        "Lisez la demande, puis dites ce qui est prévu : du temps, une salle, un interprète.",
        "Ceux qui préparent les entretiens et les épreuves lisent ce qui est prévu, et rien d’autre.",
        "Cela ne compte jamais dans la sélection.",
      ],
      en: [
        "You see those who asked for an arrangement, or who confided something to you. You alone read what they confide.",
        "Read what is asked, then say what is arranged: time, a room, an interpreter.",
        "Those who arrange interviews and exams read what is arranged, and nothing else.",
        "It never counts in the selection.",
      ],
    },
  },
  {
    name: "payeur",
    title: { fr: "Vous payez pour quelqu’un", en: "You pay for somebody" },
    paths: /^\/payeur(?:\/|$)/,
    says: {
      fr: [
        "Votre lien mène à ce que vous payez : conventions, factures, certificats. Il n’y a pas de compte à créer.",
        "Lisez la convention, puis signez, ou refusez en disant pourquoi. L’école signe ensuite.",
        "Chaque facture dit le dernier jour et comment payer. Donnez sa référence avec le virement.",
        "Un certificat dit les heures suivies. Son code permet de vérifier qu’il est vrai.",
        "Le lien est perdu ? Demandez-en un autre à l’école.",
      ],
      en: [
        "Your link leads to what you pay for: agreements, invoices, certificates. There is no account to make.",
        "Read the agreement, then sign, or decline and say why. The school then signs.",
        "Each invoice says its last day and how to pay. Give its reference with the transfer.",
        "A certificate says the hours followed. Its code lets anybody check that it is true.",
        "The link is lost? Ask the school for another.",
      ],
    },
  },
  {
    name: "mener-un-entretien",
    title: { fr: "Mener un entretien", en: "Holding an interview" },
    paths: /^\/mes-entretiens(?:\/|$)/,
    says: {
      fr: [
        "Votre page montre les jours, les heures et les personnes que vous recevez.",
        "Vous connaissez une personne ? Dites-le sur sa page avant l’entretien : quelqu’un d’autre la reçoit.",
        "Remplissez votre grille seul. Vous lisez celle de l’autre quand les deux sont terminées, puis vous en arrêtez une ensemble.",
      ],
      en: [
        "Your page shows the days, the hours and the people whom you receive.",
        "You know a person? Say so on their page before the interview: somebody else receives them.",
        "Fill in your grid alone. You read the other one when both are finished, then you agree on one together.",
      ],
    },
  },
  {
    name: "maison",
    title: { fr: "Courriels, lettres, salles", en: "Mails, letters, rooms" },
    paths: /^\/(?:courriels|lettres|salles|conservation|fichiers|echeances-en-echec)(?:\/|$)/,
    says: {
      fr: [
        "« Courriels » montre ce que l’école a envoyé, et ce qui n’est pas arrivé.",
        "« Lettres » a le courrier des personnes sans adresse électronique : imprimez, postez, notez-le.",
        "« Salles » donne les lieux des cours, des entretiens et des épreuves, et leurs places.",
        "« Conservation » dit combien de temps chaque chose est gardée, ce qui a été effacé et ce qui est bloqué.",
        "« Échéances automatiques » dit ce que le calendrier n’a pas pu faire, et pourquoi.",
      ],
      en: [
        "“Mails” shows what the school has sent, and what did not arrive.",
        "“Letters” has what goes to those without an e-mail address: print, post, note it.",
        "“Rooms” has the places of lessons, interviews and exams, and their seats.",
        "“Retention” says how long each thing is kept, what was erased and what is held.",
        "“What is done by itself” says what the calendar could not do, and why.",
      ],
    },
  },
  {
    name: "acces",
    title: { fr: "Les accès de l’équipe", en: "The team’s access" },
    paths: /^\/equipe(?:\/|$)/,
    says: {
      fr: [
        "Un rôle se donne à une personne qui a un compte. Il ouvre ses pages quand elle a deux preuves de connexion.",
        "Une personne part ? Retirez ses rôles le jour même.",
        "Notez une absence avec la personne qui remplace : elle voit alors ce qui attend l’absent.",
        "Un invité n’a pas de compte. Il entre par un lien et un code, jusqu’au jour que vous fixez.",
      ],
      en: [
        "A role is given to somebody who has an account. It opens its pages once they have two proofs to sign in with.",
        "Somebody leaves? Take their roles on the same day.",
        "Enter an absence with who stands in: they then see what waits for the absent.",
        "A guest has no account. They come in by a link and a code, until the day that you set.",
      ],
    },
  },
  {
    name: "mon-compte",
    title: { fr: "Mon parcours et mon compte", en: "My way and my account" },
    paths: /^\/(?:mon-parcours|compte|mes-documents|mon-calendrier|mes-coordonnees|mon-identite|connexion)(?:\/|$)/,
    says: {
      fr: [
        "« Mon parcours » dit où vous en êtes, ce qui vous attend et pour quel jour, et ce que fait l’école.",
        "« Mes documents » rassemble vos papiers et vos reçus. Nos courriels se relisent dans « Mon compte ».",
        "Votre téléphone ou votre adresse change ? Dites-le depuis « Mon parcours ». Votre nom de naissance se corrige avec une preuve.",
        "Mot de passe perdu ? Demandez un code sur la page de connexion.",
        "« Mon compte » règle vos preuves de connexion, vos rappels et votre calendrier. Vous y demandez une copie de vos données, ou leur effacement.",
      ],
      en: [
        "“My way” says where you stand, what waits for you and by which day, and what the school does.",
        "“My documents” has your papers and receipts. Our mails can be read again in “My account”.",
        "Your telephone or address changes? Say so from “My way”. Your name at birth is corrected with a proof.",
        "Password lost? Ask for a code on the page to sign in.",
        "“My account” sets your proofs to sign in, your reminders and your calendar. There you ask for a copy of your data, or to have it erased.",
      ],
    },
  },
  {
    name: "avant",
    title: { fr: "Avant de candidater", en: "Before applying" },
    paths: /^\/(?:[^/]+\/(?:candidater|parcours|question|regle|resultats|campagne)|reponse)(?:\/|$)/,
    says: {
      fr: [
        "« Puis-je candidater ? » pose quelques questions sur vos diplômes et votre expérience. La réponse cite la règle. L’école vérifie ensuite vos pièces et décide.",
        "« Prix » dit, d’après vos réponses, combien d’heures il reste à suivre et combien elles coûtent.",
        "Personne ne demande votre nom. Pour garder une réponse, vous recevez un code : lui seul la rouvre.",
        "Une question ? Posez-la sans compte : la réponse vient par courriel.",
        "Candidater demande un compte : une adresse électronique suffit.",
      ],
      en: [
        "“May I apply?” asks a few questions on your diplomas and your experience. The answer cites the rule. The school then checks your documents and decides.",
        "“Price” says, by your answers, how many hours are left to follow and what they cost.",
        "Nobody asks your name. To keep an answer you receive a code: it alone opens it again.",
        "A question? Ask it without an account: the answer comes by mail.",
        "Applying asks for an account: an e-mail address is enough.",
      ],
    },
  },
  {
    name: "dossier",
    title: { fr: "Le dossier de candidature", en: "The application" },
    paths: /^\/[^/]+\/(?:dossier|confirmer)(?:\/|$)/,
    says: {
      fr: [
        "Le dossier se remplit par parties, dans l’ordre que vous voulez. Ce que vous tapez est gardé : arrêtez-vous et revenez.",
        "Chaque pièce dit ce qui est attendu. Un PDF ou une photo lisible suffit.",
        "Quand tout y est, relisez, certifiez, déposez : vous recevez un récépissé. Sans lui, rien n’est déposé.",
        "Jusqu’à la clôture, vous pouvez reprendre le dossier et le déposer de nouveau.",
        "L’école demande autre chose ? Un courriel le dit, avec le dernier jour. Ajoutez-le, puis renvoyez.",
        "Une question ? Écrivez depuis les messages de votre dossier.",
      ],
      en: [
        "The application is filled in by parts, in any order. What you type is kept: stop and come back.",
        "Each document says what is expected. A PDF or a photograph that can be read is enough.",
        "When all is there, read it over, certify, submit: you receive a receipt. Without it, nothing is submitted.",
        "Until the closing you may take the application back and submit it again.",
        "The school asks for something else? A mail says so, with the last day. Add it, then send it again.",
        "A question? Write from the messages of your application.",
      ],
    },
  },
];

/** For candidates and trainees, in the order of their way; the others are for those who work with the school. */
const OF_THE_WAY = [
  "avant",
  "dossier",
  "entretien",
  "admission",
  "inscription",
  "formation",
  "epreuves",
  "diplome",
  "mon-compte",
];
export const WAY_STATIONS = OF_THE_WAY.map((name) => STATIONS.find((one) => one.name === name)!);
export const OTHER_STATIONS = STATIONS.filter(({ name }) => !OF_THE_WAY.includes(name));

/** The help of each role: in the order in which somebody with several reads one. */
const OF_ROLES: Readonly<Partial<Record<Role, string>>> = {
  director: "lundi-direction",
  "head-of-training": "lundi-formation",
  "admission-officer": "lundi-admissions",
  finance: "lundi-comptes",
  "certification-secretary": "lundi-certification",
  "disability-advisor": "handicap",
  trainer: "lundi-formateur",
  "memoire-director": "lundi-formateur",
  examiner: "examinateur",
  "jury-member": "jury",
  interviewer: "mener-un-entretien",
  authority: "autorite",
  administrator: "acces",
};
/** Pages that all who work here have: what each does there follows from their role. */
const OF_EVERYBODY = /^\/(?:a-faire|compte)(?:\/|$)/;

/** Where «Aide» leads from a page: to the help of what the page is about, or of the reader’s role. */
export function helpOf(path: string, actor: Actor): string {
  const roles: readonly string[] = actor.kind === "account" ? actor.roles : [];
  const [, own] = Object.entries(OF_ROLES).find(([role]) => roles.includes(role)) ?? [];
  const about = STATIONS.find(({ paths }) => paths.test(path))?.name;
  // The head of training and a trainer open the same list of a lesson, each with a help of their own.
  const helps = roles.map((role) => OF_ROLES[role as Role]);
  const teaches = about === "lundi-formation" && helps.includes("lundi-formateur") && !helps.includes(about);
  const name = roles.length > 0 && OF_EVERYBODY.test(path) ? own : teaches ? "lundi-formateur" : about;
  return name === undefined ? "/aide" : stationHelp.to({ about: name });
}

export const stationHelpPage: Page = {
  name: "help-station",
  path: stationHelp.path,
  view: (visit) => {
    const station = STATIONS.find(({ name }) => name === visit.params.about);
    if (!station) return { notFound: true };
    const { lang } = visit;
    const [lead, ...rest] = station.says[lang];
    const links = (station.links ?? []).filter((one) => may(visit.actor, one.may));
    const main = html`${rest.map((one) => html`<p>${one}</p>`)}
${links.length > 0 && html`<ul>${links.map(({ to, label }) => html`<li><a class="ds-link" href="${href(visit.link(to))}">${label[lang]}</a></li>`)}</ul>`}`;
    return { html: layout(visit, { title: station.title[lang], lead: lead!, main, back: "/aide" }) };
  },
};
