/** The words of the diploma's page and of the school's home; facts and labels come from the two files of the law. */
import { inBoth } from "../kit/in-both.ts";
import { au, du, le, plural, sayDay, sayList, sayNumber, sayYears } from "../kit/lang.ts";

export const programmeWords = inBoth({
  updated: (day: string) => [`Page à jour du ${sayDay(day, "fr")}.`, `Page up to date on ${sayDay(day, "en")}.`],
  homeLead: (school: string, diplomas: readonly string[]) => [
    `${school} prépare ${sayList(diplomas.map(au), "fr")}. Ici, chaque condition, chaque heure et chaque prix dit de quel article il vient.`,
    `${school} prepares for ${sayList(
      diplomas.map((diploma) => `the ${diploma}`),
      "en",
    )}. Here every condition, every hour and every price says which article it comes from.`,
  ],
  homeTitle: ["Accueil", "Home"],
  trainedFor: ["Ce que l’on y prépare", "What is taught here"],
  also: ["Et aussi", "And also"],
  twoQuestions: ["Deux questions, deux réponses expliquées", "Two questions, two explained answers"],
  apply: ["Puis-je candidater ?", "May I apply?"],
  applyText: (experience: boolean) => [
    `Vos titres${experience ? " et votre expérience" : ""}, et la réponse : oui, pas encore et depuis quand, ou ce qu’il manque. Aucun compte à créer.`,
    `Your titles${experience ? " and your experience" : ""}, and the answer: yes, not yet and from when, or what is missing. No account to create.`,
  ],
  pathway: ["Mon prix", "My price"],
  pathwayText: [
    "Les heures qu’il vous reste, les épreuves à passer, le prix selon qui paie.",
    "The hours you have left, the exams to sit, the price depending on who pays.",
  ],
  reopen: ["Reprendre une réponse conservée", "Reopen a kept answer"],
  reopenText: ["Avec le code reçu en la conservant.", "With the code given to you when you kept it."],
  rule: ["La règle", "The rule"],
  ruleText: [
    "Chaque article appliqué ici, ce qu’il dit, et ce qui reste incertain.",
    "Each article applied here, what it says, and what remains uncertain.",
  ],
  level: (level: number) => [`niveau ${level}`, `level ${level}`],
  profession: ["Le métier", "The profession"],
  onward: ["Après le diplôme", "After the diploma"],
  objectives: ["Les objectifs", "The objectives"],
  essential: {
    title: ["L’essentiel", "In brief"],
    where: ["Où", "Where"],
    when: ["Quand", "When"],
    length: ["Durée", "Length"],
    rhythm: ["Rythme", "Rhythm"],
    places: ["Places", "Places"],
    price: ["Prix", "Price"],
    results: ["Résultats", "Results"],
    at: (towns: readonly string[], street: string) => [
      `${towns.length > 0 ? `${sayList(towns, "fr")}, ` : ""}${street}`,
      `${towns.length > 0 ? `${sayList(towns, "en")}, ` : ""}${street}`,
    ],
    notPublished: ["L’école ne l’a pas publié.", "The school has not published it."],
    ask: ["Posez la question", "Ask the school"],
    entry: ["Rentrée le", "It begins on"],
    atMost: (semesters: number) => [
      semesters % 2 === 0 ? `${sayYears(semesters / 2, "fr")} au plus` : `${semesters} semestres au plus`,
      semesters % 2 === 0 ? `At most ${sayYears(semesters / 2, "en")}` : `At most ${semesters} semesters`,
    ],
    hours: (theory: number, practice: number) => [
      `${sayNumber(theory, "fr")} h de cours${practice > 0 ? ` et ${sayNumber(practice, "fr")} h de pratique` : ""}.`,
      `${sayNumber(theory, "en")} h of lessons${practice > 0 ? ` and ${sayNumber(practice, "en")} h of practice` : ""}.`,
    ],
    less: ["Moins si vous avez certains diplômes.", "Less if you hold certain diplomas."],
    count: (places: number, { kind, most }: { readonly kind: "none" | "ranked"; readonly most: number | null }) => [
      `${sayNumber(places, "fr")}${kind === "none" ? "" : `, et une liste complémentaire${most === null ? "" : ` de ${sayNumber(most, "fr")} ${plural(most, "personne", "personnes", "fr")}`}`}`,
      `${sayNumber(places, "en")}${kind === "none" ? "" : `, and a waiting list${most === null ? "" : ` of ${sayNumber(most, "en")} ${plural(most, "person", "people", "en")}`}`}`,
    ],
    funded: ["si un financeur paie", "if a funder pays"],
    personal: ["si vous payez vous-même", "if you pay yourself"],
    rate: (label: string, percent: string, cohort: string, counted: boolean) => [
      `${percent} : ${label} ${cohort}${counted ? "" : ", sans le nombre de personnes"}`,
      `${percent}: ${label} ${cohort}${counted ? "" : ", without the number of people"}`,
    ],
  },
  access: ["Qui peut entrer", "Who may enter"],
  whatYouHave: ["Ce que vous avez", "What you have"],
  experienceAsked: ["Expérience", "Experience"],
  experienceAlone: ["l’expérience seule", "experience alone"],
  noExperience: ["aucune", "none"],
  experienceIn: (fields: readonly string[]) => [
    `L’expérience compte dans ce domaine : ${sayList(fields, "fr", "or")}.`,
    `Experience counts in this field: ${sayList(fields, "en", "or")}.`,
  ],
  exactWords: ["Les mots exacts de la loi", "The exact words of the law"],
  accessLead: (n: number) => [
    n === 1 ? "Il n’y a qu’une voie." : `Une de ces ${n} voies suffit.`,
    n === 1 ? "There is only one way in." : `One of these ${n} ways in is enough.`,
  ],
  experienceCount: ["Comment l’expérience est comptée", "How experience is counted"],
  admission: ["Comment entrer", "How to enter"],
  step: {
    file: ["Un dossier", "An application,"],
    fileBy: (day: string) => [`à envoyer au plus tard le ${day}.`, `to be sent by ${day} at the latest.`],
    interview: ["Un entretien.", "An interview."],
    answer: ["Une réponse", "An answer"],
    answerBy: (day: string) => [`au plus tard le ${day}.`, `by ${day} at the latest.`],
  },
  feesAre: (total: string) => [`Candidater coûte ${total}.`, `Applying costs ${total}.`],
  selection: ["L’entretien, et qui décide", "The interview, and who decides"],
  intake: ["Le déroulement", "How it goes"],
  pieces: ["Les pièces du dossier", "The documents of the application"],
  interview: ["L’entretien", "The interview"],
  criteria: ["Ce qui est apprécié", "What is assessed"],
  commission: ["La commission", "The commission"],
  programme: ["Ce qu’on apprend", "What you learn"],
  hoursOf: (theory: number, practice: number) => [
    `${sayNumber(theory, "fr")} h${practice > 0 ? ` et ${sayNumber(practice, "fr")} h de pratique` : ""}`,
    `${sayNumber(theory, "en")} h${practice > 0 ? ` and ${sayNumber(practice, "en")} h of practice` : ""}`,
  ],
  hoursByUnit: ["Les heures de chaque unité", "The hours of each unit"],
  frame: ["Le cadre", "The frame"],
  programmeCaption: [
    "Heures de chaque unité : ce que la loi permet, ce que l’établissement a choisi",
    "Hours of each unit: what the law allows, what the school has chosen",
  ],
  unit: ["Unité de formation", "Unit"],
  national: ["Cadre national", "National frame"],
  range: (min: number, max: number) => [
    min === max ? `${sayNumber(min, "fr")} h` : `${sayNumber(min, "fr")} à ${sayNumber(max, "fr")} h`,
    min === max ? `${sayNumber(min, "en")} h` : `${sayNumber(min, "en")} to ${sayNumber(max, "en")} h`,
  ],
  hours: (n: number) => [`${sayNumber(n, "fr")} h`, `${sayNumber(n, "en")} h`],
  ofTheory: (n: number) => [`${sayNumber(n, "fr")} h de théorie`, `${sayNumber(n, "en")} h of theory`],
  totalTheory: ["Total de théorie", "Total of theory"],
  totalPractice: ["Total de pratique", "Total of practice"],
  practiceMark: ["pratique", "practice"],
  organisation: ["L’organisation", "How it is organised"],
  methods: ["Les méthodes", "The methods"],
  relief: ["Moins d’heures avec certains diplômes", "Fewer hours with certain diplomas"],
  reliefBrief: (titles: readonly string[]) => [
    `Avec ${sayList(titles.map(le), "fr", "or")}, vous avez moins d’heures, et parfois une épreuve en moins.`,
    `With the ${sayList(titles, "en", "or")}, you have fewer hours, and sometimes one exam less.`,
  ],
  grantsBrief: [
    "Pour d’autres titres, l’école peut décider de réduire vos heures.",
    "For other titles, the school may decide to reduce your hours.",
  ],
  reliefEach: ["Ce que chacun enlève", "What each takes off"],
  heldEach: ["Le détail", "In detail"],
  reliefLead: [
    "Une dispense est de droit : elle ôte les heures d’un domaine et, sauf doute signalé, son épreuve. Un allègement réduit des heures et ne touche jamais une épreuve.",
    "A dispense is of right: it removes the hours of a domain and, unless a doubt is flagged, its exam. An allègement reduces hours and never touches an exam.",
  ],
  dispensed: (domain: string, label: string) => [
    `Dispense ${du(domain)} (${label}) : ses heures et son épreuve.`,
    `Dispense from ${domain} (${label}): its hours and its exam.`,
  ],
  contested: (domain: string, label: string) => [
    `Les heures ${du(domain)} (${label}) sont dispensées ; pour l’épreuve, les textes se contredisent et l’autorité régionale doit se prononcer.`,
    `The hours of ${domain} (${label}) are dispensed; for the exam, the texts contradict each other and the regional authority must decide.`,
  ],
  relieved: (units: readonly string[]) => [
    `Allègement total : ${sayList(units, "fr")}.`,
    `Total allègement: ${sayList(units, "en")}.`,
  ],
  relievedPart: (percent: number, units: readonly string[]) => [
    `Allègement de ${percent} % : ${sayList(units, "fr")}.`,
    `Allègement of ${percent}%: ${sayList(units, "en")}.`,
  ],
  otherRelief: ["Sur décision de l’établissement", "By decision of the school"],
  heldRelief: ["Ce qui est déjà validé", "What has already been validated"],
  exams: (count: number) => [
    count === 1 ? "L’épreuve" : `Les ${count} épreuves`,
    count === 1 ? "The exam" : `The ${count} exams`,
  ],
  needed: (threshold: number, outOf: number) => [
    `Il faut ${sayNumber(threshold, "fr")} sur ${outOf}.`,
    `${sayNumber(threshold, "en")} of ${outOf} is needed.`,
  ],
  marked: ["Comment on est noté", "How you are marked"],
  examOf: (domain: string) => [`Épreuve ${du(domain)}`, `Exam of ${domain}`],
  sum: (parts: readonly string[], threshold: number, outOf: number) => [
    `${parts.join(" + ")} : au moins ${sayNumber(threshold, "fr")} points sur ${outOf}.`,
    `${parts.join(" + ")}: at least ${sayNumber(threshold, "en")} points of ${outOf}.`,
  ],
  single: (part: string, threshold: number, outOf: number) => [
    `Une seule note : ${part}. Il faut au moins ${sayNumber(threshold, "fr")} sur ${outOf}.`,
    `A single mark: ${part}. At least ${sayNumber(threshold, "en")} of ${outOf} is needed.`,
  ],
  weighted: (weight: number, label: string) => [`${weight} × ${label}`, `${weight} × ${label}`],
  mean: (parts: readonly string[], threshold: number, outOf: number) => [
    `Moyenne de ces notes : ${sayList(parts, "fr")}. Il faut au moins ${sayNumber(threshold, "fr")} sur ${outOf}.`,
    `Mean of these marks: ${sayList(parts, "en")}. At least ${sayNumber(threshold, "en")} of ${outOf} is needed.`,
  ],
  agreed: (marks: number, threshold: number, outOf: number) => [
    `${marks} ${plural(marks, "correcteur note", "correcteurs notent", "fr")}. Il faut au moins ${sayNumber(threshold, "fr")} sur ${outOf}.`,
    `${marks} ${plural(marks, "marker gives", "markers give", "en")} a mark. At least ${sayNumber(threshold, "en")} of ${outOf} is needed.`,
  ],
  sharedMark: ["une même note pour le groupe", "one mark for the group"],
  measure: [
    (min: number | undefined, max: number | undefined, label: string) => {
      if (min === undefined) return max === undefined ? label : `au plus ${sayNumber(max, "fr")} ${label}`;
      if (max === undefined) return `au moins ${sayNumber(min, "fr")} ${label}`;
      return min === max
        ? `${sayNumber(min, "fr")} ${label}`
        : `${sayNumber(min, "fr")} à ${sayNumber(max, "fr")} ${label}`;
    },
    (min: number | undefined, max: number | undefined, label: string) => {
      if (min === undefined) return max === undefined ? label : `at most ${sayNumber(max, "en")} ${label}`;
      if (max === undefined) return `at least ${sayNumber(min, "en")} ${label}`;
      return min === max
        ? `${sayNumber(min, "en")} ${label}`
        : `${sayNumber(min, "en")} to ${sayNumber(max, "en")} ${label}`;
    },
  ],
  validated: ["Pour valider", "To validate it"],
  form: ["La forme", "Form"],
  size: ["La taille et la durée", "Size and duration"],
  examiners: ["Qui évalue", "Who assesses"],
  jury: ["Le jury", "The jury"],
  juryMembers: ["Qui compose le jury", "Who sits on the jury"],
  time: ["Le délai", "The time limit"],
  authority: ["L’autorité régionale, aujourd’hui", "The regional authority, today"],
  competences: ["Les blocs de compétences", "The blocs of competences"],
  vae: ["Sans formation : la VAE", "Without the course: the VAE"],
  price: ["Le prix, et qui paie", "The price, and who pays"],
  toApply: ["Candidater", "Applying"],
  discount: ["Remise si vous payez vous-même", "Discount if you pay yourself"],
  withTrack: (track: string) => [`En plus, pour ${track}`, `On top, for ${track}`],
  mayPay: (funders: readonly string[]) => [
    `Peuvent payer : ${sayList(funders, "fr", "or")}.`,
    `May pay: ${sayList(funders, "en", "or")}.`,
  ],
  priceCaption: [
    "Prix du parcours entier, sans dispense ni allègement",
    "Price of the whole course, without dispense or allègement",
  ],
  line: ["Poste", "Item"],
  computation: (quantity: number, amount: string, per: string) => [
    per === "candidate" ? `${sayNumber(quantity, "fr")} × ${amount}` : `${sayNumber(quantity, "fr")} h × ${amount}`,
    per === "candidate" ? `${sayNumber(quantity, "en")} × ${amount}` : `${sayNumber(quantity, "en")} h × ${amount}`,
  ],
  total: ["Total", "Total"],
  priceNone: ["Cette formation ne coûte rien à qui la suit.", "This course costs nothing to whoever follows it."],
  totalFunded: ["Total, si un financeur paie la formation", "Total, where a funder pays the tuition"],
  totalPersonal: ["Total, si vous payez vous-même", "Total, where you pay yourself"],
  notCharged: ["non dû", "not due"],
  priceCta: ["Calculer mon prix", "Work out my price"],
  priceBase: ["Comment il est compté", "How it is counted"],
  funders: ["Qui peut payer", "Who may pay"],
  formerly: (name: string) => [`anciennement « ${name} »`, `formerly “${name}”`],
  quoted: (cohort: string) => [
    `Taux cités de ${cohort}, sans effectif`,
    `Rates quoted of ${cohort}, without head-counts`,
  ],
  results: (cohort: string) => [`Les résultats de ${cohort}`, `The results of ${cohort}`],
  percent: (n: number) => [`${sayNumber(n, "fr")} %`, `${sayNumber(n, "en")}%`],
  ratesCaption: (campus: string, cohort: string) => [
    `Taux publiés pour ${cohort}, ${campus}`,
    `Rates published for ${cohort}, ${campus}`,
  ],
  indicator: ["Indicateur", "Figure"],
  value: ["Taux", "Rate"],
  headcount: ["Effectif", "Head-count"],
  missing: ["non publié", "not published"],
  of: (n: number, total: number) => [
    `${sayNumber(n, "fr")} sur ${sayNumber(total, "fr")}`,
    `${sayNumber(n, "en")} of ${sayNumber(total, "en")}`,
  ],
  rateDefinition: ["D’où viennent ces taux", "Where these rates come from"],
  disability: ["Handicap", "Disability"],
  contact: ["Une question ?", "A question?"],
  askSchool: ["Poser une question à l’école", "Ask the school a question"],
  source: ["source", "source"],
  silent: ["Ce qui n’est pas publié", "What is not published"],
  silentLead: [
    "À demander à l’établissement avant de s’engager :",
    "To be asked of the school before committing yourself:",
  ],
  state: ["La loi, et les textes lus", "The law, and the texts that were read"],
  wholeRule: ["La règle, article par article", "The rule, article by article"],
  stateLead: (version: string, from: string) => [
    `Cette page repose sur la version ${version} du référentiel, en vigueur depuis le ${sayDay(from, "fr")}. Elle redit la loi dans nos mots : le texte officiel seul fait foi.`,
    `This page rests on version ${version} of the national référentiel, in force since ${sayDay(from, "en")}. It puts the law in our own words: the official text alone is binding.`,
  ],
  texts: ["Les textes, et l’état dans lequel ils ont été lus", "The texts, and the state in which they were read"],
  unread: ["Ce qui n’a pas été lu", "What was not read"],
  unreadLead: ["Une réponse d’aujourd’hui peut en dépendre :", "An answer given today may depend on it:"],
  readText: ["Lire ce texte", "Read this text"],
  registration: ["L’enregistrement national", "The national registration"],
  registrationLine: (level: number, until: string) => [
    `, niveau ${level}, enregistré jusqu’au ${sayDay(until, "fr")}.`,
    `, level ${level}, registered until ${sayDay(until, "en")}.`,
  ],
  certifiers: (names: readonly string[]) => [
    `Certificateurs : ${sayList(names, "fr")}.`,
    `Certifying bodies: ${sayList(names, "en")}.`,
  ],
  codes: (nsf: string, codes: readonly string[]) => [
    `Spécialité ${nsf}${codes.length > 0 ? ` ; Formacode ${sayList(codes, "fr")}` : ""}.`,
    `Specialty ${nsf}${codes.length > 0 ? `; Formacode ${sayList(codes, "en")}` : ""}.`,
  ],
  registrationEnds: (code: string, until: string) => [
    `L’enregistrement ${code} prend fin le ${sayDay(until, "fr")}`,
    `The registration ${code} ends on ${sayDay(until, "en")}`,
  ],
  registrationEnded: (code: string, until: string) => [
    `L’enregistrement ${code} a pris fin le ${sayDay(until, "fr")}`,
    `The registration ${code} ended on ${sayDay(until, "en")}`,
  ],
  registrationNext: [
    "La suite n’est pas connue. Demandez une réponse écrite à l’école avant de payer.",
    "What follows is not known. Ask the school for a written answer before you pay.",
  ],
  registrationMay: ["Ce que cela change", "What this changes"],
  intakeAfter: (intake: string) => [
    `La prochaine rentrée, le ${sayDay(intake, "fr")}, vient après ce jour.`,
    `The next intake, on ${sayDay(intake, "en")}, comes after that day.`,
  ],
  intakeUnknown: [
    "La date de la prochaine rentrée n’est pas publiée : si elle vient après ce jour, elle n’est plus couverte par cet enregistrement.",
    "The day of the next intake is not published: if it comes after that day, this registration no longer covers it.",
  ],
  registrationFirst: (code: string, until: string, intake: string | undefined) => [
    `L’enregistrement ${code} prend fin le ${sayDay(until, "fr")}, ${intake === undefined ? "peut-être avant la prochaine rentrée, dont le jour n’est pas publié" : `avant la rentrée du ${sayDay(intake, "fr")}`} : ce qui le remplacera n’a pas été vérifié.`,
    `The registration ${code} ends on ${sayDay(until, "en")}, ${intake === undefined ? "perhaps before the next intake, whose day is not published" : `before the intake of ${sayDay(intake, "en")}`}: what will replace it was not verified.`,
  ],
  registrationOver: (code: string, until: string) => [
    `L’enregistrement ${code} a pris fin le ${sayDay(until, "fr")} : ce qui le remplace n’a pas été vérifié.`,
    `The registration ${code} ended on ${sayDay(until, "en")}: what replaces it was not verified.`,
  ],
  registrationEffect: [
    "Ce qui le remplacera n’a pas été vérifié : ni le diplôme délivré à qui entrerait ensuite, ni l’ouverture des financements qui demandent une certification enregistrée. Demandez une réponse écrite à l’établissement avant de payer. Nos réponses données pour un jour postérieur le rappellent.",
    "What will replace it was not verified: neither the diploma awarded to whoever enters afterwards, nor whether funding that asks for a registered certification will be open. Ask the school for a written answer before paying. Our answers given for a later day say so again.",
  ],
  sourceFile: ["Les deux fichiers dont cette page est tirée", "The two files this page is drawn from"],
  fileHash: (name: string, hash: string) => [`${name} : ${hash}`, `${name}: ${hash}`],
  nationalFile: ["référentiel national", "national référentiel"],
  schoolFile: ["établissement", "school"],
});

export type ProgrammeWords = typeof programmeWords.fr;
