/** What we ask of GitHub as the App itself, not as one of its installations. */

export interface AppIdentity {
  readonly id: number;
  readonly slug: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly accountId: number;
  /** `Organization`, `User` or `Enterprise`. */
  readonly accountType: string;
  readonly isSuspended: boolean;
  readonly selection: 'all' | 'selected';
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export interface HookDelivery {
  readonly id: number;
  readonly guid: string;
  readonly deliveredAt: Date;
  readonly isRedelivery: boolean;
  /** Answered with any 2xx. */
  readonly isOk: boolean;
  readonly statusCode: number;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
}

export interface DeliveryPage {
  readonly deliveries: readonly HookDelivery[];
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
}

export interface HookDeliveryPayload {
  readonly guid: string;
  readonly event: string;
  readonly payload: unknown;
}

/** What only the App itself may ask, with its own key. */
export interface GitHubApp {
  identity(): Promise<AppIdentity>;
  installations(): AsyncIterable<Installation>;
  /** A page of 100, newest first; GitHub keeps 3 days (7 on Enterprise Server). `cursor` null begins. */
  deliveries(cursor: string | null): Promise<DeliveryPage>;
  delivery(id: number): Promise<HookDeliveryPayload>;
  /** GitHub sends it again under the same guid. */
  redeliver(id: number): Promise<void>;
  /**
   * Drops the kept token of an installation for a new one: the old one goes on with the old permissions for up to an hour
   * after new ones were accepted. Clients handed out before use the new one too.
   */
  refreshToken(installationId: number): Promise<void>;
  /** A short-lived token for git that reads one repository's contents and nothing else. */
  gitToken(installationId: number, repositoryId: number): Promise<string>;
}
