/**
 * {@code gaitd bench adapt}: what adapting wins back of what a case takes from a policy, beside the frozen policy and the nominal robot.
 * Every walk is in lock-step; walks that are done are kept in a file that a stopped bench goes on from.
 */
package gaitd.bench.adapt;
