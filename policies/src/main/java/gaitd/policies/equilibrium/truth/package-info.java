/**
 * What equilibrium propagation is held against: exact gradients at the equilibrium, in double and one sample at a time, and nudges that do not
 * give them. Shares no arithmetic with the learner.
 */
package gaitd.policies.equilibrium.truth;
