/** Azure Storage, Cosmos DB and Batch: keys of 64 bytes, in connection strings, by name, or with the mark of their service near the end. */
import type { Candidate, Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { following, marked } from './_in-context.js';
import { none } from './_samples.js';
import { base64, joined, named } from './_shapes.js';

/** Words of connection strings that tell whose `AccountKey` it is. */
const COSMOS = /AccountEndpoint=|documents\.azure\.com|\.table\.cosmos\./i;
const NEAR = 200;
/** The keys of the emulators of Storage and Cosmos DB are the same for everybody. */
const EMULATORS = ['Eby8vdM02xNO', 'C2y6yDjf5/R+'];

const accountKey = following(['AccountKey='], keyBytes(64));

/** True where the connection string around a key speaks of Cosmos DB. */
function isCosmos({ text, start, end }: Candidate): boolean {
  return COSMOS.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
}

function isEmulator({ value }: Candidate): boolean {
  return EMULATORS.some((beginning) => value.startsWith(beginning));
}

/** The other parts of a signed address: a version, and rights or an end. */
function isSigned({ text, value, start, end }: Candidate): boolean {
  const others = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 300);
  return (
    /[?&;]sv=/.test(others) && /[?&;](?:se|sp|sr|ss|skn)=/.test(others) && !/^(?:%..|.)?([A-Za-z0-9])\1{8}/.test(value)
  );
}

const common = {
  version: 1,
  provider: 'Microsoft Azure',
  rank: 'vendor',
  reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
  runbook: 'azure-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...accountKey,
    id: 'azure-storage-connection',
    title: 'Azure Storage connection string',
    opens: 'every file, queue and table of a storage account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
    check: (candidate) => (isCosmos(candidate) || isEmulator(candidate) ? null : { confidence: 'high' }),
    ignores: () => [
      ...accountKey.ignores(),
      ...EMULATORS.map((head) => ({ text: `AccountKey=${head}${keyBytes(64).make(3).slice(12)}` })),
    ],
  },
  {
    ...common,
    id: 'azure-cosmos-connection',
    title: 'Azure Cosmos DB connection string',
    opens: 'every document of a database account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data',
    ...accountKey,
    check: (candidate) => (isCosmos(candidate) && !isEmulator(candidate) ? { confidence: 'high' } : null),
    matches: () =>
      accountKey.matches().map(({ text, value = '' }) => ({
        text: text.replace('AccountKey=', 'AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey='),
        value,
      })),
    ignores: () => [...accountKey.ignores(), ...accountKey.matches().map(({ text }) => ({ text }))],
  },
  {
    ...common,
    ...marked(base64(76), '+ASt', joined(base64(6), '==')),
    id: 'azure-storage-key',
    title: 'Azure Storage account key',
    opens: 'every file, queue and table of a storage account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
  },
  {
    ...common,
    ...marked(base64(76), 'ACDb', joined(base64(6), '==')),
    id: 'azure-cosmos-key',
    title: 'Azure Cosmos DB key',
    opens: 'every document of a database account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data',
  },
  {
    ...common,
    ...marked(base64(76), '+ABa', joined(base64(6), '==')),
    id: 'azure-batch-key',
    title: 'Azure Batch account key',
    opens: 'the jobs and machines of a Batch account',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/batch/batch-account-create-portal',
  },
  {
    ...common,
    ...named(
      [
        'azure_storage',
        'azure-storage',
        'azurestorage',
        'storage_account_key',
        'storageaccountkey',
        'storage_key',
        'storagekey',
        'storage_access_key',
        'azure_blob',
        'azureblob',
        'account_key',
        'cosmos',
        'documentdb',
        'azure_batch',
      ],
      keyBytes(64),
    ),
    id: 'azure-account-key',
    title: 'Azure Storage or Cosmos DB key',
    opens: 'everything in a storage or database account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
    check: (candidate) => (isEmulator(candidate) ? null : { confidence: 'medium' }),
  },
  {
    ...common,
    id: 'azure-sas-signature',
    title: 'Azure shared access signature',
    opens: 'what the signature allows of a storage account or workflow, until it expires',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview',
    runbook: 'azure-sas',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['&sig=', '?sig=', ';sig=', 'u0026sig=', '&amp;sig='],
    find: /(?:[&?;]|u0026|&amp;)sig=(?<secret>[A-Za-z0-9+/%_-]{43,90}={0,2})(?![A-Za-z0-9+/%_=-])/i,
    check: (candidate) => (isSigned(candidate) ? { confidence: 'high' } : null),
    matches: () =>
      ['&sig=', '?sig=', ';sig=', 'u0026sig=', '&amp;sig='].map((before, seed) => {
        const value = encodeURIComponent(keyBytes(32).make(seed + 1));
        return {
          text: `https://acme.blob.core.windows.net/in?sv=2024-11-04&se=2027-01-01&sr=c&sp=rl${before}${value}&x=1`,
          value,
        };
      }),
    ignores: () =>
      none(
        `https://acme.test/cb?a=1&sig=${encodeURIComponent(keyBytes(32).make(4))}`,
        '?sv=2024-11-04&se=2027-01-01&sp=rl&sig=abc',
        '?sv=2024-11-04&se=2027-01-01&sp=rl&sig=<signature>',
        'a&sig=1',
      ),
  },
];

export default rules;
