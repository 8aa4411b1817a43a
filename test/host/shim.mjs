#!/usr/bin/env node
// Stands where @vscode/test-electron expects the VS Code executable, and runs the tests in the hosted one.
import { tsImport } from 'tsx/esm/api';

const { main } = await tsImport('./shim.ts', import.meta.url);
process.exitCode = await main(process.argv.slice(2));
