/**
 * Networks of any structure as plans: what an import makes and a bundle carries. The steps and the cell that runs them are the control
 * path's.
 */
package gaitd.policies.plan;
