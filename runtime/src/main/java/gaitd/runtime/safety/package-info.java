/** The last stage before the motors: every limit, every fault, and how faults latch. */
package gaitd.runtime.safety;
