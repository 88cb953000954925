/**
 * Entries of the law that no rule reads yet: each waits for the subject that will. This is the only such list, and it only
 * shrinks: a test fails when one of these is reached by a case, when a new entry is neither reached nor here, and when the
 * list grows beyond `MOST_WAITING`.
 */
export const MOST_WAITING = 103;

/** Tables that a rule goes through whole, so that it reads each of their entries: with the file, and the words by which it does. */
export const TABLES: readonly { readonly by: string; readonly words: string; readonly under: readonly string[] }[] = [
  { by: "src/decisions/schedule/rule.ts", words: "money.payers.map", under: ["money.payers"] },
  {
    by: "src/decisions/agreement/rule.ts",
    words: "= money.agreement",
    under: ["particulars.contract", "particulars.convention", "awayWithdrawal", "moved", "deposit"].map(
      (part) => `money.agreement.${part}`,
    ),
  },
  { by: "src/decisions/invoice/rule.ts", words: "invoices.regimes.find", under: ["money.invoices.regimes"] },
  { by: "src/decisions/invoice/rule.ts", words: "invoices.mentions", under: ["money.invoices.mentions"] },
  {
    by: "src/decisions/account/rule.ts",
    words: "invoices.levels.days",
    under: ["money.invoices.levels", "money.invoices.recovery"],
  },
  {
    by: "src/decisions/indicators/rule.ts",
    words: "indicators.minimum.people",
    under: ["money.indicators.minimum", "money.indicators.interruption"],
  },
  {
    by: "src/decisions/bpf/rule.ts",
    words: "declaration.",
    under: ["lines", "statuses", "goals", "specialities"].map((part) => `money.declaration.${part}`),
  },
  { by: "src/books/rules/chart.ts", words: "chart(money, money.accounts)", under: ["money.accounts"] },
];

/**
 * Entries that no decision is about, because an act, a page or a document reads them: each with a file that does, and the
 * words by which it does. This list may grow with the house.
 */
export const READ: readonly { readonly by: string; readonly words: string; readonly entries: readonly string[] }[] = [
  {
    by: "src/year/bpf/acts.ts",
    words: "declaration.deposit?.by",
    entries: ["money.declaration.deposit"],
  },
  { by: "src/year/surveys/reading.ts", words: "year.anonymous.people", entries: ["year.anonymous"] },
  { by: "src/year/figures/rules/shown.ts", words: "entries.countFirst.people", entries: ["year.countFirst"] },
  {
    by: "src/year/figures/rules/shown.ts",
    words: "entries.rates.find",
    entries: ["success", "perseverance", "satisfaction", "insertion"].map((rate) => `year.rates.${rate}`),
  },
  {
    by: "src/year/surveys/reading.ts",
    words: "year?.surveys.find",
    entries: ["year.surveys.end", "year.surveys.six-months"],
  },
  {
    by: "src/year/director/evidence.ts",
    words: "year?.evidence",
    entries: ["1", "2", "3", "4", "9", "11", "12", "30", "31", "32"].map((one) => `year.evidence.${one}`),
  },
  {
    by: "src/year/lheo/rules/offer.ts",
    words: "lheo = {}",
    entries: [
      ...["objective", "entryLevel", "exitLevel", "occupations.K1802"].map((one) => `lheo.${one}`),
      ...["path", "entries"].map((one) => `diplomas.deis.lheo.${one}`),
    ],
  },
  {
    by: "src/year/portals/entries.ts",
    words: "declares.find(",
    entries: [
      "edof.declares.entry",
      "edof.declares.exit",
      "edof.declares.service-done",
      "transitions-pro.declares.month",
      "state.declares.insertion",
    ].map((one) => `year.portals.${one}`),
  },
  { by: "src/year/passages/views.ts", words: "entry.label", entries: ["year.passages"] },
  {
    by: "src/year/passages/reading.ts",
    words: "accessOf(entry.access",
    entries: ["apprentice", "employee", "job-seeker-france-travail", "job-seeker", "own-cost"].map(
      (one) => `year.passages.access.${one}`,
    ),
  },
  { by: "src/billing/rules/limitation.ts", words: "invoices: { limitation }", entries: ["money.invoices.limitation"] },
  {
    by: "src/billing/invoices/issuing.ts",
    words: "money.invoices.series",
    entries: ["money.invoices.series"],
  },
  {
    by: "src/billing/invoices/rules/document.ts",
    words: "invoices.penalties.label",
    entries: ["money.invoices.earlyPayment", "money.invoices.penalties"],
  },
  {
    by: "src/contracts/papers/sections.ts",
    words: "money?.papers",
    entries: ["nature", "withdrawalForm", "givenBack", "forceMajeure"].map((paper) => `money.papers.${paper}`),
  },
  {
    by: "src/contracts/papers/payment.ts",
    words: "{ nothingBefore, deposit }",
    entries: ["money.papers.nothingBefore", "money.papers.deposit"],
  },
  { by: "src/contracts/papers/quote.ts", words: "papers?.quote", entries: ["money.papers.quote"] },
  {
    by: "src/contracts/waits.ts",
    words: "papers?.countersigned",
    entries: ["money.papers.countersigned"],
  },
  { by: "src/training/certificates/frozen.ts", words: "{ proofs }", entries: ["money.papers.proofs"] },
  {
    by: "src/contracts/papers/sections.ts",
    words: "teaching?.means",
    entries: ["diplomas.deis.teaching.means"],
  },
  { by: "src/catalogue/pages/sections/state.ts", words: "sourceMark(visit, start)", entries: ["start"] },
  { by: "src/catalogue/pages/sections/state.ts", words: "factList(visit, unread)", entries: ["unread.former-diploma"] },
  {
    by: "src/certification/pages/session.ts",
    words: "diploma.sent ?? []",
    entries: ["livrets", "memoires", "candidates"].map((what) => `sent.${what}`),
  },
  {
    by: "src/livret/appreciations/wanted.ts",
    words: "school.appreciations",
    entries: ["teaching", "memoire", "whole"].map((kind) => `diplomas.deis.appreciations.${kind}`),
  },
  { by: "src/agenda/convocation.ts", words: "school.bring?.find", entries: ["bring.interview", "bring.exam"] },
  {
    by: "src/law/remedies.ts",
    words: "law.establishment.remedies",
    entries: ["remedies.court", "remedies.review", "remedies.jury-review"],
  },
  { by: "src/training/rules/work.ts", words: "diploma.works?.outside", entries: ["works"] },
  { by: "src/certification/juries/acts.ts", words: "law.diploma.correction?.value", entries: ["correction"] },
  { by: "src/certification/rules/passing.ts", words: "diploma.extraTime", entries: ["extraTime"] },
  {
    by: "src/training/rules/span.ts",
    words: "semesters-while-interrupted",
    entries: ["training.semesters-while-interrupted"],
  },
  { by: "src/admission/rules/closing.ts", words: "hearing?.hears?.grids", entries: ["admission.commission.heard"] },
  {
    by: "src/catalogue/pages/sections/exams.ts",
    words: "(authorities ?? [])",
    entries: ["drass", "drjscs", "drdjscs", "dreets", "drieets", "deets"].map((name) => `authorities.${name}`),
  },
  {
    by: "src/catalogue/pages/sections/exams.ts",
    words: "...jury.powers",
    entries: ["not-reopened", "minutes", "impartiality", "review"].map((power) => `jury.powers.${power}`),
  },
  {
    by: "src/catalogue/pages/sections/exams.ts",
    words: "sourceMark(visit, bloc)",
    entries: ["domains.DF1.bloc", "domains.DF2.bloc", "domains.DF3.bloc"],
  },
  {
    by: "src/catalogue/pages/sections/exams.ts",
    words: "factList(visit, page.blocs)",
    entries: ["diplomas.deis.page.blocs.independent"],
  },
  {
    by: "src/catalogue/pages/sections/hours.ts",
    words: "factList(visit, law.diploma.training)",
    entries: ["training.publics"],
  },
  {
    by: "src/training/study/documents/agreement.ts",
    words: "diploma.training.find(",
    entries: ["collective", "report", "partnership", "agreement"].map((what) => `training.field-study-${what}`),
  },
  {
    by: "src/training/study/group-acts.ts",
    words: "unit.study.least",
    entries: ["domains.DF2.units.UF2.4.study"],
  },
  {
    by: "src/law/other-ways.ts",
    words: ".filter(({ leadsOn",
    entries: ["vae.other-way", "vae.where-to-go"],
  },
  {
    by: "src/admission/rules/closing.ts",
    words: "diploma.admission.commission",
    entries: [
      "admission.commission.members",
      "admission.commission.members.seats.director",
      "admission.commission.members.seats.head-of-course",
      "admission.commission.members.seats.partner",
      "admission.commission.list",
    ],
  },
  {
    by: "src/reminders/target.ts",
    words: "school.admission.reminders",
    entries: ["diplomas.deis.admission.reminders.closing", "diplomas.deis.admission.reminders.complement"],
  },
  {
    by: "src/dossier/pages/piece.ts",
    words: "school.admission.hints",
    entries: [
      "proof-of-title",
      "proof-of-experience",
      "foreign-attestation",
      "cv",
      "personal-text",
      "waiver-decision",
      "relief-requests",
    ].map((piece) => `diplomas.deis.admission.hints.${piece}`),
  },
  {
    by: "src/inquiry/rules/pieces.ts",
    words: "school.admission.pieces",
    entries: [
      "admission.pieces.proof-of-title",
      "admission.pieces.proof-of-experience",
      "admission.pieces.foreign-attestation",
      "admission.pieces.cv",
      "admission.pieces.personal-text",
      "diplomas.deis.admission.pieces.waiver-decision",
      "diplomas.deis.admission.pieces.relief-requests",
    ],
  },
  {
    by: "src/inquiry/price-documents/price.ts",
    words: "school.price",
    entries: ["diplomas.deis.price.personal"],
  },
  {
    by: "src/contracts/pricing.ts",
    words: "quantity = 1, third }",
    entries: ["diplomas.deis.price.lines.registration.third"],
  },
  {
    by: "src/inquiry/price-documents/price.ts",
    words: "{ ceiling, ownShare }",
    entries: ["diplomas.deis.funders.cpf.ceiling", "diplomas.deis.funders.cpf.ownShare"],
  },
  {
    by: "src/catalogue/pages/diploma.ts",
    words: 'lead && html`<p class="lead">${lead.label[lang]}</p>`',
    entries: ["diplomas.deis.page.lead"],
  },
  {
    by: "src/catalogue/pages/sections/state.ts",
    words: "school.admission.silent",
    entries: [
      "diplomas.deis.admission.silent.places",
      "diplomas.deis.admission.silent.closing-date",
      "diplomas.deis.admission.silent.intake-date",
      "diplomas.deis.admission.silent.rhythm",
      "diplomas.deis.admission.silent.conditions-day",
      "diplomas.deis.admission.silent.access-delay",
      "diplomas.deis.admission.silent.waiting-list",
      "diplomas.deis.admission.silent.admission-validity",
      "diplomas.deis.admission.silent.partner-university",
      "diplomas.deis.admission.silent.disability-contact",
      "diplomas.deis.admission.silent.complaints",
      "diplomas.deis.admission.silent.fee-refund",
      "diplomas.deis.admission.silent.resits",
    ],
  },
];

export const WAITING: readonly { readonly waitsFor: string; readonly entries: readonly string[] }[] = [
  {
    waitsFor: "statements of what was not read: pages print them, no rule decides on them",
    entries: [
      "unread.reform-text",
      "unread.reform-annexes",
      "unread.relief-titles",
      "unread.jury-today",
      "unread.circular-body",
      "unread.contested-exam",
      "unread.clock-today",
      "unread.after-registration",
      "unread.bloc-codes",
      "unread.title-sheets",
      "unread.mark-steps",
    ],
  },
  {
    waitsFor: "certification: the exam as it is sat (length, duration, who examines) and the competences it shows",
    entries: [
      "domains.DF1.exam.measures.pages",
      "domains.DF1.exam.measures.oral-minutes",
      "domains.DF1.exam.measures.presentation-minutes",
      "domains.DF1.exam.measures.copies",
      "domains.DF1.competences.DC1.1",
      "domains.DF1.competences.DC1.2",
      "domains.DF1.competences.DC1.3",
      "domains.DF2.exam.measures.pages",
      "domains.DF2.exam.measures.oral-minutes-each",
      "domains.DF2.exam.measures.oral-minutes-group",
      "domains.DF2.competences.DC2.1",
      "domains.DF2.competences.DC2.2",
      "domains.DF2.competences.DC2.3",
      "domains.DF3.exam.measures.signs",
      "domains.DF3.competences.DC3.1",
      "domains.DF3.competences.DC3.2",
      "domains.DF3.competences.DC3.3",
      "domains.DF3.competences.DC3.4",
    ],
  },
  {
    waitsFor: "certification: the jury as it sits and deliberates, and what it writes",
    entries: [
      "jury.powers.no-compensation",
      "jury.powers.no-eliminatory-mark",
      "jury.powers.list-of-holders",
      "jury.powers.partial-validation",
      "jury.powers.resits",
      "jury.powers.awarded-by",
      "jury.powers.appeal",
      "jury.quotas.examiner-groups",
      "jury.quotas.quorum",
    ],
  },
  {
    waitsFor: "training: the individual programme, the field study, the livret, what the State is sent",
    entries: [
      "training.purpose",
      "training.ways",
      "training.max-semesters",
      "training.theory-hours",
      "training.practice-hours",
      "training.cooperation-agreement",
      "training.cooperation-content",
      "training.individual-programme",
      "training.relief-protocol",
      "training.technical-body",
      "training.technical-body-members",
      "training.livret",
      "training.livret-model",
      "training.livret-results",
      "training.presentation",
      "training.staff",
      "training.statistics",
      "training.yearly-report",
    ],
  },
  {
    waitsFor: "admission: the dossier and its pieces, the interview, the commission",
    entries: [
      "admission.pieces.foreign-attestation-content",
      "admission.interview.topical-text",
      "admission.interview.personal-path",
      "admission.interview.rules-organise",
      "admission.interview.rules-before-enrolment",
      "admission.criteria.analysis",
      "admission.criteria.synthesis",
      "admission.criteria.expression",
      "admission.criteria.fit",
      "admission.commission.list-sent",
      "admission.commission.no-ranking",
    ],
  },
  {
    waitsFor: "certification: the validation of experience (VAE)",
    entries: [
      "vae.activity",
      "vae.activity-today",
      "vae.functions",
      "vae.receivability",
      "vae.jury-decides",
      "vae.complement",
      "vae.complement-relief",
      "vae.waiver",
    ],
  },
  {
    waitsFor: "admission: what the school adds to the procedure, and what it does not say",
    entries: [
      "diplomas.deis.admission.intake.intakes-per-year",
      "diplomas.deis.admission.intake.two-steps",
      "diplomas.deis.admission.pieces.cv-and-text",
      "diplomas.deis.admission.interview.preparation-minutes",
      "diplomas.deis.admission.interview.interview-minutes",
      "diplomas.deis.admission.interview.oral-presentation",
    ],
  },
  {
    waitsFor: "pages of the school: no rule decides on them",
    entries: [
      "contacts.postal",
      "contacts.website",
      "contacts.no-telephone",
      "diplomas.deis.page.profession.why",
      "diplomas.deis.page.profession.developer",
      "diplomas.deis.page.profession.experts",
      "diplomas.deis.page.profession.teaching",
      "diplomas.deis.page.objectives.coproduction",
      "diplomas.deis.page.objectives.policy-and-practice",
      "diplomas.deis.page.objectives.in-charge",
      "diplomas.deis.page.objectives.to-be-in-charge",
      "diplomas.deis.page.methods.foundations",
      "diplomas.deis.page.methods.multidisciplinary",
      "diplomas.deis.page.methods.europe",
      "diplomas.deis.page.methods.field-study",
      "diplomas.deis.page.onward.cafdes",
      "diplomas.deis.page.onward.doctorate",
      "diplomas.deis.page.accessibility.campuses",
    ],
  },
  {
    waitsFor: "indicators: the published rates",
    entries: [
      "diplomas.deis.indicators.rates.success",
      "diplomas.deis.indicators.rates.perseverance",
      "diplomas.deis.indicators.rates.satisfaction",
      "diplomas.deis.indicators.rates.employment",
    ],
  },
];
