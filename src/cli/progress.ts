/** Progress of a long command: count, rate, and time left where the size is known. Only on a terminal. */
import type { Label, Lang } from "../kit/lang.ts";
import { sayNumber } from "../kit/lang.ts";
import type { Shown } from "./command.ts";

export type Progress = { readonly count: (bytes: number) => void; readonly end: () => void };

export function progress(stderr: Shown, lang: Lang, size: number | undefined): Progress {
  if (!stderr.isTTY) return { count: () => {}, end: () => {} };
  const started = performance.now();
  let lines = 0;
  let read = 0;
  let shownAt = started;
  const show = (now: number) => {
    const seconds = (now - started) / 1000;
    const rate = Math.round(lines / Math.max(seconds, 0.001));
    const left = size === undefined || read === 0 ? "" : timeLeft(lang, (seconds * (size - read)) / read);
    const said = lang === "fr" ? "lignes" : "lines";
    stderr.write(`\r\u001b[K${sayNumber(lines, lang)} ${said}, ${sayNumber(rate, lang)}/s${left}`);
  };
  return {
    count: (bytes) => {
      lines++;
      read += bytes;
      if (lines % 1024 !== 0) return;
      const now = performance.now();
      if (now - shownAt < 200) return;
      shownAt = now;
      show(now);
    },
    end: () => {
      show(performance.now());
      stderr.write("\n");
    },
  };
}

type Screen = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };
export type Pieces = { readonly at: (made: number, of: number) => void; readonly end: () => void };

/** The same for a known number of pieces; without a terminal, one line per tenth. */
export function pieces(stderr: Screen, lang: Lang, what: Label): Pieces {
  const started = performance.now();
  let shownAt = started;
  let tenth = 0;
  const show = (made: number, of: number, now: number) => {
    const seconds = (now - started) / 1000;
    const rate = Math.round(made / Math.max(seconds, 0.001));
    const left = made === 0 ? "" : timeLeft(lang, (seconds * (of - made)) / made);
    return `${sayNumber(made, lang)} / ${sayNumber(of, lang)} ${what[lang]}, ${sayNumber(rate, lang)}/s${left}`;
  };
  return {
    at: (made, of) => {
      const now = performance.now();
      if (stderr.isTTY) {
        if (now - shownAt < 200 && made < of) return;
        shownAt = now;
        stderr.write(`\r\u001b[K${show(made, of, now)}`);
      } else if (Math.floor((made * 10) / of) > tenth) {
        tenth = Math.floor((made * 10) / of);
        stderr.write(`${show(made, of, now)}\n`);
      }
    },
    end: () => void (stderr.isTTY && stderr.write("\n")),
  };
}

function timeLeft(lang: Lang, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const time = `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
  return lang === "fr" ? `, reste ${time}` : `, ${time} left`;
}
