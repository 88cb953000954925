/** The sentences about files, in both languages. */
import type { Lang } from "../../kit/lang.ts";
import { typographicAll } from "../../kit/typography.ts";
import type { FileProblem } from "./rules/file-problem.ts";

const fr: Readonly<Record<FileProblem, string>> = typographicAll(
  {
    empty:
      "Ce fichier est vide : il ne contient aucun octet. Vérifiez que vous choisissez le bon, puis envoyez-le de nouveau.",
    "too-big":
      "Ce fichier dépasse 20 Mo. Enregistrez-le avec une résolution plus faible, ou envoyez-le en plusieurs parties.",
    "too-many": "Ce formulaire prend vingt fichiers à la fois : celui-ci n’a pas été pris. Envoyez-le à part.",
    "too-many-waiting":
      "Trop de fichiers envoyés attendent encore d’être joints : celui-ci n’a pas été pris. Joignez ou retirez les autres, puis envoyez-le de nouveau.",
    "unknown-type":
      "Ce fichier n’est ni un PDF ni une photo (JPEG, PNG, HEIC), quel que soit son nom. Enregistrez-le en PDF, puis envoyez-le de nouveau.",
    infected: "Ce fichier contient un virus : il n’est pas pris. Envoyez une autre copie, faite sur un appareil sain.",
    gone: "Ce fichier n’attend plus : il est déjà joint, ou il a été envoyé il y a plus d’un jour. Envoyez-le de nouveau.",
  },
  "fr",
);

const en: Readonly<Record<FileProblem, string>> = {
  empty: "This file is empty: it holds no bytes at all. Check that you are choosing the right one, then send it again.",
  "too-big": "This file is over 20 MB. Save it with a lower resolution, or send it in several parts.",
  "too-many": "This form takes twenty files at a time: this one was not taken. Send it by itself.",
  "too-many-waiting":
    "Too many files you sent still wait to be attached: this one was not taken. Attach or remove the others, then send it again.",
  "unknown-type":
    "This file is neither a PDF nor a photo (JPEG, PNG, HEIC), whatever its name. Save it as a PDF, then send it again.",
  infected: "This file holds a virus: it is not taken. Send another copy, made on a sound device.",
  gone: "This file no longer waits: it is attached already, or was sent more than a day ago. Send it again.",
};

export const fileProblems: Readonly<Record<Lang, Readonly<Record<FileProblem, string>>>> = { fr, en };
