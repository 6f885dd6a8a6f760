/**
 * Proof of the cells against reference data: reads a folder of cases, runs each in double and float, and tells the worst error.
 * Used by a command and by tests, never in the tick.
 */
package gaitd.policies.golden;
