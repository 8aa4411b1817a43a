import type { Check } from '../check';

/** The checks of Wazuh's dialect of XML. */
export const xmlChecks: readonly Check[] = [];
