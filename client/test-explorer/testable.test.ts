import { describe, expect, it } from 'vitest';
import { isTestable } from './testable';

describe('a file of active-response/bin', () => {
  it.each([
    ['block.py', 'import sys', true],
    ['block.sh', '', true],
    ['block.ps1', '', true],
    ['block.cmd', '@echo off', true],
    ['block', '#!/bin/sh\n', true],
    ['block.rb', '#!/usr/bin/env ruby\n', true],
    ['block.py', '\x7fELF\0\0', false],
    ['README.md', '# Scripts', false],
    ['allow.lst', '192.0.2.1', false],
    ['block', '', false],
  ])('%s beginning with %j: %s', (name, beginning, expected) => {
    expect(isTestable(name, beginning)).toBe(expected);
  });
});
