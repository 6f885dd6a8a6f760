/**
 * How benchmarks compare: candidates take turns in one run, so that a noisy machine disturbs all of them alike, and garbage is counted.
 */
package gaitd.bench.turns;
