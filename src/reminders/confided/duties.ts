/** The scheduled duty about confided information. */
import type { Duty } from "../../act/act.ts";
import { dayIn } from "../../kit/zone.ts";
import { tellOfAdvisor } from "./acts.ts";
import { advisorsToTell } from "./store.ts";

export const tellOfAdvisors: Duty<typeof tellOfAdvisor.form> = {
  act: tellOfAdvisor,
  foretold: { unpreventable: "it only writes" },
  async due({ tx, zone }, limit) {
    const news = await advisorsToTell(tx, { limit });
    return news.map(({ dossier, grant, at }) => ({
      input: { dossier, grant },
      key: `${dossier}:${grant}`,
      day: dayIn(at, zone),
    }));
  },
};
