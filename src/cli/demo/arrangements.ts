/** Arrangements asked for at the selection, and what the candidate tells the référent handicap alone. */
import type { Lang } from "../../kit/lang.ts";
import type { Chance } from "./chance.ts";

type Arranged = { readonly effects: object; readonly said?: string };

/** One in ten asks for some, and two in three of them say why. */
export function arrangements(own: Chance, lang: Lang, certain: boolean): Arranged {
  if (!own.happens(0.1) && !certain) return { effects: { needed: "no" } };
  const { effects, other, said } = own.pick(ASKED);
  const asked = { needed: "yes", effects, ...(other && { other: other[lang] }) };
  return certain || own.happens(0.66) ? { effects: asked, said: said[lang] } : { effects: asked };
}

type Asked = {
  readonly effects: readonly string[];
  readonly other?: Readonly<Record<Lang, string>>;
  readonly said: Readonly<Record<Lang, string>>;
};

const ASKED: readonly Asked[] = [
  {
    effects: ["extra-time"],
    said: {
      fr: "J’ai une dyslexie diagnostiquée : lire un texte long me prend plus de temps qu’aux autres.",
      en: "I have a diagnosed dyslexia: reading a long text takes me longer than others.",
    },
  },
  {
    effects: ["room", "breaks"],
    said: {
      fr: "Une maladie chronique me fatigue vite. Une salle proche de l’entrée et deux pauses me suffisent.",
      en: "A chronic illness tires me quickly. A room near the entrance and two breaks are enough.",
    },
  },
  {
    effects: ["interpreter"],
    said: {
      fr: "La langue des signes est ma première langue ; j’entends très peu, même avec mes appareils.",
      en: "Sign language is my first language; I hear very little, even with my hearing aids.",
    },
  },
  {
    effects: ["documents", "extra-time"],
    said: {
      fr: "Je vois mal : il me faut les textes en grands caractères, et le temps de les lire.",
      en: "My sight is poor: I need the texts in large print, and the time to read them.",
    },
  },
  {
    effects: ["other"],
    other: { fr: "Une table à hauteur réglable.", en: "A table whose height can be set." },
    said: {
      fr: "J’ai une reconnaissance de travailleur handicapé depuis une opération du dos.",
      en: "I have been recognised as a disabled worker since an operation of the back.",
    },
  },
];
