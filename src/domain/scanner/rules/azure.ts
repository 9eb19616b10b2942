/** Azure: newer keys carry the mark of their service near the end; older ones are told by connection string or by name. */
import type { Candidate, Rule } from '../rule.js';
import { either, following, keyBytes, marked } from './_in-context.js';
import { ALNUM, around, BASE64, BASE64URL, none, random, UPPER } from './_samples.js';
import { alnum, base64, base64url, joined, lowerHex, named, upperAlnum } from './_shapes.js';

/** Words of connection strings that tell whose `AccountKey` it is. */
const COSMOS = /AccountEndpoint=|documents\.azure\.com|\.table\.cosmos\./i;
const NEAR = 200;

const accountKey = following(['AccountKey='], keyBytes(64));

/** True where the connection string around a key speaks of Cosmos DB. */
function isCosmos({ text, start, end }: Candidate): boolean {
  return COSMOS.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
}

/** Base64 of 64 or 32 bytes with a service’s mark in it; the last characters are a checksum. */
function signed(
  mark: string,
  bytes: 32 | 64,
): Pick<Rule, 'keywords' | 'find' | 'confidence' | 'boundary' | 'matches' | 'ignores'> {
  return bytes === 64
    ? marked(base64(76), mark, joined(base64(6), '=='))
    : marked(base64(33), mark, joined(base64(6), '='));
}

/** The other parts of a signed address: a version, and rights or an end. */
function isSigned({ text, value, start, end }: Candidate): boolean {
  const around = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 300);
  return (
    /[?&;]sv=/.test(around) && /[?&;](?:se|sp|sr|ss|skn)=/.test(around) && !/^(?:%..|.)?([A-Za-z0-9])\1{8}/.test(value)
  );
}

const common = {
  version: 1,
  provider: 'Microsoft Azure',
  rank: 'vendor',
  reference: 'https://learn.microsoft.com/en-us/purview/sit-defn-all-creds',
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
    check: (candidate) => (isCosmos(candidate) ? null : { confidence: 'high' }),
  },
  {
    ...common,
    id: 'azure-cosmos-connection',
    title: 'Azure Cosmos DB connection string',
    opens: 'every document of a database account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data',
    ...accountKey,
    check: (candidate) => (isCosmos(candidate) ? { confidence: 'high' } : null),
    matches: () =>
      accountKey.matches().map(({ text, value = '' }) => ({
        text: text.replace('AccountKey=', 'AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey='),
        value,
      })),
    ignores: () => [...accountKey.ignores(), ...accountKey.matches().map(({ text }) => ({ text }))],
  },
  {
    ...common,
    ...signed('+ASt', 64),
    id: 'azure-storage-key',
    title: 'Azure Storage account key',
    opens: 'every file, queue and table of a storage account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
  },
  {
    ...common,
    ...signed('ACDb', 64),
    id: 'azure-cosmos-key',
    title: 'Azure Cosmos DB key',
    opens: 'every document of a database account',
    severity: 'MAXIMUM',
    reference: 'https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data',
  },
  {
    ...common,
    ...signed('+ABa', 64),
    id: 'azure-batch-key',
    title: 'Azure Batch account key',
    opens: 'the jobs and machines of a Batch account',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/batch/batch-account-create-portal',
  },
  {
    ...common,
    ...signed('APIM', 64),
    id: 'azure-api-management-key',
    title: 'Azure API Management key',
    opens: 'the gateway’s management interface',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/api-management/',
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
  },
  {
    ...common,
    ...following(['SharedAccessKey=', 'SharedSecretValue=', 'SharedAccessKeyValue='], keyBytes(32)),
    id: 'azure-shared-access-key',
    title: 'Azure Service Bus, Event Hubs or IoT Hub shared access key',
    opens: 'sending and receiving what the policy of the key allows',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
  },
  {
    ...common,
    ...named(
      [
        'servicebus',
        'service_bus',
        'eventhub',
        'event_hub',
        'iothub',
        'iot_hub',
        'sharedaccesskey',
        'shared_access_key',
        'azure_relay',
        'event_grid',
        'eventgrid',
        'azure_maps',
        'signalr',
      ],
      either(keyBytes(32), base64(43)),
    ),
    id: 'azure-messaging-key',
    title: 'Azure messaging key',
    opens: 'sending and receiving what the policy of the key allows',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
  },
  {
    ...common,
    id: 'azure-signed-messaging-key',
    title: 'Azure Service Bus, Event Hubs, Relay or IoT key',
    opens: 'sending and receiving what the policy of the key allows',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['+asb', '+aeh', '+arm', 'aiot'],
    find: /(?<=(?:(?<![A-Za-z0-9+/])|\\[nrt])(?<head>[A-Za-z0-9+/]{33}))(?:\+ASb|\+AEh|\+ARm|AIoT)[A-P][A-Za-z0-9+/]{5}=(?![A-Za-z0-9+/=])/,
    matches: () =>
      around(
        ...['+ASb', '+AEh', '+ARm', 'AIoT'].map(
          (mark, seed) =>
            `${random(BASE64, 33, seed + 1)}${mark}${random(UPPER.slice(0, 16), 1, seed + 2)}${random(BASE64, 5, seed + 3)}=`,
        ),
      ),
    ignores: () =>
      none(
        'the marks +ASb, +AEh, +ARm and AIoT',
        `${random(BASE64, 33)}+ASb${random(BASE64, 5)}`,
        `${random(BASE64, 20)}AIoTA${random(BASE64, 5)}=`,
      ),
  },
  {
    ...common,
    ...following(
      ['service.signalr.net;AccessKey=', 'webpubsub.azure.com;AccessKey=', 'communication.azure.com/;accesskey='],
      either(keyBytes(32), alnum(84), keyBytes(64)),
    ),
    id: 'azure-realtime-connection',
    title: 'Azure SignalR, Web PubSub or Communication Services connection string',
    opens: 'the messages, calls and mail of a resource',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/azure-signalr/concept-connection-string',
  },
  {
    ...common,
    id: 'azure-app-configuration',
    title: 'Azure App Configuration connection string',
    opens: 'the settings of an application',
    severity: 'HIGH',
    reference:
      'https://learn.microsoft.com/en-us/azure/azure-app-configuration/howto-disable-access-key-authentication',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['azconfig.io;id='],
    find: /azconfig\.io;Id=[^;\s]{4,80};Secret=(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{80,88}={0,2})(?![A-Za-z0-9+/=])/i,
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = seed % 2 ? keyBytes(32).make(seed) : random(ALNUM, 84, seed);
        return { text: `Endpoint=https://acme.azconfig.io;Id=a1-l9-s0:Fx${seed}k;Secret=${value}\n`, value };
      }),
    ignores: () =>
      none(
        'Endpoint=https://acme.azconfig.io;Id=1;Secret=<secret>',
        `Endpoint=https://acme.azconfig.io;Secret=${keyBytes(32).make(4)}`,
        `Endpoint=https://acme.azconfig.io;Id=a1b2;Secret=${keyBytes(32).filler}`,
      ),
  },
  {
    ...common,
    ...marked(alnum(52), 'JQQJ9', alnum(27)),
    id: 'azure-service-key',
    title: 'Azure OpenAI, Cognitive Services or other service key',
    opens: 'paid use of the service, and what it stores',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
    check: ({ value }) => (value.startsWith('AZDO', 76) ? null : { confidence: 'high' }),
  },
  {
    ...common,
    ...named(
      [
        'azure_openai',
        'azureopenai',
        'azure-openai',
        'azure_cognitive',
        'cognitiveservices',
        'cognitive_services',
        'ocp-apim-subscription-key',
        'azure_speech',
        'azurespeech',
        'speech_key',
        'azure_translator',
        'translator_key',
        'azure_vision',
        'computer_vision',
        'azure_ai',
        'azure_search',
        'azure_form',
        'face_key',
        'luis_',
        'aoai_',
        'azure_api_key',
        'azure_key',
        'bing_search',
        'bing_api',
        'qnamaker',
        'azure_text',
        'content_safety',
        'apim_',
        'applicationinsights',
      ],
      lowerHex(32),
    ),
    id: 'azure-cognitive-key',
    title: 'Azure OpenAI or Cognitive Services key (32 digits)',
    opens: 'paid use of the service',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
  },
  {
    ...common,
    ...marked(alnum(42), 'AzSe', joined(upperAlnum(1), alnum(5))),
    id: 'azure-search-key',
    title: 'Azure AI Search key',
    opens: 'the indexes of a search service',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/search/search-security-api-keys',
  },
  {
    ...common,
    ...signed('AzCa', 32),
    id: 'azure-redis-key',
    title: 'Azure Cache for Redis key',
    opens: 'everything in a cache',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure',
  },
  {
    ...common,
    ...marked(base64(42), '+ACR', joined(upperAlnum(1), alnum(5))),
    id: 'azure-registry-key',
    title: 'Azure Container Registry password',
    opens: 'pulling and pushing images',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication',
  },
  {
    ...common,
    ...marked(base64url(44), 'AzFu', joined(base64url(6), '==')),
    id: 'azure-function-key',
    title: 'Azure Functions key',
    opens: 'calling the functions of an app',
    severity: 'MEDIUM',
    reference: 'https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to',
  },
  {
    ...common,
    id: 'azure-function-address',
    title: 'Azure Functions key in an address',
    opens: 'calling the functions of an app',
    severity: 'MEDIUM',
    reference: 'https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['azurewebsites.net/api/'],
    find: /azurewebsites\.net\/api\/[^\s?#"'<>]{1,120}\?(?:[^\s"'<>&]{1,80}&){0,4}code=(?<secret>[A-Za-z0-9/_-]{40,60}(?:={0,2}|(?:%3[dD]){1,2}))(?![A-Za-z0-9/_=%-])/i,
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = `${random(seed % 2 ? BASE64URL : ALNUM, 54, seed)}==`;
        return {
          text: `curl "https://acme.azurewebsites.net/api/orders?${seed % 2 ? 'a=1&' : ''}code=${value}"\n`,
          value,
        };
      }),
    ignores: () =>
      none(
        'https://acme.azurewebsites.net/api/orders?code=<key>',
        'https://acme.azurewebsites.net/api/orders?code=12',
        `https://acme.azurewebsites.net/api/orders?id=${random(ALNUM, 54)}`,
      ),
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
  {
    ...common,
    id: 'azure-publish-password',
    title: 'Azure App Service publish password',
    opens: 'deploying code to a web app',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/app-service/deploy-configure-credentials',
    ...following(['userPWD="'], alnum(60)),
    matches: () =>
      [1, 2, 3].map((seed) => ({
        text: `userName="$acme" userPWD="${alnum(60).make(seed)}" />`,
        value: alnum(60).make(seed),
      })),
  },
];

export default rules;
