import { expect, it } from 'vitest';
import { stepsPage } from './steps-page';

it('numbers the steps and shows the blocks as they are to be pasted', () => {
  const page = stepsPage({
    script: { name: 'block-ip.py', text: '', mode: 0o755 },
    blocks: { name: 'block-ip', timeout: 600, command: '<command/>', activeResponse: '<active-response/>' },
    steps: [
      { text: 'Copy it.', commands: ['a', 'b'] },
      { text: 'Restart.', commands: ['c'] },
    ],
  });
  expect(page).toBe(`# Deploy block-ip.py

1. Copy it.

   \`\`\`sh
   a
   b
   \`\`\`

2. Restart.

   \`\`\`sh
   c
   \`\`\`

## The blocks for ossec.conf

\`\`\`xml
<command/>

<active-response/>
\`\`\``);
});
