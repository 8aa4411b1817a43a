export type { Effect, Finding, Report, Step, TranscriptLine } from './report';
