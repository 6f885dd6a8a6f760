/**
 * The benchmarks, announced to the program as commands. Each has a package of its own, with the references it compares with.
 */
package gaitd.bench;
