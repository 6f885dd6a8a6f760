/**
 * Small textbook tasks that show within minutes that a learner and a cell learn. Their equations are those of the literature, integrated
 * with small steps.
 */
package gaitd.policies.learn.classic;
