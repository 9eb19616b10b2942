/** What has been scripted to go wrong with webhooks, and what that means for the next one. */
import type { WebhookMatch } from '../types.js';

export type Mishap =
  | { readonly kind: 'lose'; readonly logged: boolean }
  | { readonly kind: 'double' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'reorder'; readonly group: object; readonly count: number };

interface Rule {
  readonly mishap: Mishap;
  readonly match: WebhookMatch;
  left: number;
}

export class WebhookFaults {
  #rules: Rule[] = [];

  constructor(private readonly random: () => number) {}

  add(mishap: Mishap, match: WebhookMatch): void {
    this.#rules.push({ mishap, match, left: match.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The first rule that strikes, and is used up by it; null when the delivery goes out as it should. */
  next(event: string, action: string | null): Mishap | null {
    const names = [event, `${event}.${action ?? ''}`];
    for (const rule of this.#rules) {
      if (rule.left <= 0) continue;
      if (rule.match.event !== undefined && !names.includes(rule.match.event)) continue;
      if (rule.match.probability !== undefined && this.random() >= rule.match.probability) continue;
      rule.left -= 1;
      return rule.mishap;
    }
    return null;
  }
}
