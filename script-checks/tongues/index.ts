import type { Parsed } from '../language';
import { bash } from './bash/tongue';
import { powershell } from './powershell/tongue';
import { python } from './python/tongue';
import type { Tongue } from './tongue';

/** How the checks read each language. */
export const tongues: Readonly<Record<Parsed, Tongue>> = { bash, powershell, python };
