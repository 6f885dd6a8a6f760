/**
 * Networks of any structure as a list of a few kinds of steps over one array of values. Made by imports of graphs, run in the tick
 * without allocation.
 */
package gaitd.policies.cell.plan;
