/**
 * The A1's motors on their own RS-485 buses, one a leg: frames, gear and zeros, one thread a bus that asks every motor in turn, and the
 * port that the control loop sees. A bus thread and the tick share nothing but cells that neither waits for.
 */
package gaitd.hal.bus;
