/** What sops writes: its rules, and the marks of a file that it encrypted. */
import { fieldsOf, type Fields } from './_workflow.js';

export interface SopsRule {
  /** A regular expression over paths; one that says nothing fits all, which is more than anybody means here. */
  readonly pattern: string;
  readonly fields: Fields;
}

/** @see https://getsops.io/docs/#using-sops-yaml-conf-to-select-kms-pgp-and-age-for-new-files */
export function sopsRules(raw: unknown): readonly SopsRule[] {
  const rules = fieldsOf(raw).creation_rules;
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: unknown) => {
    const fields = fieldsOf(rule);
    return typeof fields.path_regex === 'string' && fields.path_regex !== ''
      ? [{ pattern: fields.path_regex, fields }]
      : [];
  });
}

const KEYS = [
  'kms',
  'pgp',
  'age',
  'gcp_kms',
  'azure_keyvault',
  'hc_vault_transit_uri',
  'hc_vault',
  'hckms',
  'key_groups',
];

/** How many kinds of keys a rule names. */
export function keysOf({ fields }: SopsRule): number {
  return KEYS.filter((key) => {
    const value = fields[key];
    return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value != null;
  }).length;
}

const METADATA = /^sops:\s*$|"sops"\s*:\s*\{|^sops_(?:mac|version)\s*=|^\[sops\]\s*$/m;
const VALUE = /ENC\[AES256_GCM,data:/;

/** Metadata alone is not enough: somebody may have written a value into the file by hand. */
export function isSopsEncrypted(text: string): boolean {
  return (
    METADATA.test(text) &&
    VALUE.test(text.replace(/^sops:\s*$[\s\S]*|"sops"\s*:\s*\{[\s\S]*|^\[sops\]\s*$[\s\S]*/m, ''))
  );
}
