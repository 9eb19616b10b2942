/** Azure’s other services: newer keys carry the mark of their service near the end, older ones are told by name or address. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { following, marked } from './_in-context.js';
import { ALNUM, BASE64URL, none, random } from './_samples.js';
import { alnum, base64, base64url, joined, lowerHex, named, upperAlnum } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Microsoft Azure',
  rank: 'vendor',
  reference: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
  runbook: 'azure-key',
} as const;

const rules: readonly Rule[] = [
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
    ...marked(base64(33), 'AzCa', joined(base64(6), '=')),
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
    ...marked(base64(76), 'APIM', joined(base64(6), '==')),
    id: 'azure-api-management-key',
    title: 'Azure API Management key',
    opens: 'the gateway’s management interface',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/api-management/',
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
