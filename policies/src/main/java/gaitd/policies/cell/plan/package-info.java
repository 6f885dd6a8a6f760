/**
 * Networks of any structure as a few kinds of steps over one array of values. Made by plans, run in the tick without allocation.
 */
package gaitd.policies.cell.plan;
