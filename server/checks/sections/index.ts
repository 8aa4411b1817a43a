import type { Check } from '../check';
import { emptySection } from './empty-section';
import { invalidAttribute } from './invalid-attribute';
import { invalidValue } from './invalid-value';
import { mailWithoutAlerts } from './mail-without-alerts';
import { mailWithoutRecipient } from './mail-without-recipient';
import { missingAttribute } from './missing-attribute';
import { missingElement } from './missing-element';
import { missingSection } from './missing-section';
import { optionsConflict } from './options-conflict';
import { sectionNotReadHere } from './section-not-read-here';
import { secureConnectionRepeated } from './secure-connection-repeated';
import { serverAddress } from './server-address';
import { unknownAttribute } from './unknown-attribute';
import { unknownElement } from './unknown-element';
import { unknownRoot } from './unknown-root';
import { unknownSection } from './unknown-section';
import { wodleName } from './wodle-name';

/** The checks of all sections, driven by the configuration reference. */
export const sectionChecks: readonly Check[] = [
  unknownRoot,
  unknownSection,
  emptySection,
  missingSection,
  sectionNotReadHere,
  unknownElement,
  missingElement,
  invalidValue,
  unknownAttribute,
  missingAttribute,
  invalidAttribute,
  optionsConflict,
  wodleName,
  mailWithoutAlerts,
  mailWithoutRecipient,
  serverAddress,
  secureConnectionRepeated,
];
