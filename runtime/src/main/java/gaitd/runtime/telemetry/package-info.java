/** Statistics of a run, computed from its frames outside the control thread. */
package gaitd.runtime.telemetry;
