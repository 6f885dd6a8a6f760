/**
 * The benchmarks, announced to the program as commands. Each has a package of its own, with its rivals and its oracles.
 */
package gaitd.bench;
