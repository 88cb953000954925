/** Where a file stands, in a few words. */
import type { Lang } from "../../../kit/lang.ts";
import type { seePassageFile } from "../views.ts";
import { passageWords } from "./words.ts";

type File = NonNullable<Awaited<ReturnType<typeof seePassageFile.read>>>["file"];

export function sayFile(file: File, lang: Lang): string {
  const { fileStates: words } = passageWords[lang];
  const { droppedOn, receivedOn, depositedOn, accepted, rejected } = file;
  if (droppedOn !== null) return words.dropped(droppedOn);
  if (accepted + rejected > 0) return words.answered(accepted, rejected);
  if (receivedOn !== null) return words.received(receivedOn);
  return depositedOn === null ? words.made : words.deposited(depositedOn);
}
