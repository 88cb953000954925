/** How what was learnt is examined, ruled on by a jury and told. */
export const manifest = { name: "certification" };
