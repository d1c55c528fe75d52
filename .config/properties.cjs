// fast-check as every spec gets it: with one seed, so that a run that fails fails again. Another seed is
// drawn by PROPERTY_SEED=<integer> (see deploy/docs/conventions.md).
const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

const asked = Number(process.env.PROPERTY_SEED ?? 20260301);
if (!Number.isSafeInteger(asked)) throw new Error('PROPERTY_SEED is an integer');
fc.configureGlobal({ seed: asked });

module.exports = fc;
