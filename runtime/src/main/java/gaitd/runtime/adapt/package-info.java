/**
 * Adapting in the control loop: what a learner's weights may do beside the policy that was shipped, exploration, trials, and
 * the experience that leaves the loop. Everything here runs in the tick; the learner is another process that may die at any
 * moment.
 */
package gaitd.runtime.adapt;
