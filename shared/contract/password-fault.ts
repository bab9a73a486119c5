/** Why a password is not taken. */
export const passwordFaults = ['too-short', 'too-long', 'unkept', 'common', 'own-name'] as const;

/** One of the reasons. */
export type PasswordFault = (typeof passwordFaults)[number];
