/** How long we wait on purpose, so that what comes together is answered together. */

/** Milliseconds. */
export interface Delays {
  /** People tick several boxes in a row: one write serves all ticks of this time. */
  readonly edits: number;
  /** People decide several things in a row: one round through the open pull requests serves them all. */
  readonly decisions: number;
  /**
   * Between two pull requests of such a round: GitHub takes about one write a second from an installation; somewhat fewer, so that
   * others find room.
   */
  readonly pullRequestsApart: number;
  /**
   * The head of a new repository may have come a moment ago, into a repository that was empty: its push is judged first, so that
   * nothing is said well of what nobody has looked at. Webhooks mostly come within seconds.
   */
  readonly firstPush: number;
  /** Settings are changed several at a time, and a push brings more than one webhook: one look serves them all. */
  readonly verification: number;
}

export const DELAYS: Delays = {
  edits: 1_000,
  decisions: 1_500,
  pullRequestsApart: 1_200,
  firstPush: 10_000,
  verification: 15_000,
};
