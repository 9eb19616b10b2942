/** How many rounds are played, from which seed. `npm run test:chaos -- --rounds N --seed S` sets them. */
const ROUNDS = Number(process.env.CHAOS_ROUNDS ?? 2);
const SEED = Number(process.env.CHAOS_SEED ?? 1);

/** Half of the rounds are for each engine. */
export const SEEDS = Array.from({ length: Math.max(1, Math.ceil(ROUNDS / 2)) }, (_, index) => SEED + index);

/** Milliseconds for one round on a busy machine. */
export const ROUND_LIMIT = 180_000;
