/** What is said of every address and file that is looked up: bad enough for any response to go on. */
const verdict = {
  ...{ malicious: 60, suspicious: 0, undetected: 10, harmless: 0, positives: 60, total: 70 },
  ...{ abuseConfidenceScore: 100, totalReports: 60, classification: 'malicious', countryCode: 'ZZ' },
};

/** What is answered as JSON where a call is refused, with the status 500. */
export const REFUSAL = JSON.stringify({
  ...{
    ok: false,
    success: false,
    status: 'error',
    message: 'made-up failure',
    error: 'made-up failure',
    code: 500,
  },
  errors: [{ code: 500, message: 'made-up failure' }],
});

/**
 * What everybody out there answers, as JSON: whatever an API is asked, the usual words for success stand where most clients
 * look for them, and a verdict where they look for one.
 */
export const ANSWER = JSON.stringify({
  ...{ ok: true, success: true, status: 'success', message: 'ok', code: 200, response_code: 1 },
  ...{ id: '1', token: 'made-up', access_token: 'made-up' },
  result: [{ id: '1', name: 'made-up' }],
  errors: [],
  data: {
    ...{ id: '1', token: 'made-up', ...verdict },
    attributes: { ...verdict, last_analysis_stats: verdict },
  },
  ...verdict,
});
