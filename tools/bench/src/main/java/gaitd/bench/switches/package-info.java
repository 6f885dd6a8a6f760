/**
 * Switches policies in mid-stride, on many robots: between policies that move the legs alone, policies on the walk and the bare walk.
 * Counts falls, faults, and how fast joint targets move.
 */
package gaitd.bench.switches;
