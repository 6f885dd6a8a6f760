/**
 * The network cells against the same arithmetic in C, compiled on the machine that measures. Both are measured
 * alternately in one run, after their results have been compared.
 */
package gaitd.bench.speed;
