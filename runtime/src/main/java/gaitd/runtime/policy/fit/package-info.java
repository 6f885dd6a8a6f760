/**
 * Turns a checked bundle into a policy for this robot's walk: lists become arrays, and an action that the walk cannot
 * take is refused by name. Start-up only.
 */
package gaitd.runtime.policy.fit;
