import { expect, it } from 'vitest';
import { type Reach, shownReach, would } from './reach';

it.each<readonly [Reach, shown: string, sentence: string]>([
  [
    {
      verb: 'POST',
      to: 'https://hooks.slack.com/services/a1B2c3D4e5F6g7H8i9J0k1L2',
      body: '{"text":\n "hi"}',
    },
    'POST https://hooks.slack.com/services/…: {"text": "hi"}',
    'would post to hooks.slack.com: {"text": "hi"}',
  ],
  [
    { verb: 'POST', to: 'https://fw.example.com:8443/apply', body: '' },
    'POST https://fw.example.com:8443/apply',
    'would post to fw.example.com: https://fw.example.com:8443/apply',
  ],
  [
    { verb: 'DELETE', to: 'https://fw.example.com/x', body: '' },
    'DELETE https://fw.example.com/x',
    'would send DELETE https://fw.example.com/x',
  ],
  [
    { verb: 'ssh', to: 'admin@fw:2222', body: 'block 203.0.113.7' },
    'ssh admin@fw:2222: block 203.0.113.7',
    'would run on fw: block 203.0.113.7',
  ],
  [
    { verb: 'mail', to: 'ops@example.com', body: 'An alert: hello' },
    'mail ops@example.com: An alert: hello',
    'would mail to ops@example.com: An alert: hello',
  ],
  [{ verb: 'connect', to: '10.0.0.9:22', body: '' }, 'connect 10.0.0.9:22', 'would connect to 10.0.0.9:22'],
  [
    { verb: 'send', to: '10.0.0.9:514', body: `${'x'.repeat(400)}` },
    `send 10.0.0.9:514: ${'x'.repeat(299)}…`,
    `would send to 10.0.0.9:514: ${'x'.repeat(299)}…`,
  ],
])('%j', (reach, shown, sentence) => {
  expect(shownReach(reach)).toBe(shown);
  expect(would(reach)).toBe(sentence);
});
