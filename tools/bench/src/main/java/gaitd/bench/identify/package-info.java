/**
 * Checks what identification finds against what was set, case by case and seed by seed. Walks are in lock-step, and only frames of
 * control are looked at.
 */
package gaitd.bench.identify;
