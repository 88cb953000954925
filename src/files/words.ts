/** The sentences about files, in both languages. */
import { inBoth } from "../kit/in-both.ts";
import { type Lang, plural, sayNumber } from "../kit/lang.ts";
import { typographicAll } from "../kit/typography.ts";
import type { FileType } from "./rules/file-type.ts";
import type { FileNotice, FileProblem } from "../kit/file-problem.ts";

const PROBLEMS = inBoth({
  empty: [
    "Ce fichier est vide : il ne contient aucun octet. Vérifiez que vous choisissez le bon, puis envoyez-le de nouveau.",
    "This file is empty: it holds no bytes at all. Check that you are choosing the right one, then send it again.",
  ],
  "too-big": [
    "Ce fichier dépasse 20 Mo. Enregistrez-le avec une résolution plus faible, ou envoyez-le en plusieurs parties.",
    "This file is over 20 MB. Save it with a lower resolution, or send it in several parts.",
  ],
  "too-many": [
    "Ce formulaire prend vingt fichiers à la fois : celui-ci n’a pas été pris. Envoyez-le à part.",
    "This form takes twenty files at a time: this one was not taken. Send it by itself.",
  ],
  "too-many-waiting": [
    "Trop de fichiers envoyés attendent encore d’être joints : celui-ci n’a pas été pris. Joignez ou retirez les autres, puis envoyez-le de nouveau.",
    "Too many files you sent still wait to be attached: this one was not taken. Attach or remove the others, then send it again.",
  ],
  "unknown-type": [
    "Ce fichier n’est ni un PDF ni une photo (JPEG, PNG, HEIC), quel que soit son nom. Enregistrez-le en PDF, puis envoyez-le de nouveau.",
    "This file is neither a PDF nor a photo (JPEG, PNG, HEIC), whatever its name. Save it as a PDF, then send it again.",
  ],
  "corrupt-pdf": [
    "Ce PDF est abîmé : il ne s’ouvre pas. Enregistrez-le de nouveau depuis le programme qui l’a fait, puis envoyez-le.",
    "This PDF is damaged: it does not open. Save it again from the program that made it, then send it.",
  ],
  "encrypted-pdf": [
    "Ce PDF est fermé par un mot de passe : personne ne pourrait le lire. Enregistrez-le sans mot de passe, puis envoyez-le.",
    "This PDF is locked by a password: nobody could read it. Save it without a password, then send it.",
  ],
  "no-pages": [
    "Ce PDF n’a aucune page. Vérifiez-le en l’ouvrant, puis enregistrez-le de nouveau.",
    "This PDF has no page at all. Check it by opening it, then save it again.",
  ],
  "too-many-pages": [
    "Ce PDF a plus de 500 pages. N’envoyez que celles qui sont demandées.",
    "This PDF has more than 500 pages. Send only those that are asked for.",
  ],
  "immense-pdf": [
    "Ce PDF est démesuré : ouvert, il prendrait plus de 400 Mo de mémoire. Enregistrez-le de nouveau avec une résolution plus faible, puis envoyez-le.",
    "This PDF is out of all measure: open, it would take more than 400 MB of memory. Save it again with a lower resolution, then send it.",
  ],
  "corrupt-photo": [
    "Cette photo est abîmée ou incomplète : elle ne s’ouvre pas. Prenez-la de nouveau, ou envoyez l’original.",
    "This photo is damaged or incomplete: it does not open. Take it again, or send the original.",
  ],
  "immense-photo": [
    "Cette photo a plus de 100 millions de points, ou prendrait plus de 400 Mo de mémoire une fois ouverte. Envoyez-la dans une taille plus petite.",
    "This photo has more than 100 million points, or would take more than 400 MB of memory once open. Send it in a smaller size.",
  ],
  unreadable: [
    "Ce fichier demande trop de temps ou de mémoire pour être ouvert : il n’est pas pris. Enregistrez-le de nouveau en PDF, plus simplement, puis envoyez-le.",
    "This file takes too much time or memory to open: it is not taken. Save it as a PDF again, more simply, then send it.",
  ],
  infected: [
    "Ce fichier contient un virus : il n’est pas pris. Envoyez une autre copie, faite sur un appareil sain.",
    "This file holds a virus: it is not taken. Send another copy, made on a sound device.",
  ],
  "store-away": [
    "Notre service des fichiers n’a pas répondu : celui-ci n’a pas été pris, vos autres fichiers sont conservés. Envoyez-le de nouveau dans quelques minutes.",
    "Our service of files did not answer: this one was not taken, your other files are kept. Send it again in a few minutes.",
  ],
  gone: [
    "Ce fichier n’attend plus : il est déjà joint, ou il a été envoyé il y a plus d’un jour. Envoyez-le de nouveau.",
    "This file no longer waits: it is attached already, or was sent more than a day ago. Send it again.",
  ],
} satisfies Readonly<Record<FileProblem, readonly [string, string]>>);

export const fileProblems = { ...PROBLEMS, fr: typographicAll(PROBLEMS.fr, "fr") };

/** What the sender is told about an accepted file. */
export const fileNotices: Readonly<Record<Lang, Readonly<Record<FileNotice, string>>>> = {
  fr: typographicAll(
    {
      converted: "Votre photo HEIC a été convertie en JPEG, que tous les appareils ouvrent.",
      "place-removed":
        "Ce que l’appareil avait ajouté à la photo (lieu, date, modèle) a été retiré ; l’image n’a pas changé.",
      restricted: "Ce PDF interdit l’impression ou la copie : l’école peut le lire, et c’est assez.",
      active:
        "Ce PDF contient un programme, un formulaire qui s’envoie ou un fichier joint : en l’ouvrant, refusez ce qu’il propose de lancer.",
    },
    "fr",
  ),
  en: {
    converted: "Your HEIC photo was converted to JPEG, which every device opens.",
    "place-removed":
      "What the device had added to the photo (place, date, model) was taken away; the picture is unchanged.",
    restricted: "This PDF forbids printing or copying: the school can read it, which is enough.",
    active:
      "This PDF holds a program, a form that sends itself or an attached file: when opening it, refuse what it offers to run.",
  },
};

const KINDS = { pdf: "PDF", jpeg: "JPEG", png: "PNG", heic: "HEIC" } as const;

/** « PDF, 9 pages, 1,4 Mo » */
export function sayFile(
  { type, pages, size }: { readonly type: FileType; readonly pages: number | null; readonly size: number },
  lang: Lang,
): string {
  const counted = pages === null ? [] : [`${sayNumber(pages, lang)} ${plural(pages, "page", "pages", lang)}`];
  return [KINDS[type], ...counted, saySize(size, lang)].join(", ").replace(/ (?=pages?\b)/, "\u00a0");
}

/** In decimal units, as disks and phones count. */
function saySize(bytes: number, lang: Lang): string {
  const [unit, kilo, mega] = lang === "fr" ? ["octets", "ko", "Mo"] : ["bytes", "kB", "MB"];
  if (bytes < 1_000) return `${bytes}\u00a0${unit}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)}\u00a0${kilo}`;
  const tenths = String(Math.round(bytes / 100_000) / 10);
  return `${lang === "fr" ? tenths.replace(".", ",") : tenths}\u00a0${mega}`;
}

type Why = "none" | "waiting" | "late" | "infected" | "vanished" | "away";

type Told = { readonly heading: string; readonly text: readonly string[] };

type PageWords = {
  readonly name: string;
  readonly what: string;
  readonly hash: string;
  readonly received: string;
  readonly open: string;
  readonly again: string;
  readonly why: Readonly<Record<Why, Told>>;
  /** For readers other than the sender: staff. */
  readonly others: Readonly<Partial<Record<Why, Told>>>;
};

/** The page of one file. */
export const filePageWords: Readonly<Record<Lang, PageWords>> = {
  fr: typographicAll(
    {
      name: "Nom",
      what: "Fichier",
      hash: "Empreinte (SHA-256)",
      received: "Reçu le",
      open: "Télécharger quand même",
      again: "Regarder de nouveau",
      why: {
        none: {
          heading: "Ce fichier n’a pas été analysé",
          text: [
            "Aucun antivirus n’est installé ici : personne n’a vérifié ce fichier. Ouvrez-le seulement si vous savez de qui il vient, avec un logiciel à jour.",
          ],
        },
        waiting: {
          heading: "Ce fichier est en cours d’analyse",
          text: ["On y cherche des virus, ce qui prend quelques secondes. Il se télécharge ensuite."],
        },
        late: {
          heading: "Ce fichier attend d’être analysé",
          text: [
            "L’antivirus de l’établissement ne répond pas en ce moment. Le fichier est bien conservé, et sera analysé dès que l’antivirus répondra : rien n’est à envoyer de nouveau.",
            "S’il est pressé, prévenez l’établissement.",
          ],
        },
        infected: {
          heading: "Ce fichier contient un virus",
          text: [
            "Il est mis à l’écart et ne se télécharge plus. Son auteur a reçu un courriel qui lui demande d’en envoyer une autre copie.",
          ],
        },
        vanished: {
          heading: "Ce fichier n’est plus tel qu’il a été reçu",
          text: [
            "Là où il était rangé, il a disparu ou il a changé. Prévenez l’établissement : il peut le rétablir depuis une sauvegarde, ou le demander de nouveau.",
          ],
        },
        away: {
          heading: "Ce fichier ne peut pas être lu en ce moment",
          text: ["Notre stockage ne répond pas. Le fichier n’est pas perdu : réessayez dans quelques minutes."],
        },
      },
      others: {
        late: {
          heading: "Ce fichier attend d’être analysé",
          text: [
            "L’antivirus ne répond pas en ce moment. Le fichier est bien conservé, et sera analysé dès que l’antivirus répondra : ne le redemandez pas.",
            "S’il est pressé, prévenez la personne qui fait marcher ce service.",
          ],
        },
        vanished: {
          heading: "Ce fichier n’est plus tel qu’il a été reçu",
          text: [
            "Là où il était rangé, il a disparu ou il a changé. Prévenez la personne qui fait marcher ce service : elle peut le rétablir depuis une sauvegarde. À défaut, demandez-le de nouveau par un complément.",
          ],
        },
        away: {
          heading: "Ce fichier ne peut pas être lu en ce moment",
          text: [
            "Le stockage ne répond pas. Le fichier n’est pas perdu : réessayez dans quelques minutes, puis prévenez la personne qui fait marcher ce service.",
          ],
        },
      },
    },
    "fr",
  ),
  en: {
    name: "Name",
    what: "File",
    hash: "Fingerprint (SHA-256)",
    received: "Received on",
    open: "Download all the same",
    again: "Look again",
    why: {
      none: {
        heading: "This file was not scanned",
        text: [
          "No antivirus is installed here: nobody has checked this file. Open it only if you know who it comes from, with up-to-date software.",
        ],
      },
      waiting: {
        heading: "This file is being scanned",
        text: ["It is being searched for viruses, which takes a few seconds. It can be downloaded afterwards."],
      },
      late: {
        heading: "This file waits to be scanned",
        text: [
          "The school’s antivirus does not answer at the moment. The file is kept, and will be scanned as soon as the antivirus answers: nothing has to be sent again.",
          "If it is urgent, tell the school.",
        ],
      },
      infected: {
        heading: "This file holds a virus",
        text: [
          "It is set aside and can no longer be downloaded. Whoever sent it received a mail asking for another copy.",
        ],
      },
      vanished: {
        heading: "This file is no longer as it was received",
        text: [
          "Where it was kept, it has vanished or changed. Tell the school: it can bring it back from a backup, or ask for it again.",
        ],
      },
      away: {
        heading: "This file cannot be read at the moment",
        text: ["Our storage does not answer. The file is not lost: try again in a few minutes."],
      },
    },
    others: {
      late: {
        heading: "This file waits to be scanned",
        text: [
          "The antivirus does not answer at the moment. The file is kept, and will be scanned as soon as it answers: do not ask for it again.",
          "If it is urgent, tell whoever runs this service.",
        ],
      },
      vanished: {
        heading: "This file is no longer as it was received",
        text: [
          "Where it was kept, it has vanished or changed. Tell whoever runs this service, who can bring it back from a backup. Failing that, ask for it again by a complement.",
        ],
      },
      away: {
        heading: "This file cannot be read at the moment",
        text: [
          "The storage does not answer. The file is not lost: try again in a few minutes, then tell whoever runs this service.",
        ],
      },
    },
  },
};
