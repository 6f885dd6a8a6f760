/**
 * From a checked bundle to a policy that can walk this robot: lists become arrays, and what the walk has no place for is
 * refused by name. Start-up only.
 */
package gaitd.runtime.policy.fit;
