/**
 * What the motors' RS-485 buses take: time of an exchange and of a cycle on pseudo-terminals, and the rate reached, beside what the wire
 * allows. The threads are those that drive a robot; the motors stand still.
 */
package gaitd.bench.bus;
