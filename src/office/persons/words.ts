/** The words of the pages of people. */
import { inBoth } from "../../kit/in-both.ts";

export const personWords = inBoth({
  find: {
    title: ["Chercher une personne", "Find a person"],
    lead: [
      "Dans toutes les campagnes et toutes les années, de la candidature au diplôme.",
      "In all intakes and years, from the application to the diploma.",
    ],
    search: ["Nom, numéro, téléphone ou adresse électronique", "Name, number, telephone or e-mail address"],
    searchHint: [
      "Une partie du nom d’usage, du nom de naissance ou d’un prénom suffit, même avec une lettre fausse ou oubliée ; d’un numéro, la fin. L’adresse électronique est à donner entière.",
      "A part of the name in use, of the birth name or of any given name will do, even with a letter wrong or left out; of a number, its end. Give the e-mail address whole.",
    ],
    go: ["Chercher", "Search"],
    found: (search: string) => [`Trouvé pour « ${search} »`, `Found for “${search}”`],
    none: [
      "Personne n’a été trouvé. Vérifiez l’orthographe, ou cherchez par le numéro du dossier.",
      "Nobody was found. Check the spelling, or search by the number of the application.",
    ],
    more: [
      "D’autres personnes correspondent : ajoutez un prénom ou un numéro.",
      "More people match: add a given name or a number.",
    ],
    lately: ["Ouverts dernièrement", "Opened lately"],
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
      phone: ["téléphone", "telephone"],
      number: ["numéro", "number"],
      mail: ["adresse électronique", "e-mail address"],
      near: ["nom proche", "close name"],
    },
  },
  person: {
    inPage: ["Dans cette page", "On this page"],
    birthName: ["Nom de naissance", "Birth name"],
    givenNames: ["Prénoms", "Given names"],
    bornOn: ["Date de naissance", "Date of birth"],
    phone: ["Téléphone", "Telephone"],
    mail: ["Adresse électronique", "E-mail address"],
    noMail: ["Aucune : par la poste", "None: by post"],
    dossiers: ["Dossiers", "Applications"],
    dossiersWhy: ["Ses dossiers, du plus récent au plus ancien", "Their applications, latest first"],
    number: ["Numéro", "Number"],
    intake: ["Campagne", "Intake"],
    submitted: ["Déposé", "Submitted"],
    stands: ["Où en est-on", "Where it stands"],
    chronology: ["Chronologie", "Chronology"],
    chronologyWhy: ["Ce qui s’est passé, du plus récent au plus ancien", "What happened, latest first"],
    when: ["Quand", "When"],
    kind: ["Sujet", "Subject"],
    what: ["Ce qui s’est passé", "What happened"],
  },
});
