/** A candidate applies without scripts: for `npm run prove:pages`; `npm test` walks the same way by keyboard and ear. */
import { onATelephone } from "./on-a-telephone.ts";

await onATelephone("no script", "whose browser runs no script", "louise@exemple.fr");
