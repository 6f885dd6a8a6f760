/**
 * The network cells against the same arithmetic in C, compiled on the machine that measures. Both take turns in one run, after they
 * have been shown to agree.
 */
package gaitd.bench.speed;
