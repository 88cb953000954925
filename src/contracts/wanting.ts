/** What keeps somebody from being enrolled, each in words, with the page below the school where it is mended. */
import type { Label } from "../kit/lang.ts";
import { handedByOffice } from "./papers/beside.ts";
import { isSigned, toHand } from "./rules/contract.ts";
import type { Agreed, Decided } from "./settling.ts";

export type Want = {
  readonly says: Label;
  /** Null where the school’s file alone mends it, or something else comes first. */
  readonly to: string | null;
};

/** All of it at once, in the order in which it is done; nothing of a contract that was concluded elsewhere. */
export function wantsOf(agreed: Agreed, decided: Decided | undefined, priced: boolean): readonly Want[] {
  const wants = allOf(agreed, decided, priced);
  // Several particulars may lack the same thing, such as the cohort.
  return wants.filter(({ says, to }, at) => at === wants.findIndex((one) => one.says.fr === says.fr && one.to === to));
}

function allOf(agreed: Agreed, decided: Decided | undefined, priced: boolean): Want[] {
  const { person, read } = agreed;
  const { dossier } = person;
  const { contract } = read;
  if (contract?.carried) return [];
  const cohort = agreed.cohort ? [] : [{ says: NO_COHORT, to: `/contrats/${dossier}/promotion` }];
  const share = { says: contract ? SHARE_AGAIN : SHARE, to: `/contrats/${dossier}/qui-paie` };
  const later = { says: PAPERS, to: null };
  if (agreed.free) return [...cohort, ...owedBefore(agreed, false)];
  if (!contract && !priced)
    return [{ says: NO_HOURS, to: `/admissions/candidatures/${dossier}/allegements` }, ...cohort, share, later];
  if (!contract || contract.undone || contract.short.length > 0) return [...cohort, share, later];
  const signsHere = (decided?.papers ?? []).some(
    ({ paper, source }) => paper === "contract" && unsigned(agreed, source),
  );
  return [
    ...cohort,
    ...owedBefore(agreed, signsHere),
    ...(decided?.papers ?? []).flatMap((paper) => ofPaper(agreed, paper)),
  ];
}

/** What the office hands over; nothing that the person reads where they sign. */
function owedBefore({ person, law, money, read }: Agreed, signsHere: boolean): Want[] {
  const { before } = money.agreement.particulars;
  const keys = handedByOffice(toHand(read, money), law.school.teaching, signsHere);
  const owed = before.filter(({ particular }) => keys.includes(particular));
  const list = (lang: "fr" | "en") => owed.map(({ label }) => label[lang].toLowerCase()).join(", ");
  return owed.length === 0
    ? []
    : [
        {
          says: { fr: `à remettre\u00a0: ${list("fr")}`, en: `to hand over: ${list("en")}` },
          to: `/contrats/${person.dossier}/remise`,
        },
      ];
}

/** By somebody with an account, who signs on their page. */
function unsigned({ person, read }: Agreed, source: string): boolean {
  return person.account !== null && read.contract!.shares.some((one) => one.source === source && one.signed === null);
}

function ofPaper(agreed: Agreed, { source, paper, state }: Decided["papers"][number]): Want[] {
  const { person, money, read, papers } = agreed;
  const { dossier } = person;
  const { label } = money.payers.find(({ payer }) => payer === source)!;
  const share = read.contract!.shares.find((one) => one.source === source)!;
  if (!isSigned(paper))
    return state === "unsigned" && !share.platform
      ? [{ says: said("réponse attendue", "answer awaited", label), to: `/contrats/${dossier}/reponse` }]
      : [];
  if (share.signed)
    return share.signed.countersigned
      ? []
      : [
          {
            says: said("à signer par l’école", "to be signed by the school", label),
            to: `/contrats/${dossier}/signer/${source}`,
          },
        ];
  const missing = papers.find((one) => one.source === source)?.missing ?? [];
  const lacks = missing.map((one) => ({
    says: {
      fr: `${label.fr}\u00a0: le papier ne dit pas ${lower(one.label.fr)}`,
      en: `${label.en}: the paper does not say ${lower(one.label.en)}`,
    },
    to: one.to,
  }));
  if (lacks.length > 0) return lacks;
  const to = `/contrats/${dossier}/papier/${source}`;
  if (paper === "contract" && unsigned(agreed, source))
    return [
      { says: said("à signer par la personne, sur sa page", "to be signed by the person, on their page", label), to },
    ];
  return [{ says: said("à signer", "to be signed", label), to }];
}

const said = (fr: string, en: string, label: Label): Label => ({
  fr: `${label.fr}\u00a0: ${fr}`,
  en: `${label.en}: ${en}`,
});
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

const NO_HOURS: Label = { fr: "allègements et dispenses à décider", en: "reliefs and dispenses to be decided" };
const SHARE: Label = { fr: "dire qui paie", en: "say who pays" };
const SHARE_AGAIN: Label = { fr: "redire qui paie", en: "say again who pays" };
const PAPERS: Label = {
  fr: "ensuite\u00a0: faire signer chaque papier, par qui paie puis par l’école",
  en: "next: have each paper signed, by whoever pays, then by the school",
};
const NO_COHORT: Label = { fr: "choisir la promotion", en: "choose the cohort" };
