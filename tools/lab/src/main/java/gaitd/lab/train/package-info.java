/**
 * Training runs: a learner, its environments and its folder of results. A run can be stopped or killed at any time and goes on to the same
 * bits.
 */
package gaitd.lab.train;
