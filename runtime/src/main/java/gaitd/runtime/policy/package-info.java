/**
 * Policies in the tick: observations for networks, their outputs as additions to the walk, blended in and out. A policy
 * that trips a check is blended out and the walk continues without it.
 */
package gaitd.runtime.policy;
