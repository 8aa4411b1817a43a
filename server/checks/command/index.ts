import type { Check } from '../check';
import { commandEmptyValue } from './command-empty-value';
import { commandIncomplete } from './command-incomplete';
import { commandNameReserved } from './command-name-reserved';
import { commandNameUnusable } from './command-name-unusable';
import { commandRepeated } from './command-repeated';
import { commandUnknownChild } from './command-unknown-child';
import { executableArguments } from './executable-arguments';
import { executableExtension } from './executable-extension';
import { executableLegacy } from './executable-legacy';
import { executableMissing } from './executable-missing';
import { executableMode } from './executable-mode';
import { executablePath } from './executable-path';
import { executablePowershell } from './executable-powershell';
import { expectDeprecated } from './expect-deprecated';
import { extraArgsCut } from './extra-args-cut';
import { extraArgsSplit } from './extra-args-split';
import { timeoutAllowedValue } from './timeout-allowed-value';

/** The checks of `<command>`. */
export const commandChecks: readonly Check[] = [
  commandUnknownChild,
  commandIncomplete,
  commandNameReserved,
  commandNameUnusable,
  commandEmptyValue,
  commandRepeated,
  timeoutAllowedValue,
  executablePath,
  executableArguments,
  executableLegacy,
  executableExtension,
  executableMissing,
  executableMode,
  executablePowershell,
  expectDeprecated,
  extraArgsSplit,
  extraArgsCut,
];
