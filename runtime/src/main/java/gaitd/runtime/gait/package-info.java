/**
 * From a mode and a velocity to twelve joint commands: posture moves and the oscillator-driven walk with its balance.
 */
package gaitd.runtime.gait;
