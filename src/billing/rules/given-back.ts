/** The first line of a charge that asks again for what was given back of a payment that then bounced. It sells nothing. */
export const GIVEN_BACK = "given-back-unpaid";
