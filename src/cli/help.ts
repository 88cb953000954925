/** Help that starts with examples: general, and per command. */
import { DECISIONS } from "../decisions/decide.ts";
import type { Label, Lang } from "../kit/lang.ts";

const names = DECISIONS.map((one) => one.name).join("|");

type Page = {
  /** What to type, with the result where it needs words. */
  readonly examples: Label;
  readonly lines: Label;
  /** The meaning of exit code 1, and notes for scripts. */
  readonly ends?: Label;
};

const DATABASE: Label = {
  fr: "La base est celle de DATABASE_URL, ou du dossier LIVRET_DATA (./data) ; le service peut tourner.",
  en: "The database is that of DATABASE_URL, or of the folder LIVRET_DATA (./data); the service may run.",
};

const SCHOOL: Label = {
  fr: "      --school ÉTABLISSEMENT   lequel, où il y en a plusieurs ; sinon LIVRET_ESTABLISHMENT\n",
  en: "      --school SCHOOL          which school, where there are several; else LIVRET_ESTABLISHMENT\n",
};

const INPUT: Label = {
  fr: "      --in FICHIER             ses données, un objet JSON ; sinon l’entrée standard\n",
  en: "      --in FILE                its data, one JSON object; else standard input\n",
};

const TOKEN: Label = {
  fr: `      LIVRET_TOKEN             au lieu de --as : un jeton personnel, qui borne ce qui est permis ; lui seul fait aussi
                               ce qui est à la personne elle-même (son dossier, ses courriels)
`,
  en: `      LIVRET_TOKEN             instead of --as: a personal token, which bounds what is allowed; it alone also does
                               what is the person’s own (their application, their mail)
`,
};

const DECLARED_ENDS: Label = {
  fr: `1 : refusé, interdit ou invalide, avec la raison.\n${DATABASE.fr}`,
  en: `1: refused, forbidden or invalid, with the reason.\n${DATABASE.en}`,
};

/** Every command but `help`, in the order of the general help. */
const PAGES: Readonly<Record<string, Page>> = {
  decide: {
    examples: {
      fr: `  livret decide eligibility --in dossiers.ndjson --out reponses.ndjson
  echo '{"id":"a","on":"2026-09-01","titles":[],"experience":[]}' | livret decide eligibility
  echo '{"id":"a","on":"2026-09-01","titles":[]}' | livret decide pathway
  echo '{"id":"a","on":"2026-09-01"}' | livret decide certification
`,
      en: `  livret decide eligibility --in people.ndjson --out answers.ndjson
  echo '{"id":"a","on":"2026-09-01","titles":[],"experience":[]}' | livret decide eligibility --lang en
  echo '{"id":"a","on":"2026-09-01","titles":[]}' | livret decide pathway --lang en
  echo '{"id":"a","on":"2026-09-01"}' | livret decide certification --lang en
`,
    },
    lines: {
      fr: `  decide <${names}>
                               une décision par ligne de JSON (NDJSON), dans l’ordre
      --in FICHIER             à lire ; sinon l’entrée standard
      --out FICHIER            à écrire ; sinon la sortie standard
`,
      en: `  decide <${names}>
                               one decision a line of JSON (NDJSON), in order
      --in FILE                to read; else standard input
      --out FILE               to write; else standard output
`,
    },
    ends: {
      fr: `3 : une ligne rejetée l’est à sa place, avec son numéro et ce qui manque. Ni service ni base ne sont demandés.
Ce que chaque décision attend et répond : l’adresse /docs du service.`,
      en: `3: a line that is rejected is so in its place, with its number and what is missing. No service and no database are needed.
What each decision expects and answers: the address /docs of the service.`,
    },
  },
  plan: {
    examples: {
      fr: "  livret plan interviews --in journee.json --out plan.json\n",
      en: "  livret plan interviews --in day.json --out plan.json --lang en\n",
    },
    lines: {
      fr: `  plan interviews              une journée d’entretiens (un objet JSON) : qui est entendu quand, où et par quel binôme
      --in FICHIER, --out FICHIER   comme pour decide
`,
      en: `  plan interviews              a day of interviews (one JSON object): who is heard when, where and by which pair
      --in FILE, --out FILE    as for decide
`,
    },
    ends: {
      fr: `3 : la journée est rejetée, avec ce qui manque. Ni service ni base ne sont demandés.
Jusqu’à 12 personnes, le meilleur plan est prouvé, si longue que soit la recherche ; au-delà, elle s’arrête après 10 secondes
et "best": false le dit. Ce qu’une journée contient : l’adresse /docs du service.`,
      en: `3: the day is rejected, with what is missing. No service and no database are needed.
Up to 12 people the best plan is proven, however long the search; above, it stops after 10 seconds and "best": false
says so. What a day holds: the address /docs of the service.`,
    },
  },
  law: {
    examples: {
      fr: `  livret law                   toute la règle, article par article
  livret law doors             les voies d’accès, par le nom de leurs entrées
`,
      en: `  livret law --lang en         the whole rule, article by article
  livret law doors --lang en   the ways in, by the name of their entries
`,
    },
    lines: {
      fr: "  law [article|entrée]         la règle, ses articles et notre degré de certitude\n",
      en: "  law [article|entry]          the rule, its articles and our confidence\n",
    },
    ends: { fr: "1 : rien ne porte ce nom.", en: "1: nothing has that name." },
  },
  play: {
    examples: {
      fr: "  livret play diplomas/deis/lives/conforming.yaml\n",
      en: "  livret play diplomas/deis/lives/conforming.yaml --lang en\n",
    },
    lines: {
      fr: "  play FICHIER…                joue des vies écrites, pas à pas, chacune dans une base neuve\n",
      en: "  play FILE…                   plays written lives, step by step, each in a new database\n",
    },
    ends: {
      fr: `1 : une étape n’a pas donné ce qui est écrit ; son fichier, sa ligne, l’attendu et le reçu sont dits.
2 : un fichier n’est pas une vie ; sa ligne et ce qui était attendu sont dits. Ni service ni base ne sont demandés.`,
      en: `1: a step did not come as it is written; its file, its line, what was wanted and what came are told.
2: a file is no life; its line and what was expected are told. No service and no database are needed.`,
    },
  },
  settings: {
    examples: { fr: "  livret settings\n", en: "  livret settings --lang en\n" },
    lines: {
      fr: "  settings                     ce qui se règle par des variables d’environnement\n",
      en: "  settings                     what may be set by variables of the environment\n",
    },
  },
  migrate: {
    examples: { fr: "  livret migrate\n", en: "  livret migrate --lang en\n" },
    lines: {
      fr: "  migrate                      met la base au format de cette version\n",
      en: "  migrate                      brings the database to this version\n",
    },
    ends: {
      fr: `1 : la base est d’une version plus récente, ou ne s’ouvre pas.\n${DATABASE.fr}
Sur un serveur, DATABASE_OWNER_URL est l’adresse de qui possède les tables.`,
      en: `1: the database is of a newer version, or does not open.\n${DATABASE.en}
On a server, DATABASE_OWNER_URL is the address of whoever owns the tables.`,
    },
  },
  backup: {
    examples: {
      fr: "  livret backup /sauvegardes/$(date +%F)\n",
      en: "  livret backup /backups/$(date +%F) --lang en\n",
    },
    lines: {
      fr: `  backup DOSSIER               la base telle qu’elle était à un moment, les fichiers, la règle ; tout est relu à la fin
      --json                   le récépissé en JSON (il est aussi dans le dossier : receipt.json)
`,
      en: `  backup FOLDER                the database as it stood at one moment, the files, the law; all is read again at the end
      --json                   the receipt in JSON (it is in the folder too: receipt.json)
`,
    },
    ends: {
      fr: `1 : la sauvegarde n’est pas entière, avec la raison.\n${DATABASE.fr}`,
      en: `1: the backup is not whole, with the reason.\n${DATABASE.en}`,
    },
  },
  restore: {
    examples: {
      fr: "  LIVRET_DATA=./revenu livret restore /sauvegardes/2026-11-29\n",
      en: "  LIVRET_DATA=./back livret restore /backups/2026-11-29 --lang en\n",
    },
    lines: {
      fr: `  restore DOSSIER              remet une sauvegarde où il n’y a rien, dans l’une ou l’autre sorte de base ; tout ou rien
      --over                   à la place de ce qui y est
      --json                   le récépissé en JSON
`,
      en: `  restore FOLDER               brings a backup back where nothing is, into either kind of database; all of it or none
      --over                   in the place of what is there
      --json                   the receipt in JSON
`,
    },
    ends: {
      fr: "1 : la sauvegarde est abîmée, ou ce qui est revenu est à réparer. Le service doit être arrêté.",
      en: "1: the backup is damaged, or what came back is to be mended. The service must be stopped.",
    },
  },
  doctor: {
    examples: {
      fr: `  livret doctor                ce qui va, ce qui ne va pas
  livret doctor files
`,
      en: `  livret doctor --lang en      what is well, and what is not
  livret doctor files
`,
    },
    lines: {
      fr: `  doctor                       examine la base, les fichiers et les réglages
  doctor files                 le même examen, chaque fichier rangé étant relu en entier
  doctor repair                recalcule d’abord ce qui attend, là où ce n’est pas ce que disent les faits
`,
      en: `  doctor                       examines the database, the files and the settings
  doctor files                 the same, with every stored file read whole
  doctor repair                first derives again what waits, where it is not what the facts say
`,
    },
    ends: {
      fr: `✓ va, · est à savoir, ✗ est à réparer : 1.\n${DATABASE.fr}`,
      en: `✓ is well, · is to be known, ✗ is to be mended: 1.\n${DATABASE.en}`,
    },
  },
  audit: {
    examples: {
      fr: `  livret audit verify          la preuve que rien n’a été retouché
  livret audit verify --in recepisse.pdf
  livret audit head > /ailleurs/registre.txt
`,
      en: `  livret audit verify          the proof that nothing was touched up
  livret audit verify --in receipt.pdf
  livret audit head > /elsewhere/record.txt
`,
    },
    lines: {
      fr: `  audit verify                 recalcule les empreintes du journal
  --in FICHIER                 une copie gardée ailleurs, que le journal doit contenir : récépissé, horodatage, « audit head »
  --head "NUMÉRO sha256:…"     la même, tapée
  audit head                   imprime ce qui est à garder ailleurs : le dernier point de contrôle, le dernier horodatage
`,
      en: `  audit verify                 recomputes the hashes of the journal
  --in FILE                    a copy kept elsewhere that the journal must hold: receipt, timestamp, "audit head"
  --head "NUMBER sha256:…"     the same, typed
  audit head                   prints what is to be kept elsewhere: the last checkpoint, the last timestamp
`,
    },
    ends: {
      fr: `1 : quelque chose a été altéré.\n${DATABASE.fr}`,
      en: `1: something was tampered with.\n${DATABASE.en}`,
    },
  },
  clock: {
    examples: {
      fr: "  livret clock\n  livret clock accept\n",
      en: "  livret clock --lang en\n  livret clock accept\n",
    },
    lines: {
      fr: `  clock                        dit l’heure que croit le calendrier
  clock accept                 dit qu’elle est juste, après un long arrêt
`,
      en: `  clock                        says what time the calendar believes
  clock accept                 says that it is right, after a long stop
`,
    },
    ends: { fr: `1 : l’horloge n’est pas crue.\n${DATABASE.fr}`, en: `1: the clock is not believed. ${DATABASE.en}` },
  },
  demo: {
    examples: {
      fr: "  LIVRET_DATA=./essai livret demo --dossiers 200\n",
      en: "  LIVRET_DATA=./trial livret demo --dossiers 200 --lang en\n",
    },
    lines: {
      fr: `  demo                         fait d’une base vide une démonstration, avec des personnes inventées dans chaque établissement
      --dossiers N             combien de dossiers en tout (48 par établissement)
      --schools N              1 : le premier établissement seul ; au-delà, autant de copies de lui, dans un dossier à servir
      --seed N                 la même graine refait les mêmes personnes
`,
      en: `  demo                         makes an empty database a demonstration, with invented people in each school
      --dossiers N             how many applications in all (48 a school)
      --schools N              1: the first school alone; more: so many copies of it, in a folder to be served
      --seed N                 the same seed makes the same people again
`,
    },
    ends: {
      fr: "1 : la base n’est pas vide, ou le service tourne. Une démonstration en reste une.",
      en: "1: the database is not empty, or the service runs. A demonstration stays one.",
    },
  },
  account: {
    examples: {
      fr: `  livret account code paul@example.org
  livret account give administrator paul@example.org
  livret account list
`,
      en: `  livret account code paul@example.org
  livret account give administrator paul@example.org
  livret account list --lang en
`,
    },
    lines: {
      fr: `  account give RÔLE ADRESSE    confie un rôle dans l’école : le premier administrateur
  account take RÔLE ADRESSE [MOTIF]   le retire, avec un motif où la personne est attendue
  account list                 qui a un rôle
  account confirm [ID]         ce qui attend une seconde personne (jury, autorité…) ; avec ID, le confirme
  account code ADRESSE         lit le code que la page attend, où aucun courriel n’arrive
`,
      en: `  account give ROLE ADDRESS    gives a role in the school: the first administrator
  account take ROLE ADDRESS [GROUND]  takes it back, with a ground where the person is awaited
  account list                 who has a role
  account confirm [ID]         what waits for a second person (jury, authority…); with ID, confirms it
  account code ADDRESS         reads out the code that the page waits for, where no mail arrives
`,
    },
    ends: {
      fr: `1 : personne n’a de compte, ou n’attend de code, à cette adresse.\n${DATABASE.fr}`,
      en: `1: nobody has an account, or waits for a code, at that address.\n${DATABASE.en}`,
    },
  },
  act: {
    examples: {
      fr: `  livret act                   ce qui peut se faire, avec les noms
  livret act assignDossier --help   ce qu’il faut lui donner, avec un exemple
  echo '{…}' | livret act assignDossier --as marie@example.org
`,
      en: `  livret act --lang en         what can be done, and its names
  livret act assignDossier --help --lang en   what it takes, with an example
  echo '{…}' | livret act assignDossier --as marie@example.org --lang en
`,
    },
    lines: {
      fr: `  act [NOM] --as ADRESSE       fait, au nom de quelqu’un, ce que son rôle permet (JSON sur l’entrée) ; sans nom, la liste
`,
      en: `  act [NAME] --as ADDRESS      does, in the name of somebody, what their role allows (JSON on the input); without a name, the list
`,
    },
    ends: DECLARED_ENDS,
  },
  view: {
    examples: {
      fr: `  livret view                  ce qui peut se lire, avec les noms
  livret view seeQueue --help  ce qu’il faut lui donner, avec un exemple
  livret view seeStaff --as marie@example.org < /dev/null
`,
      en: `  livret view --lang en        what can be read, and its names
  livret view seeQueue --help --lang en   what it takes, with an example
  livret view seeStaff --as marie@example.org --lang en < /dev/null
`,
    },
    lines: {
      fr: `  view [NOM] --as ADRESSE      lit ce que son rôle permet de lire
${TOKEN.fr}${SCHOOL.fr}`,
      en: `  view [NAME] --as ADDRESS     reads what their role allows to be read
${TOKEN.en}${SCHOOL.en}`,
    },
    ends: DECLARED_ENDS,
  },
  mail: {
    examples: { fr: "  livret mail bounce < avis.eml\n", en: "  livret mail bounce --lang en < report.eml\n" },
    lines: {
      fr: "  mail bounce < MESSAGE        note qu’un courriel est revenu (avis de non-remise, RFC 3464)\n",
      en: "  mail bounce < MESSAGE        notes that a mail came back (delivery report, RFC 3464)\n",
    },
    ends: {
      fr: `0 aussi pour ce qui n’est pas un avis sur un de nos courriels : il est lu et laissé.\n${DATABASE.fr}`,
      en: `0 as well for what is no report on a mail of ours: it is read and left.\n${DATABASE.en}`,
    },
  },
};

/** Options that the general help prints once for several commands. */
const OWN: Readonly<Record<string, Label>> = {
  account: SCHOOL,
  act: { fr: `${TOKEN.fr}${SCHOOL.fr}${INPUT.fr}`, en: `${TOKEN.en}${SCHOOL.en}${INPUT.en}` },
  view: INPUT,
};

const FIRST: Label = {
  fr: `  livret decide eligibility --in dossiers.ndjson --out reponses.ndjson
  echo '{"id":"a","on":"2026-09-01","titles":[],"experience":[]}' | livret decide eligibility
  livret law                   toute la règle, article par article
  livret doctor                ce qui va, ce qui ne va pas
  livret audit verify          la preuve que rien n’a été retouché
  livret decide --help         les exemples et les options d’une commande
`,
  en: `  livret decide eligibility --in people.ndjson --out answers.ndjson
  echo '{"id":"a","on":"2026-09-01","titles":[],"experience":[]}' | livret decide eligibility --lang en
  livret law                   the whole rule, article by article
  livret doctor                what is well, and what is not
  livret audit verify          the proof that nothing was touched up
  livret decide --help         the examples and options of one command
`,
};

const HEADS = { fr: ["Exemples", "Commandes", "Commande"], en: ["Examples", "Commands", "Command"] } as const;

const EVERYWHERE: Label = {
  fr: `Partout : --lang fr|en (fr), --help, --version

Codes de sortie
  0 tout est fait   1 échec   2 usage ou fichier absent   3 des lignes rejetées   130 interrompu
`,
  en: `Everywhere: --lang fr|en (fr), --help, --version

Exit codes
  0 all done   1 failure   2 usage, or no such file   3 some lines rejected   130 interrupted
`,
};

/** General help, or that of one command; `undefined` for an unknown one. */
export function help(lang: Lang, command?: string): string | undefined {
  const [examples, all, one] = HEADS[lang];
  if (command === undefined) {
    const lines = Object.values(PAGES).map((page) => page.lines[lang]);
    return `${examples}\n${FIRST[lang]}\n${all}\n${lines.join("")}\n${EVERYWHERE[lang]}`;
  }
  const page = PAGES[command];
  if (!page) return undefined;
  const ends = page.ends ? `  ${page.ends[lang].replaceAll("\n", "\n  ")}\n` : "";
  const own = OWN[command]?.[lang] ?? "";
  return `${examples}\n${page.examples[lang]}\n${one}\n${page.lines[lang]}${own}\n${EVERYWHERE[lang]}${ends}`;
}
