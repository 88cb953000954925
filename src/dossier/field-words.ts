/** What each field of a dossier is called, and what is said where it is missing or wrong, in both languages. */
import type { Lang } from "../kit/lang.ts";

export type FieldWords = {
  readonly label: string;
  readonly hint?: string;
  readonly missing: string;
  readonly wrong?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly autocomplete?: string;
  readonly size?: number;
};

const FIELDS: Readonly<Record<Lang, Readonly<Record<string, FieldWords>>>> = {
  fr: {
    birthName: {
      label: "Nom de naissance",
      hint: "Celui de l’acte de naissance : le diplôme sera à ce nom.",
      missing: "Écrivez votre nom de naissance.",
    },
    usedName: {
      label: "Nom d’usage",
      hint: "S’il est différent : nom d’époux ou d’épouse, par exemple.",
      missing: "",
      autocomplete: "family-name",
    },
    givenNames: {
      label: "Prénoms",
      hint: "Tous, dans l’ordre de l’état civil.",
      missing: "Écrivez tous vos prénoms.",
      autocomplete: "given-name",
    },
    sex: {
      label: "Sexe à l’état civil",
      hint: "L’autorité qui délivre le diplôme le demande pour vous identifier.",
      missing: "Choisissez le sexe porté à l’état civil.",
      wrong: "Choisissez une des deux réponses.",
      options: { F: "Féminin", M: "Masculin" },
    },
    bornOn: {
      label: "Date de naissance",
      hint: "Avec le lieu de naissance, elle distingue les personnes de même nom.",
      missing: "Écrivez votre date de naissance.",
      wrong: "Cette date de naissance n’existe pas au calendrier.",
    },
    birthCountry: {
      label: "Pays de naissance",
      hint: "Celui dont le lieu fait partie aujourd’hui.",
      missing: "Choisissez votre pays de naissance.",
      wrong: "Choisissez un pays de la liste.",
    },
    birthCommune: {
      label: "Commune de naissance, si vous êtes né en France",
      hint: "Son nom suffit, comme sur l’acte de naissance : anciennes communes et outre-mer sont dans la liste.",
      missing: "Dites dans quelle commune vous êtes né.",
    },
    birthCity: {
      label: "Ville de naissance, si vous êtes né dans un autre pays",
      missing: "Écrivez votre ville de naissance.",
    },
    phone: {
      label: "Téléphone",
      missing: "Donnez un numéro où vous joindre.",
      wrong: "Un numéro de téléphone ne compte que des chiffres, avec ou sans espaces.",
      autocomplete: "tel",
    },
    street: {
      label: "Adresse",
      hint: "Numéro et rue.",
      missing: "Écrivez votre adresse.",
      autocomplete: "address-line1",
    },
    streetMore: { label: "Complément d’adresse", missing: "", autocomplete: "address-line2" },
    postcode: { label: "Code postal", missing: "Écrivez votre code postal.", autocomplete: "postal-code", size: 8 },
    city: { label: "Ville", missing: "Écrivez votre ville.", autocomplete: "address-level2" },
    country: {
      label: "Pays",
      missing: "Choisissez votre pays.",
      wrong: "Choisissez un pays de la liste.",
      autocomplete: "country",
    },
    needed: {
      label: "Demandez-vous des aménagements ?",
      missing: "Dites si vous demandez des aménagements.",
      options: { no: "Non", yes: "Oui" },
    },
    effects: {
      label: "Lesquels ?",
      hint: "Plusieurs choix sont possibles.",
      missing: "Cochez au moins un aménagement.",
      wrong: "Choisissez dans la liste.",
      options: {
        "extra-time": "Temps majoré",
        room: "Salle accessible ou à part",
        documents: "Documents adaptés (gros caractères, version numérique)",
        assistant: "Présence d’un assistant",
        interpreter: "Interprète (langue des signes, par exemple)",
        breaks: "Pauses",
        other: "Autre",
      },
    },
    other: { label: "Quel autre aménagement ?", missing: "Dites quel autre aménagement." },
    said: { label: "Ce que vous souhaitez lui dire", missing: "" },
  },
  en: {
    birthName: {
      label: "Name at birth",
      hint: "As on the birth certificate: the diploma will bear it.",
      missing: "Write your name at birth.",
    },
    usedName: {
      label: "Name in use",
      hint: "If it differs: a married name, for instance.",
      missing: "",
      autocomplete: "family-name",
    },
    givenNames: {
      label: "Given names",
      hint: "All of them, in the order of the civil register.",
      missing: "Write all your given names.",
      autocomplete: "given-name",
    },
    sex: {
      label: "Sex in the civil register",
      hint: "The authority that awards the diploma asks for it to identify you.",
      missing: "Choose the sex of the civil register.",
      wrong: "Choose one of the two answers.",
      options: { F: "Female", M: "Male" },
    },
    bornOn: {
      label: "Date of birth",
      hint: "With the place of birth, it tells people of one name apart.",
      missing: "Write your date of birth.",
      wrong: "That date of birth is not in the calendar.",
    },
    birthCountry: {
      label: "Country of birth",
      hint: "The one the place is part of today.",
      missing: "Choose your country of birth.",
      wrong: "Choose a country of the list.",
    },
    birthCommune: {
      label: "Commune of birth, if you were born in France",
      hint: "Its name is enough, as on the birth certificate: former communes and overseas are in the list.",
      missing: "Say in which commune you were born.",
    },
    birthCity: {
      label: "Town of birth, if you were born in another country",
      missing: "Write your town of birth.",
    },
    phone: {
      label: "Telephone",
      missing: "Give a number where you can be reached.",
      wrong: "A telephone number has digits only, with or without spaces.",
      autocomplete: "tel",
    },
    street: {
      label: "Address",
      hint: "Number and street.",
      missing: "Write your address.",
      autocomplete: "address-line1",
    },
    streetMore: { label: "Address, second line", missing: "", autocomplete: "address-line2" },
    postcode: { label: "Postcode", missing: "Write your postcode.", autocomplete: "postal-code", size: 8 },
    city: { label: "Town", missing: "Write your town.", autocomplete: "address-level2" },
    country: {
      label: "Country",
      missing: "Choose your country.",
      wrong: "Choose a country of the list.",
      autocomplete: "country",
    },
    needed: {
      label: "Do you ask for arrangements?",
      missing: "Say whether you ask for arrangements.",
      options: { no: "No", yes: "Yes" },
    },
    effects: {
      label: "Which ones?",
      hint: "You may choose several.",
      missing: "Tick at least one arrangement.",
      wrong: "Choose from the list.",
      options: {
        "extra-time": "Extra time",
        room: "Accessible or separate room",
        documents: "Adapted documents (large print, digital version)",
        assistant: "Presence of an assistant",
        interpreter: "Interpreter (sign language, for instance)",
        breaks: "Breaks",
        other: "Other",
      },
    },
    other: { label: "Which other arrangement?", missing: "Say which other arrangement." },
    said: { label: "What you wish to tell them", missing: "" },
  },
};

export function fieldWords(name: string, lang: Lang): FieldWords {
  return FIELDS[lang][name] ?? { label: name, missing: "" };
}
