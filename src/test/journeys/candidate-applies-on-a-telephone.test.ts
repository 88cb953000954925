/** A candidate applies by keyboard and ear; `prove:pages` walks the same way without scripts. */
import { onATelephone } from "./on-a-telephone.ts";

await onATelephone("keyboard", "who only has a keyboard and her ears", "claire@exemple.fr");
