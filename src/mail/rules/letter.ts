/** A mail's rendering: the same paragraphs as text and as HTML, in the school's name and colours. Pure. */
import type { Postal } from "../../act/act.ts";
import { href, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Establishment } from "../../law/establishment.ts";

export type Link = { readonly path: string; readonly label: string };
/** The page that a mail links to; `each`: those of its several things; `stop`: the page on which its reader declines such mails. */
export type Links = Link & {
  readonly each?: readonly Link[];
  readonly stop?: Link;
  /** It lets whoever has it act for its reader: the office does not see it. */
  readonly secret?: true;
};
export type LetterToHand = {
  readonly id: string;
  readonly about: string;
  readonly lang: Lang;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly postal: Postal;
  readonly queuedAt: Date;
};

export type Letter = {
  readonly lang: Lang;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: Links | null;
};

/** The sender: a school, or the service itself for an account of the deployment. */
export type Sender = Pick<Establishment, "name" | "address" | "theme" | "contacts">;

const SERVICE: Sender = {
  name: "Livret",
  address: [],
  contacts: [],
  theme: { accent: "#3f3f46", onAccent: "#ffffff", surface: "#fafaf9", ink: "#1c1c1f" },
};

export function senderNamed(establishments: readonly { readonly data: Establishment }[], name: string): Sender {
  return establishments.find(({ data }) => data.establishment === name)?.data ?? SERVICE;
}

/** The Reply-To: the first electronic address among the school's contacts. */
export function replyAddress({ contacts }: Sender): string | undefined {
  const values = contacts.map(({ value }) => value);
  return values.find((value): value is string => typeof value === "string" && /^[^\s@]+@[^\s@]+$/.test(value));
}

export function letterText(letter: Letter, sender: Sender, publicUrl: string): string {
  const { paragraphs, link, lang } = letter;
  const url = link && publicUrl + link.path;
  const colon = lang === "fr" ? "\u00a0:" : ":";
  const invitation = link ? [`${link.label}${colon}\n${url}`] : [];
  const each = (link?.each ?? []).map(({ path, label }) => `${label}${colon}\n${publicUrl}${path}`);
  const stop = link?.stop ? [`${link.stop.label}${colon}\n${publicUrl}${link.stop.path}`] : [];
  return `${[...paragraphs, ...each, ...invitation, ...stop, ["-- ", sender.name, ...sender.address].join("\n")].join("\n\n")}\n`;
}

const FONT = "font-family:Verdana,Geneva,sans-serif;font-size:16px;line-height:1.6";

export function letterHtml(letter: Letter, sender: Sender, publicUrl: string): string {
  const { lang, subject, paragraphs, link } = letter;
  const { accent, onAccent, surface, ink } = sender.theme;
  const url = link && publicUrl + link.path;
  const frame = `max-width:36em;margin:0 auto;padding:24px 16px;border-top:6px solid ${accent}`;
  const button = `display:inline-block;padding:12px 20px;background:${accent};color:${onAccent};text-decoration:none`;
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${subject}</title>
</head>
<body style="margin:0;background:${surface};color:${ink};${FONT}">
<div lang="${lang}" style="${frame}">
<p style="margin:0 0 24px;font-weight:bold;color:${accent}">${sender.name}</p>
${paragraphs.map((one) => html`<p style="margin:0 0 16px">${one}</p>\n`)}
${link?.each && html`<ul style="margin:0 0 16px;padding:0 0 0 20px">${link.each.map(({ path, label }) => html`<li style="margin:0 0 8px"><a href="${href(publicUrl + path)}" style="color:${accent}">${label}</a></li>`)}</ul>\n`}
${
  url &&
  html`<p style="margin:24px 0"><a href="${href(url)}" style="${button}">${link.label}</a></p>
<p style="margin:0 0 16px;word-break:break-all"><a href="${href(url)}" style="color:${accent}">${url}</a></p>\n`
}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid ${accent}">${[sender.name, ...sender.address].join(" · ")}</p>
${link?.stop && html`<p style="margin:16px 0 0"><a href="${href(publicUrl + link.stop.path)}" style="color:${accent}">${link.stop.label}</a></p>\n`}</div>
</body>
</html>
`;
  return page.text;
}
