/** The page inside the copy of a person's data: all of its content, readable in any browser. Pure. */
import { inBoth } from "../../kit/in-both.ts";
import { type Html, html, raw } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { slug } from "../../kit/slug.ts";
import type { Row } from "../../kit/sql.ts";

export type CopiedMail = Row & { readonly id: string; readonly subject: string; readonly queued_at: string };
export type CopiedFile = { readonly id: string; readonly name: string; readonly sha256: string; readonly copy: string };
type CopiedChain = {
  readonly chain: string;
  readonly happened: readonly { readonly act: string; readonly actor: string; readonly at: string }[];
  readonly rows: Readonly<Record<string, readonly Row[]>>;
};
export type CopiedRetained = {
  readonly name: string;
  readonly label: Label;
  readonly chains: readonly CopiedChain[];
  readonly also: Readonly<Record<string, readonly Row[]>>;
  readonly mails: readonly CopiedMail[];
  readonly files: readonly CopiedFile[];
};

/** The path of a file in the ZIP, with part of its id, so that equal names do not collide. */
export function pathOfFile({ id, name }: CopiedFile): string {
  const plain = name
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, "_")
    .replaceAll(/^\.+|\.+$/g, "_")
    .slice(0, 100);
  return `fichiers/${id.slice(-8)}-${plain}`;
}

/** The path of a mail in the ZIP: its day and subject, with part of its id. */
export function pathOfMail({ id, subject, queued_at }: CopiedMail): string {
  return `courriels/${queued_at.slice(0, 10)}-${slug(subject)}-${id.slice(-8)}.txt`;
}

export function mailText(mail: CopiedMail): string {
  const paragraphs = Array.isArray(mail.paragraphs) ? mail.paragraphs.map(String) : [];
  return `${mail.subject}\n${addressee(mail)}, ${mail.queued_at}\n\n${paragraphs.join("\n\n")}\n`;
}

/** The electronic address; of a letter, `postal` as stored. */
function addressee({ to_address, postal }: CopiedMail): string {
  if (typeof to_address === "string") return to_address;
  const { name, lines } = postal as { readonly name: string; readonly lines: readonly string[] };
  return [name, ...lines].join(", ");
}

type Given = {
  readonly copied: readonly CopiedRetained[];
  readonly lang: Lang;
  readonly school: string;
  readonly at: Date;
  readonly zone: string;
  readonly account: string;
};

export function copyPage(given: Given): string {
  const { copied, lang, school, at, zone } = given;
  const words = WORDS[lang];
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.lead(school, sayInstant(at, zone, lang))}</p>
<p>${words.json}</p>
${copied.length === 0 && html`<p>${words.nothing}</p>`}
${copied.map((one) => part(one, given))}
</main>
</body>
</html>
`;
  return page.text;
}

function part({ label, chains, also, mails, files }: CopiedRetained, given: Given): Html {
  const { lang } = given;
  const words = WORDS[lang];
  return html`<section>
<h2>${label[lang]}</h2>
${chains.map((one) => chainPart(one, given))}
${rowsPart(also)}
${
  files.length > 0 &&
  html`<h3>${words.files}</h3>
<ul>${files.map((one) => html`<li><a href="${pathOfFile(one)}">${one.name}</a></li>`)}</ul>`
}
${
  mails.length > 0 &&
  html`<h3>${words.mails}</h3>
<ul>${mails.map((one) => html`<li><a href="${pathOfMail(one)}">${one.subject}</a></li>`)}</ul>`
}
</section>`;
}

function chainPart({ chain, happened, rows }: CopiedChain, { lang, zone, account }: Given): Html {
  const words = WORDS[lang];
  return html`<h3><code>${chain}</code></h3>
<table><caption>${words.happened}</caption>
<thead><tr><th scope="col">${words.when}</th><th scope="col">${words.what}</th><th scope="col">${words.who}</th></tr></thead>
<tbody>${happened.map(
    (one) =>
      html`<tr><td>${sayInstant(new Date(one.at), zone, lang)}</td><td>${one.act}</td><td>${
        one.actor === `account:${account}` ? words.you : one.actor
      }</td></tr>`,
  )}</tbody></table>
${rowsPart(rows)}`;
}

/** Each row as stored, by column names, without interpretation. */
function rowsPart(rows: Readonly<Record<string, readonly Row[]>>): Html[] {
  return Object.entries(rows).flatMap(([table, those]) =>
    those.map(
      (row) => html`<h4><code>${table}</code></h4>
<dl>${Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([column, value]) => html`<dt><code>${column}</code></dt><dd>${said(value)}</dd>`)}</dl>`,
    ),
  );
}

function said(value: unknown): string | Html {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return html`<pre>${JSON.stringify(value, null, 2)}</pre>`;
}

const STYLE = `body{font:1rem/1.6 Verdana,Geneva,sans-serif;margin:0;color:#1c1c1f;background:#fff}
main{max-width:52rem;margin:0 auto;padding:1.5rem}
section{margin-top:2.5rem;border-top:4px solid #ccc}
table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:bold}
th,td{border-bottom:1px solid #ccc;padding:.4rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.3rem 1rem}
dd{margin:0;overflow-wrap:anywhere}pre{white-space:pre-wrap;margin:0}
@media(max-width:40rem){dl{display:block}dd{margin-bottom:.5rem}}`;

const WORDS = inBoth({
  title: ["Tout ce que nous gardons à votre sujet", "Everything we hold about you"],
  lead: (school: string, at: string) => [`Copie faite par ${school} le ${at}.`, `Copy made by ${school} on ${at}.`],
  json: [
    "Les mêmes données, pour un programme, sont dans donnees.json. Les noms des colonnes sont ceux de la base.",
    "The same data, for a program, are in donnees.json. The names of columns are those of the database.",
  ],
  nothing: ["Rien n’est gardé à votre sujet.", "Nothing is held about you."],
  files: ["Fichiers", "Files"],
  mails: ["Courriels", "Mails"],
  happened: ["Ce qui s’est passé", "What happened"],
  when: ["Quand", "When"],
  what: ["Acte", "Act"],
  who: ["Par", "By"],
  you: ["vous", "you"],
});
