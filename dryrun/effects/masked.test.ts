import { expect, it } from 'vitest';
import { masked } from './masked';

// No secret here was ever anybody's.
it.each([
  [
    'https://hooks.slack.com/services/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',
    'https://hooks.slack.com/services/T0AB1CD2E/B0XY9ZW8V/…',
  ],
  [
    'https://discord.com/api/webhooks/1418221255097847818/ab7cd9EF-GhiJ2kLm4',
    'https://discord.com/api/webhooks/1418221255097847818/…',
  ],
  [
    'https://api.telegram.org/bot123456789:AAbb1cc2DD3ee4FF5/sendMessage',
    'https://api.telegram.org/…/sendMessage',
  ],
  [
    'https://api.example.com/v3/files/44d88612fea8a8f36de82e1278abb02f',
    'https://api.example.com/v3/files/44d88612fea8a8f36de82e1278abb02f',
  ],
  [
    'https://fw.example.com/api/v2/firewall/alias/entry?ip=203.0.113.7&apikey=abc',
    'https://fw.example.com/api/v2/firewall/alias/entry?ip=203.0.113.7&apikey=…',
  ],
  ['https://admin:hunter2@fw.example.com/block', 'https://admin:…@fw.example.com/block'],
  [
    '{"user":"admin","password":"a \\"b","ip":"203.0.113.7"}',
    '{"user":"admin","password":"…","ip":"203.0.113.7"}',
  ],
  [
    'curl -H "Authorization: Bearer abcdefghijkl" https://example.com',
    'curl -H "Authorization: …" https://example.com',
  ],
  ['sent as Bearer abcdefghijkl', 'sent as Bearer …'],
  ['X-Api-Key: 0123', 'X-Api-Key: …'],
  [
    'address=203.0.113.7 list=wazuh-bruteforce comment=wazuh',
    'address=203.0.113.7 list=wazuh-bruteforce comment=wazuh',
  ],
  ['The keyboard: monkey business, a passing key', 'The keyboard: monkey business, a passing key'],
])('%s', (text, shown) => expect(masked(text)).toBe(shown));
