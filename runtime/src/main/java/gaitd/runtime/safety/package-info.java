/**
 * The last word before the motors: every limit, every fault, and how they latch.
 */
package gaitd.runtime.safety;
