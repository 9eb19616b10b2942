/** What we ask of GitHub as the person who is signed in, with their own token: nobody sees more here than there. */

/** A token that acts as a person. */
export interface PersonToken {
  readonly token: string;
  /** Null where the App's tokens do not expire. */
  readonly endsAt: Date | null;
}

/** GitHub's number and name of a person. */
export interface Identity {
  readonly id: number;
  readonly login: string;
}

/** One installation of this App that the person has to do with. */
export interface PersonalInstallation {
  readonly id: number;
  readonly account: Identity & { readonly isOrganization: boolean };
}

export interface PersonalRepository {
  readonly id: number;
  readonly permission: 'read' | 'triage' | 'write' | 'maintain' | 'admin';
}

/** Asks as one person. Every method throws a `GitHubError`; `Unauthorized` once the token is withdrawn or over. */
export interface Person {
  self(): Promise<Identity>;
  installations(): Promise<readonly PersonalInstallation[]>;
  /** Those that the person has explicit access to: as owner or collaborator, by a team, or by their organisation. */
  repositories(installationId: number): Promise<readonly PersonalRepository[]>;
  /** True for an owner of the organisation; false also where the App may not ask. */
  owns(organization: string): Promise<boolean>;
}

export interface Authorization {
  /** Where GitHub sends the person back to. */
  readonly redirectUri: string;
  readonly state: string;
  /** SHA-256 of the verifier, base64url (PKCE, S256). */
  readonly challenge: string;
}

export interface People {
  /** Where a person is sent to sign in. */
  authorizeUrl(asked: Authorization): string;
  /** Trades the code that they came back with. @throws SignInRefused when GitHub does not take it; GitHubError when it cannot be asked. */
  exchange(code: string, by: Pick<Authorization, 'redirectUri'> & { readonly verifier: string }): Promise<PersonToken>;
  /** @param key tells people apart: answers given to one are kept for nobody else */
  as(token: string, key: number | 'somebody'): Person;
}

/** GitHub's own word for why a code is not taken (`bad_verification_code`, `incorrect_client_credentials`). */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(readonly code: string) {
    super(`GitHub does not take the code: ${code}`);
  }
}
