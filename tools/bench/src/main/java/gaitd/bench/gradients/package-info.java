/**
 * How fast gradients of the network cells are, and what memory they take.
 */
package gaitd.bench.gradients;
