/**
 * How many steps a regular expression takes on a text, as an engine that goes back takes them: one for each sign that is looked at
 * and each choice that is tried. Counted, and not timed: a slow machine counts the same. What JavaScript knows and this source does not
 * use (names, what was matched before) is not read.
 */

type Node =
  | { readonly kind: "sign"; readonly fits: (sign: string) => boolean; readonly raw: string }
  | { readonly kind: "edge"; readonly raw: string }
  | { readonly kind: "look"; readonly behind: boolean; readonly not: boolean; readonly of: Node }
  | { readonly kind: "any"; readonly of: readonly Node[] }
  | { readonly kind: "row"; readonly of: readonly Node[] }
  | { readonly kind: "times"; readonly of: Node; readonly min: number; readonly max: number; readonly lazy: boolean };

function readRegex({ source, flags }: RegExp): Node {
  const unicode = /[uv]/.test(flags);
  const set = flags.replace(/[gyd]/g, "");
  let at = 0;
  const sign = (raw: string): Node => {
    const one = new RegExp(`^${raw}$`, set.replace("m", ""));
    return { kind: "sign", raw, fits: (given) => one.test(given) };
  };
  const taken = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern.source, "suy");
    found.lastIndex = at;
    const [text] = found.exec(source) ?? [];
    if (text !== undefined) at += text.length;
    return text;
  };
  const any = (): Node => {
    const rows = [row()];
    while (taken(/\|/) !== undefined) rows.push(row());
    return rows.length === 1 ? rows[0]! : { kind: "any", of: rows };
  };
  const row = (): Node => {
    const of: Node[] = [];
    while (at < source.length && !/[|)]/.test(source[at]!)) of.push(counted(atom()));
    return { kind: "row", of };
  };
  const counted = (of: Node): Node => {
    const said = taken(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/);
    if (said === undefined) return of;
    const [, low, , high] = /\{(\d+)(,(\d*))?\}/.exec(said) ?? [];
    const many = said.includes(",") ? (high ? Number(high) : Infinity) : Number(low);
    const [min, max] =
      low !== undefined ? [Number(low), many] : [said[0] === "+" ? 1 : 0, said[0] === "?" ? 1 : Infinity];
    return { kind: "times", of, min, max, lazy: said.length > 1 && said.endsWith("?") };
  };
  const atom = (): Node => {
    const open = taken(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?/);
    if (open !== undefined) {
      const of = any();
      at++;
      const look = /^\(\?(<?)([=!])/.exec(open);
      return look ? { kind: "look", behind: look[1] === "<", not: look[2] === "!", of } : of;
    }
    const edge = taken(/\^|\$|\\[bB]/);
    if (edge !== undefined) return { kind: "edge", raw: edge };
    const raw = taken(
      /\[(?:[^\]\\]|\\.)*\]|\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)/,
    );
    return sign(raw ?? (unicode ? taken(/./)! : source[at++]!));
  };
  const read = any();
  if (at < source.length) throw new Error(`cannot be read from ${at} on: ${source}`);
  return read;
}

/** More of them than any that is linear takes on a text that a test is made of. */
const ENOUGH = 1_000_000;

class Enough extends Error {}

/** Of a search from every place, as far as it goes; of one that is global, after each find too. Without an end where there are more than enough. */
export function stepsOf(regex: RegExp, text: string): number {
  const signs = /[uv]/.test(regex.flags) ? Array.from(text) : text.split("");
  const [root, multiline] = [readRegex(regex), regex.multiline];
  let steps = 0;
  const isWord = (at: number) => /\w/.test(signs[at] ?? "");
  const isEdge = (raw: string, at: number): boolean => {
    if (raw === "^") return at === 0 || (multiline && signs[at - 1] === "\n");
    if (raw === "$") return at === signs.length || (multiline && signs[at] === "\n");
    return (isWord(at - 1) !== isWord(at)) === (raw === "\\b");
  };
  const goes = (node: Node, at: number, on: (at: number) => boolean): boolean => {
    if (++steps > ENOUGH) throw new Enough();
    if (node.kind === "sign") return at < signs.length && node.fits(signs[at]!) && on(at + 1);
    if (node.kind === "edge") return isEdge(node.raw, at) && on(at);
    if (node.kind === "any") return node.of.some((one) => goes(one, at, on));
    if (node.kind === "row") return inRow(node.of, 0, at, on);
    if (node.kind === "times") return again(node, 0, at, on);
    // What lies behind is a sign or two here, never more.
    const found = node.behind
      ? Array.from({ length: Math.min(at, 2) + 1 }, (_, back) => at - back).some((from) =>
          goes(node.of, from, (end) => end === at),
        )
      : goes(node.of, at, () => true);
    return found !== node.not && on(at);
  };
  const inRow = (nodes: readonly Node[], place: number, at: number, on: (at: number) => boolean): boolean =>
    place === nodes.length ? on(at) : goes(nodes[place]!, at, (end) => inRow(nodes, place + 1, end, on));
  const again = (
    node: Extract<Node, { kind: "times" }>,
    did: number,
    at: number,
    on: (at: number) => boolean,
  ): boolean => {
    const more = () => did < node.max && goes(node.of, at, (end) => end > at && again(node, did + 1, end, on));
    if (did < node.min) return did + 1 > node.max ? false : goes(node.of, at, (end) => again(node, did + 1, end, on));
    return node.lazy ? on(at) || more() : more() || on(at);
  };
  try {
    search();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return Infinity;
  }
  return steps;
  function search() {
    let end = 0;
    for (let from = 0; from <= signs.length; from = Math.max(from + 1, end)) {
      const found = goes(root, from, (to) => {
        end = to;
        return true;
      });
      if (found && !regex.global) break;
    }
  }
}

/** The most often that it repeats something of which there is an end to how often. */
export function longestOf(regex: RegExp): number {
  const longest = (node: Node): number => {
    const within = "of" in node ? [node.of].flat().map(longest) : [];
    return Math.max(0, ...within, node.kind === "times" && node.max !== Infinity ? node.max : 0);
  };
  return longest(readRegex(regex));
}

/** Whether there is no end to how often it repeats something: else it takes no more steps than its own length allows. */
export function isEndless(regex: RegExp): boolean {
  const endless = (node: Node): boolean =>
    node.kind === "times"
      ? node.max === Infinity || endless(node.of)
      : node.kind === "look"
        ? endless(node.of)
        : "of" in node && node.of.some(endless);
  return endless(readRegex(regex));
}

/** Texts that lead an expression astray: what it may repeat, up to so many signs, after what stands before it and before what never fits. */
export function astray(regex: RegExp, length: number): string[] {
  const texts = new Map<string, string>();
  const fitting = Array.from(`${regex.source}a0 \n(,;@é`);
  const example = (node: Node): string => {
    if (node.kind === "sign")
      return fitting.find((one) => one !== "\\" && node.fits(one)) ?? fitting.find((one) => node.fits(one)) ?? "";
    if (node.kind === "row") return node.of.map(example).join("");
    if (node.kind === "any") return example(node.of[0]!);
    if (node.kind === "times") return example(node.of).repeat(Math.max(node.min, Math.min(1, node.max)));
    return "";
  };
  const walk = (node: Node, before: string): void => {
    const own = before + example(node);
    for (const repeated of [example(node), own])
      for (const prefix of new Set(["", before]))
        for (const after of ["", "\u0001", "\n\u0001"])
          texts.set(
            JSON.stringify([prefix, repeated, after]),
            prefix + repeated.repeat(Math.ceil(length / Math.max(1, repeated.length))) + after,
          );
    if (node.kind === "row") {
      let so = before;
      for (const one of node.of) {
        walk(one, so);
        so += example(one);
      }
    } else if (node.kind === "any") for (const one of node.of) walk(one, before);
    else if (node.kind === "times" || node.kind === "look") walk(node.of, before);
  };
  walk(readRegex(regex), "");
  return [...texts.values()];
}
