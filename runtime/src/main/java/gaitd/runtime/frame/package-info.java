/**
 * The record of a tick: one binary layout, defined once, and the ring that carries it out of the control thread.
 */
package gaitd.runtime.frame;
