/**
 * What a policy costs in a tick.
 */
package gaitd.bench.policy;
