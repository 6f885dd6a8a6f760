/**
 * Numbers about a run, drawn from its frames outside the control thread.
 */
package gaitd.runtime.telemetry;
