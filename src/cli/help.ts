/** Help that starts with examples. */
import { DECISIONS } from "../decisions.ts";
import type { Lang } from "../kit/lang.ts";

const names = DECISIONS.map((one) => one.name).join("|");

const GENERAL: Readonly<Record<Lang, string>> = {
  fr: `Exemples
  livret decide eligibility --in dossiers.ndjson --out reponses.ndjson
  echo '{"id":"a","on":"2026-09-01","titles":[],"experience":[]}' | livret decide eligibility
  livret law                   toute la règle, article par article
  livret doctor                ce qui va, ce qui ne va pas
  livret audit verify          la preuve que rien n’a été retouché

Commandes
  decide <${names}>
                               une décision par ligne de JSON (NDJSON), dans l’ordre
      --in FICHIER             à lire ; sinon l’entrée standard
      --out FICHIER            à écrire ; sinon la sortie standard
  law [article|entrée]         la règle, ses articles et notre degré de certitude
  settings                     ce qui se règle par des variables d’environnement
  migrate                      met la base au format de cette version
  doctor                       examine la base, les fichiers et les réglages
  doctor files                 le même examen, chaque fichier rangé étant relu en entier
  audit verify                 recalcule les empreintes du journal
  clock                        dit l’heure que croit le calendrier
  clock accept                 dit qu’elle est juste, après un long arrêt
  demo                         fait d’une base vide une démonstration, avec des personnes inventées dans chaque établissement
      --dossiers N             combien de dossiers en tout (48 par établissement)
      --schools N              1 : le premier établissement seul ; au-delà, autant de copies de lui, dans un dossier à servir
      --seed N                 la même graine refait les mêmes personnes
  account give RÔLE ADRESSE    confie un rôle dans l’école : le premier administrateur
  account take RÔLE ADRESSE    le retire ; account list : qui a un rôle
  account code ADRESSE         lit le code que la page attend, où aucun courriel n’arrive
  act [NOM] --as ADRESSE       fait, au nom de quelqu’un, ce que son rôle permet (JSON sur l’entrée) ; sans nom, la liste
  view [NOM] --as ADRESSE      lit ce que son rôle permet de lire
      LIVRET_TOKEN             au lieu de --as : un jeton personnel, qui borne ce qui est permis ; lui seul fait aussi
                               ce qui est à la personne elle-même (son dossier, ses courriels)
      --school ÉTABLISSEMENT   lequel, où il y en a plusieurs ; sinon LIVRET_ESTABLISHMENT
  mail bounce < MESSAGE        note qu’un courriel est revenu (avis de non-remise, RFC 3464)

Partout : --lang fr|en (fr), --help, --version

Codes de sortie
  0 tout est fait   1 échec   2 usage ou fichier absent   3 des lignes rejetées   130 interrompu
`,
  en: `Examples
  livret decide eligibility --in people.ndjson --out answers.ndjson
  echo '{"id":"a","on":"2026-09-01","titles":[],"experience":[]}' | livret decide eligibility --lang en
  livret law                   the whole rule, article by article
  livret doctor                what is well, and what is not
  livret audit verify          the proof that nothing was touched up

Commands
  decide <${names}>
                               one decision a line of JSON (NDJSON), in order
      --in FILE                to read; else standard input
      --out FILE               to write; else standard output
  law [article|entry]          the rule, its articles and our confidence
  settings                     what may be set by variables of the environment
  migrate                      brings the database to this version
  doctor                       examines the database, the files and the settings
  doctor files                 the same, with every stored file read whole
  audit verify                 recomputes the hashes of the journal
  clock                        says what time the calendar believes
  clock accept                 says that it is right, after a long stop
  demo                         makes an empty database a demonstration, with invented people in each school
      --dossiers N             how many applications in all (48 a school)
      --schools N              1: the first school alone; more: so many copies of it, in a folder to be served
      --seed N                 the same seed makes the same people again
  account give ROLE ADDRESS    gives a role in the school: the first administrator
  account take ROLE ADDRESS    takes it back; account list: who has a role
  account code ADDRESS         reads out the code that the page waits for, where no mail arrives
  act [NAME] --as ADDRESS      does, in the name of somebody, what their role allows (JSON on the input); without a name, the list
  view [NAME] --as ADDRESS     reads what their role allows to be read
      LIVRET_TOKEN             instead of --as: a personal token, which bounds what is allowed; it alone also does
                               what is the person’s own (their application, their mail)
      --school SCHOOL          which school, where there are several; else LIVRET_ESTABLISHMENT
  mail bounce < MESSAGE        notes that a mail came back (delivery report, RFC 3464)

Everywhere: --lang fr|en (fr), --help, --version

Exit codes
  0 all done   1 failure   2 usage, or no such file   3 some lines rejected   130 interrupted
`,
};

export function help(lang: Lang): string {
  return GENERAL[lang];
}
