/**
 * Policies in the tick: observations for networks, their outputs as additions to the walk, blended in and out. A policy that
 * misbehaves is taken off and the walk goes on without it.
 */
package gaitd.runtime.policy;
