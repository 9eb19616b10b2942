/** Words about organisations. */

export const UNSEEN_ORGANISATION =
  'GitHub shows this setting of the organisation only with `organization_administration: read`';
export const NO_ORGANISATION = "it is a person's repository: there is no organisation with teams and members";
