/** The words of the pages of people. */
import { inBoth } from "../../kit/in-both.ts";
import { plural } from "../../kit/lang.ts";

export const personWords = inBoth({
  find: {
    title: ["Chercher une personne", "Find a person"],
    lead: [
      "Dans toutes les campagnes et toutes les années, de la candidature au diplôme.",
      "In all intakes and years, from the application to the diploma.",
    ],
    search: ["Nom, numéro, téléphone ou adresse électronique", "Name, number, telephone or e-mail address"],
    searchHint: [
      "Une partie du nom d’usage, du nom de naissance ou d’un prénom suffit, même avec une lettre fausse ou oubliée dans un mot de quatre lettres ou plus ; d’un numéro, la fin. L’adresse électronique est à donner entière.",
      "A part of the name in use, of the birth name or of any given name will do, even with a letter wrong or left out of a word of four letters or more; of a number, its end. Give the e-mail address whole.",
    ],
    searchMoney: [
      "Un payeur se trouve par son nom ou son SIREN, une facture par son numéro.",
      "A payer is found by its name or its SIREN, an invoice by its number.",
    ],
    go: ["Chercher", "Search"],
    found: (search: string) => [`Trouvé pour « ${search} »`, `Found for “${search}”`],
    none: [
      "Personne n’a été trouvé. Essayez un seul des noms, la fin du téléphone ou du numéro du dossier.",
      "Nobody was found. Try one of the names alone, the end of the telephone or of the number of the application.",
    ],
    more: [
      "D’autres personnes correspondent : ajoutez un prénom ou un numéro.",
      "More people match: add a given name or a number.",
    ],
    count: (count: number) => [
      `${count} ${plural(count, "personne", "personnes", "fr")}, les plus proches d’abord`,
      `${count} ${plural(count, "person", "people", "en")}, the closest first`,
    ],
    lately: ["Ouverts dernièrement", "Opened lately"],
    latelyWhy: ["De la dernière personne à la première", "The last one first"],
    name: ["Nom", "Name"],
    unnamed: ["Sans nom", "Without a name"],
    born: ["Naissance", "Born"],
    number: ["Dossier", "Application"],
    intake: ["Campagne", "Intake"],
    stands: ["Où en est-on", "Where it stands"],
    why: ["Trouvé par", "Found by"],
    by: {
      birthName: ["nom de naissance", "birth name"],
      usedName: ["nom d’usage", "name in use"],
      givenNames: ["prénoms", "given names"],
      elder: ["nom d’avant", "name of before"],
      phone: ["téléphone", "telephone"],
      number: ["numéro", "number"],
      mail: ["adresse électronique", "e-mail address"],
      near: ["nom proche", "close name"],
    },
  },
  person: {
    next: (number: string) => [
      `Personne suivante de la liste : dossier ${number}`,
      `Next person of the list: application ${number}`,
    ],
    inPage: ["Dans cette page", "On this page"],
    birthName: ["Nom de naissance", "Birth name"],
    givenNames: ["Prénoms", "Given names"],
    bornOn: ["Date de naissance", "Date of birth"],
    elder: ["Nom d’avant", "Name of before"],
    identityWhat: ["l’identité", "the identity"],
    phone: ["Téléphone", "Telephone"],
    mail: ["Adresse électronique", "E-mail address"],
    postal: ["Adresse postale", "Postal address"],
    contactWhat: ["les coordonnées", "the contact details"],
    noMail: ["Aucune : par la poste", "None: by post"],
    steps: ["Prochains pas", "Next steps"],
    stepsWhy: ["Ce qui attend, par échéance", "What waits, by due day"],
    step: ["À faire", "To do"],
    whose: ["Par qui", "By whom"],
    theirs: ["La personne", "The person"],
    you: ["Vous", "You"],
    school: ["L’établissement", "The school"],
    due: ["Pour quand", "By when"],
    arranged: ["Autrement", "Otherwise"],
    arrange: ["Reporter…", "Put off…"],
    putOff: (day: string) => [`Reporté au ${day}`, `Put off to ${day}`],
    late: ["en retard :", "late:"],
    dossiers: ["Dossiers", "Applications"],
    dossiersWhy: ["Ses dossiers, du plus récent au plus ancien", "Their applications, latest first"],
    number: ["Numéro", "Number"],
    intake: ["Campagne", "Intake"],
    submitted: ["Déposé", "Submitted"],
    stands: ["Où en est-on", "Where it stands"],
    application: ["Dossier", "Application"],
    files: (number: string | undefined) =>
      number === undefined
        ? ["Fichiers", "Files"]
        : [`Fichiers du dossier ${number}`, `Files of application ${number}`],
    chronology: ["Chronologie", "Chronology"],
    older: (count: number) => [`Plus ancien (${count})`, `Older (${count})`],
    filter: ["La chronologie par sujet", "The chronology by subject"],
    allSubjects: ["Tout", "All"],
  },
});
