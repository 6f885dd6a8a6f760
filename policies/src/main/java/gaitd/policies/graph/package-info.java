/**
 * Graphs of operations on their way from a file to a plan: built by the readers of files, with constants computed at once. Written as
 * the steps that the outputs need, or as layers in a row where that is all there is.
 */
package gaitd.policies.graph;
