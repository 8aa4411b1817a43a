import type { Check } from '../check';
import { goneInWazuh5 } from './gone-in-wazuh-5';
import { rootInWazuh5 } from './root-in-wazuh-5';
import { sectionGoneInWazuh5 } from './section-gone-in-wazuh-5';

/** What the move to Wazuh 5 changes: said only of files that are written for it. */
export const wazuh5Checks: readonly Check[] = [goneInWazuh5, sectionGoneInWazuh5, rootInWazuh5];
