/** What a charge is for, in a list or on a statement. */
import { type Label, type Lang, sayList } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";

type Asked = { readonly lines: readonly { readonly label: Label }[]; readonly called: string | null };

export function sayLines({ lines, called }: Asked, lang: Lang): string {
  const said = capital(sayList([...new Set(lines.map(({ label }) => label[lang]))], lang));
  return called === null ? said : `${said}, ${called}`;
}
