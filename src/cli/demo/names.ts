/** Names and places for invented people. Each is common; no pair is meant to be a real person, nor is one of a life beside a diploma. */

export const GIVEN = {
  F: "Agnès Aïcha Alice Amandine Anne Aurélie Béatrice Bérénice Camille Caroline Cécile Chantal Chloé Claire Delphine Élise Élodie Émilie Estelle Fatima Florence Françoise Gaëlle Hélène Inès Isabelle Jeanne Julie Karine Khadija Laurence Léa Louise Lucie Maëlle Manon Marie Marion Mélanie Nadia Nathalie Noémie Océane Pauline Rachel Salomé Samira Sandrine Sarah Solène Sophie Sylvie Valérie Yasmine Zoé".split(
    " ",
  ),
  M: "Adrien Ahmed Alain Alexandre Amaury Antoine Arthur Aurélien Bastien Benoît Bruno Cédric Christophe Clément Damien David Didier Édouard Émile Éric Étienne Fabien Florian François Gabriel Gaël Grégoire Guillaume Hugo Jérôme Julien Karim Kévin Laurent Léo Loïc Lucas Marc Mathieu Maxime Mehdi Michel Nicolas Olivier Paul Philippe Pierre Quentin Rachid Rémi Romain Samuel Sébastien Théo Thomas Vincent Xavier Yann Youssef".split(
    " ",
  ),
} as const;

export const FAMILY =
  "André Arnaud Aubert Barbier Baron Ben Ali Bernard Bertrand Blanc Blanchard Bonnet Boucher Bourgeois Boyer Brun Caron Chevalier Clément Colin Da Silva David Delorme Denis Dubois Dufour Dumas Dumont Dupont Faure Fernandez Fontaine Fournier François Garcia Gaillard Gauthier Gérard Girard Giraud Guérin Guillaume Haddad Henry Hubert Joly Lambert Lacroix Laurent Leclerc Lecomte Lefebvre Legrand Lemaire Lemoine Leroy Le Gall Lucas Marchand Marie Martin Martinez Masson Mathieu Mercier Meunier Meyer Michel Moreau Morin Moulin Muller Nguyen Nicolas Noël Olivier Perez Perrin Petit Picard Pierre Renard Renaud Rey Richard Rivière Robert Robin Roche Rodriguez Rolland Rousseau Roussel Roy Sanchez Schmitt Simon Thomas Traoré Vincent"
    .replaceAll(/(Ben|Da|Le) /g, "$1\u00a0")
    .split(" ")
    .map((name) => name.replaceAll("\u00a0", " "));

/** The name of the person of a number: no two numbers below some five thousand have the same. */
export function nameAt(sex: keyof typeof GIVEN, number: number): { readonly given: string; readonly family: string } {
  const given = GIVEN[sex];
  const all = given.length * FAMILY.length;
  // A prime that divides neither length: each number goes to a pair of its own.
  const place = (((number * STRIDE) % all) + all) % all;
  return { given: given[place % given.length]!, family: FAMILY[Math.floor(place / given.length)]! };
}

const STRIDE = 2_003;

/** Communes by code, with the postcode of their centre. */
export const PLACES = [
  { code: "34172", name: "Montpellier", postcode: "34000" },
  { code: "34032", name: "Béziers", postcode: "34500" },
  { code: "34301", name: "Sète", postcode: "34200" },
  { code: "30189", name: "Nîmes", postcode: "30000" },
  { code: "30007", name: "Alès", postcode: "30100" },
  { code: "66136", name: "Perpignan", postcode: "66000" },
  { code: "11069", name: "Carcassonne", postcode: "11000" },
  { code: "11262", name: "Narbonne", postcode: "11100" },
  { code: "31555", name: "Toulouse", postcode: "31000" },
  { code: "12202", name: "Rodez", postcode: "12000" },
  { code: "48095", name: "Mende", postcode: "48000" },
  { code: "84007", name: "Avignon", postcode: "84000" },
  { code: "13055", name: "Marseille", postcode: "13001" },
  { code: "69123", name: "Lyon", postcode: "69001" },
  { code: "59350", name: "Lille", postcode: "59000" },
  { code: "33063", name: "Bordeaux", postcode: "33000" },
  { code: "44109", name: "Nantes", postcode: "44000" },
  { code: "67482", name: "Strasbourg", postcode: "67000" },
] as const;

export const STREETS = [
  "rue des Lilas",
  "avenue du Marché",
  "chemin des Oliviers",
  "place de la Fontaine",
  "rue du Moulin",
  "impasse des Genêts",
  "boulevard de la Gare",
  "rue de l’École",
] as const;

export const COUNTRIES = ["BE", "MA", "SN", "DZ", "TN", "PT", "RO", "CM"] as const;
