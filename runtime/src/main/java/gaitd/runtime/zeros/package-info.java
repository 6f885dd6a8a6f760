/**
 * Zeros of motors on buses of their own, whose encoders know an angle within one turn of the rotor only: found at the joints' stops,
 * found again after each loss of power, kept in a file, checked before a robot moves. Nothing here talks to a motor.
 */
package gaitd.runtime.zeros;
