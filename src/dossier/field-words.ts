/** The labels of a dossier’s fields, and their errors, in both languages. */
import { inBoth } from "../kit/in-both.ts";
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

const FIELDS: Readonly<Record<Lang, Readonly<Record<string, FieldWords>>>> = inBoth({
  birthName: {
    label: ["Nom de naissance", "Name at birth"],
    hint: [
      "Celui de l’acte de naissance : le diplôme sera à ce nom.",
      "As on the birth certificate: the diploma will bear it.",
    ],
    missing: ["Écrivez votre nom de naissance.", "Write your name at birth."],
  },
  usedName: {
    label: ["Nom d’usage", "Name in use"],
    hint: [
      "S’il est différent : nom d’époux ou d’épouse, par exemple.",
      "If it differs: a married name, for instance.",
    ],
    missing: ["", ""],
    autocomplete: ["family-name", "family-name"],
  },
  givenNames: {
    label: ["Prénoms", "Given names"],
    hint: ["Tous, dans l’ordre de l’état civil.", "All of them, in the order of the civil register."],
    missing: ["Écrivez tous vos prénoms.", "Write all your given names."],
    autocomplete: ["given-name", "given-name"],
  },
  sex: {
    label: ["Sexe à l’état civil", "Sex in the civil register"],
    hint: [
      "L’autorité qui délivre le diplôme le demande pour vous identifier.",
      "The authority that awards the diploma asks for it to identify you.",
    ],
    missing: ["Choisissez le sexe porté à l’état civil.", "Choose the sex of the civil register."],
    wrong: ["Choisissez une des deux réponses.", "Choose one of the two answers."],
    options: {
      F: ["Féminin", "Female"],
      M: ["Masculin", "Male"],
    },
  },
  bornOn: {
    label: ["Date de naissance", "Date of birth"],
    hint: [
      "Avec le lieu de naissance, elle distingue les personnes de même nom.",
      "With the place of birth, it tells people of one name apart.",
    ],
    missing: ["Écrivez votre date de naissance.", "Write your date of birth."],
    wrong: ["Cette date de naissance n’existe pas au calendrier.", "That date of birth is not in the calendar."],
  },
  birthCountry: {
    label: ["Pays de naissance", "Country of birth"],
    hint: ["Celui dont le lieu fait partie aujourd’hui.", "The one the place is part of today."],
    missing: ["Choisissez votre pays de naissance.", "Choose your country of birth."],
    wrong: ["Choisissez un pays de la liste.", "Choose a country of the list."],
  },
  birthCommune: {
    label: ["Commune de naissance, si vous êtes né en France", "Commune of birth, if you were born in France"],
    hint: [
      "Son nom suffit, comme sur l’acte de naissance : anciennes communes et outre-mer sont dans la liste.",
      "Its name is enough, as on the birth certificate: former communes and overseas are in the list.",
    ],
    missing: ["Écrivez votre commune de naissance.", "Write your commune of birth."],
  },
  birthCity: {
    label: [
      "Ville de naissance, si vous êtes né dans un autre pays",
      "Town of birth, if you were born in another country",
    ],
    missing: ["Écrivez votre ville de naissance.", "Write your town of birth."],
  },
  phone: {
    label: ["Téléphone", "Telephone"],
    missing: ["Donnez un numéro où vous joindre.", "Give a number where you can be reached."],
    wrong: [
      "Un numéro français a dix chiffres, par exemple 06 12 34 56 78. Un numéro d’un autre pays commence par +.",
      "A French number has ten digits, for instance 06 12 34 56 78. A number of another country begins with +.",
    ],
    autocomplete: ["tel", "tel"],
  },
  street: {
    label: ["Adresse", "Address"],
    hint: ["Numéro et rue.", "Number and street."],
    missing: ["Écrivez votre adresse.", "Write your address."],
    autocomplete: ["address-line1", "address-line1"],
  },
  streetMore: {
    label: ["Complément d’adresse", "Address, second line"],
    missing: ["", ""],
    autocomplete: ["address-line2", "address-line2"],
  },
  postcode: {
    label: ["Code postal", "Postcode"],
    missing: ["Écrivez votre code postal.", "Write your postcode."],
    wrong: ["En France, un code postal a cinq chiffres.", "In France, a postcode has five digits."],
    autocomplete: ["postal-code", "postal-code"],
    size: [8, 8],
  },
  city: {
    label: ["Ville", "Town"],
    hint: [
      "Laissez vide si votre code postal n’est que d’une ville.",
      "Leave it empty if your postcode is that of one town only.",
    ],
    missing: ["Écrivez votre ville.", "Write your town."],
    wrong: [
      "Cette ville n’a pas ce code postal : corrigez l’un ou l’autre.",
      "This town does not have this postcode: correct one or the other.",
    ],
    autocomplete: ["address-level2", "address-level2"],
  },
  country: {
    label: ["Pays", "Country"],
    missing: ["Choisissez votre pays.", "Choose your country."],
    wrong: ["Choisissez un pays de la liste.", "Choose a country of the list."],
    autocomplete: ["country", "country"],
  },
  needed: {
    label: ["Demandez-vous des aménagements ?", "Do you ask for arrangements?"],
    missing: ["Dites si vous demandez des aménagements.", "Say whether you ask for arrangements."],
    options: {
      no: ["Non", "No"],
      yes: ["Oui", "Yes"],
    },
  },
  effects: {
    label: ["Lesquels ?", "Which ones?"],
    hint: [
      "Ceux qui organisent les épreuves les verront. Ce que vous voulez confier au référent handicap seul vient à la page suivante.",
      "Those who organise the tests see them. What you wish to confide to the disability advisor alone comes on the next page.",
    ],
    missing: ["Cochez au moins un aménagement.", "Tick at least one arrangement."],
    wrong: ["Choisissez dans la liste.", "Choose from the list."],
    options: {
      "extra-time": ["Temps majoré", "Extra time"],
      room: ["Salle accessible ou à part", "Accessible or separate room"],
      documents: [
        "Documents adaptés (gros caractères, version numérique)",
        "Adapted documents (large print, digital version)",
      ],
      assistant: ["Présence d’un assistant", "Presence of an assistant"],
      interpreter: ["Interprète (langue des signes, par exemple)", "Interpreter (sign language, for instance)"],
      breaks: ["Pauses", "Breaks"],
      other: ["Autre", "Other"],
    },
  },
  other: {
    label: ["Quel autre aménagement ?", "Which other arrangement?"],
    missing: ["Dites quel autre aménagement.", "Say which other arrangement."],
  },
  said: {
    label: ["Ce que vous souhaitez lui dire", "What you wish to tell them"],
    missing: ["", ""],
  },
});

export function fieldWords(name: string, lang: Lang): FieldWords {
  return FIELDS[lang][name] ?? { label: name, missing: "" };
}
