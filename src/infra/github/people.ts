/** What we ask of GitHub as the person who is signed in, with their own token: nobody sees more here than there. */

/** A token that acts as a person. */
export interface PersonToken {
  readonly token: string;
  /** Null where the App's tokens do not expire. */
  readonly endsAt: Date | null;
}

/** One installation of this App that the person has to do with. */
export interface PersonalInstallation {
  readonly id: number;
  readonly account: { readonly id: number; readonly login: string; readonly isOrganization: boolean };
}

export interface PersonalRepository {
  readonly id: number;
  readonly permission: 'read' | 'triage' | 'write' | 'maintain' | 'admin';
}

/** Asks as one person. Every method throws a `GitHubError`; `Unauthorized` once the token is withdrawn. */
export interface Person {
  self(): Promise<{ readonly id: number; readonly login: string }>;
  installations(): Promise<readonly PersonalInstallation[]>;
  /** Those that the person has explicit access to, by ownership, collaboration, team or organisation. */
  repositories(installationId: number): Promise<readonly PersonalRepository[]>;
  /** True for an owner of the organisation; false also where the App may not ask. */
  owns(organization: string): Promise<boolean>;
}

export interface People {
  /** Where a person is sent to sign in. */
  authorizeUrl(asked: Authorization): string;
  /** Trades the code that they came back with. @throws SignInRefused when GitHub does not take it. */
  exchange(code: string, by: Pick<Authorization, 'redirectUri'> & { readonly verifier: string }): Promise<PersonToken>;
  as(token: string): Person;
}

export interface Authorization {
  readonly redirectUri: string;
  readonly state: string;
  /** SHA-256 of the verifier, base64url. */
  readonly challenge: string;
}
