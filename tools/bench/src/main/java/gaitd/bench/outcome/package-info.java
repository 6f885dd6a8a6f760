/**
 * Outcomes of long benchmarks, kept as they come so that a stopped one goes on. Nothing here knows what was measured.
 */
package gaitd.bench.outcome;
