// The one case all tests of the gateway know.

export const CASE_ID = '0b9b8f7e-3c1d-5e2a-9f00-000000000001';
export const NUMBER = 'ZT2026-000001';
export const QUERY_CODE = 'K7M2PX';
/** When it came in. */
export const AT = Date.parse('2026-03-02T09:30:00+08:00');
